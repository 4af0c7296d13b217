import type { Page } from '@playwright/test';
import { expect, test } from '../support/demo';
import {
  ask,
  goOn,
  includePicture,
  logIn,
  logOut,
  openPanel,
  questionField,
  receiptNumber,
  received,
  send,
} from '../support/journey';

test('on a shared computer Mehmet sees and sends nothing of Sanne, and Sanne finds her words back', async ({
  page,
  demo,
}) => {
  await logIn(page, demo.url, 'Sanne de Wit');
  const panel = await openPanel(page);
  await ask(panel, 'Dit is van Sanne.');
  await includePicture(panel);
  await expect(panel.getByText('Bewaard. Je kunt later verder.')).toBeVisible();
  await panel.getByRole('button', { name: 'Sluiten' }).click();
  await logOut(page, /^Hier bewaren/);
  await expect(panel).toBeHidden();

  await page.getByRole('button', { name: 'Mehmet Aydin' }).click();
  await openPanel(page);
  await expect(panel.getByText('Hoi Mehmet, waar kunnen we mee helpen?')).toBeVisible();
  await expect(panel.getByText('Verder met je vraag')).toHaveCount(0);
  await expect(panel.getByLabel('Typ je vraag')).toHaveValue('');
  await expect(panel).not.toContainText('Dit is van Sanne.');
  await ask(panel, 'Dit is van Mehmet.');
  await expect(panel.getByText('Screenshot 1')).toHaveCount(0);
  await send(panel);
  await receiptNumber(panel);
  expect(await received(demo.url, 'Dit is van Mehmet.')).toMatchObject([{ asker: 'Mehmet Aydin', attachments: 0 }]);
  expect(await received(demo.url, 'Dit is van Sanne.')).toEqual([]);
  await panel.getByRole('button', { name: 'Mijn vragen' }).click();
  await expect(panel.getByRole('button', { name: /Dit is van Mehmet/ })).toBeVisible();
  await expect(panel).not.toContainText('Dit is van Sanne.');
  await panel.getByRole('button', { name: 'Sluiten' }).click();
  await logOut(page);

  await page.getByRole('button', { name: 'Sanne de Wit' }).click();
  await openPanel(page);
  await goOn(panel);
  await expect(questionField(panel)).toHaveValue('Dit is van Sanne.');
  await expect(panel.getByText('Screenshot 1')).toBeVisible();
});

test('signing out with a wipe leaves nothing of a person on the computer', async ({ page, demo }) => {
  const databases = (): Promise<readonly string[]> =>
    page.evaluate(async () =>
      (await indexedDB.databases()).map(({ name }) => name ?? '').filter((name) => name.startsWith('cliendo-support:')),
    );
  await logIn(page, demo.url);
  const panel = await openPanel(page);
  await ask(panel, 'Laat niets van mij achter.');
  await expect(panel.getByText('Bewaard. Je kunt later verder.')).toBeVisible();
  expect(await databases()).toHaveLength(1);
  await page.evaluate(() => CliendoSupport('signOut', { wipe: true }));
  await expect.poll(databases).toEqual([]);
  await page.reload();
  await openPanel(page);
  await expect(panel.getByText('Verder met je vraag')).toHaveCount(0);
});

/** Signs out as a host does that lets the person choose, and gives what it came to. */
const signOutAsking = (page: Page): Promise<unknown> =>
  page.evaluate(
    () =>
      new Promise((resolve) =>
        CliendoSupport('ready', (support: { signOut(options: { readonly ask: boolean }): Promise<unknown> }) =>
          resolve(support.signOut({ ask: true })),
        ),
      ),
  );

test('who leaves a shared computer with something unsent keeps it, sends it or deletes it, by keyboard alone', async ({
  page,
  demo,
}) => {
  const asked = page.locator('cliendo-support').getByRole('dialog', { name: 'Voordat je uitlogt' });
  const submissions = '**/v1/submissions/*';
  await logIn(page, demo.url);
  await page.route(submissions, (route) => (route.request().method() === 'PUT' ? route.abort() : route.continue()));
  const panel = await openPanel(page);
  await ask(panel, 'Nog snel voor de overdracht.');
  await send(panel);
  await expect(panel.getByRole('heading', { name: 'Bewaard' })).toBeVisible();

  const kept = signOutAsking(page);
  await expect(asked).toContainText('1 vraag is nog niet verstuurd.');
  await expect(panel).toBeHidden();
  await page.keyboard.press('Escape');
  expect(await kept).toEqual({ drafts: 0, queued: 1, choice: 'keep' });
  await expect(asked).toHaveCount(0);

  await openPanel(page);
  await expect(panel.getByText('1 vraag staat klaar.')).toBeVisible();
  const sent = signOutAsking(page);
  await expect(asked).toContainText('1 vraag is nog niet verstuurd.');
  await page.unroute(submissions);
  await asked.getByRole('button', { name: /^Nu versturen/ }).press('Enter');
  expect(await sent).toEqual({ drafts: 0, queued: 0, choice: 'send' });
  await expect.poll(() => received(demo.url, 'Nog snel voor de overdracht.')).toHaveLength(1);

  await openPanel(page);
  await ask(panel, 'Dit hoeft niet meer.');
  await expect(panel.getByText('Bewaard. Je kunt later verder.')).toBeVisible();
  const deleted = signOutAsking(page);
  await expect(asked).toContainText('1 vraag is nog niet af.');
  await asked.getByRole('button', { name: /^Van dit apparaat wissen/ }).press('Enter');
  expect(await deleted).toEqual({ drafts: 1, queued: 0, choice: 'delete' });
  expect(await signOutAsking(page)).toEqual({ drafts: 0, queued: 0 });
});

declare const CliendoSupport: (name: string, value?: unknown) => void;
