/** What others could not be told, in the inbox: by key alone. The rows are the receiver's answer; telling again is tried in test/contract/receiver. */
import type { Locator, Page } from '@playwright/test';
import { accessibilityProblems } from '../support/accessibility';
import { expect, test } from '../support/demo';
import { openInbox } from '../support/journey';

const list = (inbox: Page): Locator => inbox.getByRole('dialog', { name: 'Niet bezorgd' });

const dead = (id: string, target: string, reason: string) => ({
  id,
  organisation: 'voorbeeldzorg',
  target,
  event: target === 'mail' ? 'answer' : 'message.added',
  at: '2026-03-09T09:00:00Z',
  state: 'dead',
  tries: 20,
  reason,
});

test('what could not be delivered is counted, read and sent again by key alone', async ({ browser, demo }) => {
  const inbox = await openInbox(browser, demo.url);
  const left = new Map(
    [dead('1', 'webhook:desk', 'http-500'), dead('2', 'mail', 'smtp-550')].map((row) => [row.id, row]),
  );
  await inbox.route('**/agent/outgoing?state=dead', (route) => route.fulfill({ json: { items: [...left.values()] } }));
  await inbox.route('**/agent/outgoing/again', (route) => {
    left.delete((route.request().postDataJSON() as { id: string }).id); // as the inbox writes it
    return route.fulfill({ json: { items: 1 } });
  });
  await expect(inbox.getByRole('button', { name: /^Niet bezorgd/ })).toBeVisible();
  await inbox.reload();
  const opener = inbox.getByRole('button', { name: 'Niet bezorgd: 2' });
  await opener.focus();
  await inbox.keyboard.press('Enter');
  await expect(list(inbox).getByRole('cell', { name: 'Er ging iets mis aan de andere kant (500)' })).toBeVisible();
  await expect(list(inbox).getByRole('cell', { name: 'De mailserver weigert de mail (550)' })).toBeVisible();
  expect(await accessibilityProblems(inbox, '.undelivered')).toEqual([]);
  await list(inbox).getByRole('button', { name: 'Opnieuw sturen: Nieuw bericht aan Webhook desk' }).press('Enter');
  await expect(list(inbox).getByRole('status')).toHaveText('1 bericht wordt opnieuw gestuurd.');
  await expect(list(inbox).getByRole('button', { name: 'Opnieuw sturen: Er is een antwoord aan Mail' })).toBeFocused();
  await list(inbox).getByRole('button', { name: 'Alles opnieuw sturen' }).press('Enter');
  await expect(list(inbox).getByText('Alles is bezorgd')).toBeVisible();
  await inbox.keyboard.press('Escape');
  await expect(list(inbox)).toHaveCount(0);
  await expect(inbox.getByRole('button', { name: 'Niet bezorgd', exact: true })).toBeFocused();
  expect([...left.keys()]).toEqual([]);
  await inbox.context().close();
});
