/** The access log in the inbox, for who looks after it: by key alone, narrow and wide. */
import { readFile } from 'node:fs/promises';
import type { Browser, Locator, Page } from '@playwright/test';
import { accessibilityProblems } from '../support/accessibility';
import { expect, test } from '../support/demo';
import { askWith } from '../support/evidence';
import { openInbox } from '../support/journey';

const opener = (inbox: Page): Locator => inbox.getByRole('button', { name: 'Logboek', exact: true });
const log = (inbox: Page): Locator => inbox.getByRole('dialog', { name: 'Wie heeft wat gezien' });
const rows = (inbox: Page): Locator => log(inbox).getByRole('row');

/** A question that was looked at, so that there is something in the log. */
async function openLooked(browser: Browser, address: string, text: string): Promise<Page> {
  await askWith(address, { text, evidence: [] });
  const inbox = await openInbox(browser, address, 'Joris');
  await inbox.getByText(text).first().click();
  await expect(inbox.getByRole('textbox', { name: /reactie/i })).toBeVisible();
  return inbox;
}

test('the log is read, searched, checked and saved by key alone, and closing it leads back to where it was opened', async ({
  browser,
  demo,
}) => {
  const inbox = await openLooked(browser, demo.url, 'Wie keek hiernaar?');
  await opener(inbox).focus();
  await inbox.keyboard.press('Enter');
  const field = log(inbox).getByRole('searchbox', { name: 'Verwijzing van een cliënt' });
  await expect(field).toBeFocused();
  await expect(log(inbox).getByRole('cell', { name: 'Bekeken' }).first()).toBeVisible();
  expect(await accessibilityProblems(inbox, '.wideDialog')).toEqual([]);

  await inbox.keyboard.type('bestaat-niet');
  await inbox.keyboard.press('Enter');
  await expect(log(inbox).getByText('Hier heeft niemand naar gekeken.')).toBeVisible();
  await inbox.keyboard.press('Control+a');
  await inbox.keyboard.press('Delete');
  await inbox.keyboard.press('Enter');
  await expect(rows(inbox).nth(1)).toBeVisible();

  await inbox.keyboard.press('Tab');
  await expect(log(inbox).getByRole('button', { name: 'Zoeken' })).toBeFocused();
  await inbox.keyboard.press('Tab');
  await expect(log(inbox).getByRole('button', { name: 'Controleren' })).toBeFocused();
  await inbox.keyboard.press('Enter');
  await expect(log(inbox).getByText(/^\d+ regels?, niets veranderd$/)).toBeVisible();
  await inbox.keyboard.press('Tab');
  await expect(log(inbox).getByRole('button', { name: 'Opslaan als CSV' })).toBeFocused();
  const saving = inbox.waitForEvent('download');
  await inbox.keyboard.press('Enter');
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe('logboek.csv');
  expect(await readFile(await saved.path(), 'utf8')).toContain('"Joris"');
  await expect(log(inbox).getByText(/^\d+ regels opgeslagen$/)).toBeVisible();
  await inbox.keyboard.press('Tab');
  await expect(log(inbox).getByRole('region', { name: 'Wie heeft wat gezien' })).toBeFocused(); // to be scrolled by key
  await inbox.keyboard.press('Escape');
  await expect(log(inbox)).toHaveCount(0);
  await expect(opener(inbox)).toBeFocused();
  await inbox.context().close();
});

test('when the log cannot be read it says so, and is asked for again by key', async ({ browser, demo }) => {
  const inbox = await openLooked(browser, demo.url, 'Een logboek dat even weg is');
  await inbox.route('**/access/search', (route) => route.abort());
  await opener(inbox).press('Enter');
  await expect(log(inbox).getByText('Het logboek kon niet worden opgehaald.')).toBeVisible();
  expect(await accessibilityProblems(inbox, '.wideDialog')).toEqual([]);
  await inbox.unroute('**/access/search');
  await log(inbox).getByRole('button', { name: 'Opnieuw proberen' }).press('Enter');
  await expect(rows(inbox).nth(1)).toBeVisible();
  await inbox.context().close();
});

test('on a small phone in the dark the page stays as wide as it is, and only the table scrolls', async ({
  browser,
  demo,
}) => {
  const inbox = await openLooked(browser, demo.url, 'Een logboek op een telefoon');
  await inbox.setViewportSize({ width: 320, height: 640 });
  await inbox.emulateMedia({ colorScheme: 'dark' });
  await opener(inbox).press('Enter');
  await expect(rows(inbox).nth(1)).toBeVisible();
  const { page, left, right } = await log(inbox).evaluate((dialog) => {
    const box = dialog.getBoundingClientRect();
    return { page: document.documentElement.scrollWidth, left: box.left, right: box.right };
  });
  expect({ page, isInside: left >= 0 && right <= 320 }).toEqual({ page: 320, isInside: true });
  expect(await accessibilityProblems(inbox, '.wideDialog')).toEqual([]);
  await inbox.context().close();
});
