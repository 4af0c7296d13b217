import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { simpleParser, type ParsedMail } from 'mailparser';
import type { MailedSubmission } from '../../src/protocol';
import { expect, test } from '../support/demo';
import { ask, isKept, logIn, openPanel, questionField, received, send } from '../support/journey';

/** No submission comes through until it is undone; everything else does. */
async function breakSending(page: Page): Promise<() => Promise<void>> {
  const address = '**/v1/submissions/*';
  await page.route(address, (route) => (route.request().method() === 'PUT' ? route.abort() : route.continue()));
  return () => page.unroute(address);
}

/** Presses the way that gives a file, and reads the file with a reader that is not ours. */
async function saveMail(page: Page, panel: Locator): Promise<ParsedMail> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    panel.getByRole('button', { name: /Openen in mijn mail/ }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('vraag.eml');
  return simpleParser(await readFile(await download.path()));
}

/** The text as the screen shows it. */
async function shownText(panel: Locator): Promise<string> {
  await panel.getByText('Dit staat in de mail').click();
  return (await panel.locator('pre').textContent()) ?? '';
}

const plain = (text: string | undefined): string => (text ?? '').replace(/\r\n/g, '\n');
const long = (number: number): string =>
  `Vraag ${number} begint. ${'Reëel kost dit € 12,50 👩‍⚕️. '.repeat(280)}Einde ${number}.`;

test('three long questions that do not get through go by mail, whole, and are still sent once', async ({
  page,
  demo,
}) => {
  const texts = [1, 2, 3].map(long);
  const addresses: string[] = [];
  page.on('request', (request) => addresses.push(request.url()));
  await logIn(page, demo.url);
  const mend = await breakSending(page);
  const panel = await openPanel(page);
  await ask(panel, 'Begin.');
  for (const [index, text] of texts.entries()) {
    if (index > 0) await panel.getByRole('button', { name: 'Nog een vraag toevoegen' }).click(); // oxlint-disable-line no-await-in-loop
    await questionField(panel).fill(text); // oxlint-disable-line no-await-in-loop
    await panel.getByRole('button', { name: 'Opslaan in bundel' }).click(); // oxlint-disable-line no-await-in-loop
  }
  await panel.getByRole('button', { name: 'Controleren en versturen' }).click();
  await panel.getByRole('button', { name: '3 vragen versturen' }).click();
  await panel.getByRole('button', { name: 'Anders versturen' }).click({ timeout: 60_000 });

  const mail = await saveMail(page, panel);
  const shown = await shownText(panel);
  expect(plain(mail.text)).toBe(shown);
  expect(shown.length).toBeGreaterThan(20_000);
  for (const text of texts) expect(shown).toContain(text);
  expect(mail.headers.get('x-unsent')).toBe('1');
  expect(mail.to).toMatchObject({ text: 'support@voorbeeldzorg.example' });
  const mailed = JSON.parse(mail.attachments[0]?.content.toString() ?? '') as MailedSubmission; // written by the widget
  expect(mail.headers.get('x-submission-id')).toBe(mailed.id);
  expect(mailed.submission.questions.map(({ text }) => text)).toEqual(texts);
  await expect(panel.getByText(/te lang voor een korte mail/)).toBeVisible();
  expect(addresses.filter((address) => /begint|Einde|support%40|mailto/.test(address))).toEqual([]);

  await mend();
  await panel.getByRole('button', { name: /Opnieuw proberen/ }).click();
  await expect(panel.getByText(/^Verstuurd\. Nummer /).first()).toBeVisible({ timeout: 30_000 });
  await expect.poll(() => received(demo.url, 'Vraag 2 begint.')).toHaveLength(1);
});

test('a question that waits for internet can be copied and mailed from Mijn vragen', async ({
  page,
  context,
  demo,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await logIn(page, demo.url);
  const lastPart = page.waitForResponse(/\/mailing-[\w-]+\.js$/); // what is needed without a connection is fetched in order, this last
  const panel = await openPanel(page);
  await ask(panel, 'Zonder internet, toch op weg met ë en €.');
  await (await lastPart).finished();
  await isKept(panel);
  await context.setOffline(true);
  await send(panel);
  await expect(panel.getByRole('heading', { name: 'Bewaard' })).toBeVisible();
  await panel.getByRole('button', { name: 'Mijn vragen' }).click();
  await panel.getByRole('button', { name: /Zonder internet, toch op weg/ }).click();
  await expect(panel.getByRole('heading', { name: 'Anders versturen' })).toBeVisible();

  await panel.getByRole('button', { name: /Tekst kopiëren/ }).click();
  await expect(panel.getByText('Gekopieerd.').last()).toBeVisible();
  const shown = await shownText(panel);
  expect(plain(await page.evaluate(() => navigator.clipboard.readText()))).toBe(shown);
  expect(plain((await saveMail(page, panel)).text)).toBe(shown);
  const short = panel.getByRole('link', { name: /Korte mail beginnen/ });
  const { pathname, searchParams } = new URL((await short.getAttribute('href')) ?? '');
  expect([decodeURIComponent(pathname), plain(searchParams.get('body') ?? '')]).toEqual([
    'support@voorbeeldzorg.example',
    shown,
  ]);
  await context.setOffline(false);
  await expect(panel.getByText(/^Verstuurd\. Nummer /).first()).toBeVisible({ timeout: 30_000 });
  await expect.poll(() => received(demo.url, 'Zonder internet, toch op weg')).toHaveLength(1);
});

/** Lets everything that waits on this device have been saved so many days earlier. */
const letDaysPass = (page: Page, days: number): Promise<number> =>
  page.evaluate(async (earlierMs) => {
    const opened = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error as Error));
      });
    const names = (await indexedDB.databases()).flatMap(({ name }) => name ?? []);
    let changed = 0;
    for (const name of names.filter((one) => one.startsWith('cliendo-support:'))) {
      const database = await opened(indexedDB.open(name)); // oxlint-disable-line no-await-in-loop -- one person's
      const items = database.transaction('items', 'readwrite').objectStore('items');
      const keys = await opened(items.getAllKeys()); // oxlint-disable-line no-await-in-loop
      for (const key of keys.filter((one) => String(one).startsWith('row/'))) {
        const row = (await opened(items.get(key))) as { savedAt: number }; // oxlint-disable-line no-await-in-loop -- a row of the outbox
        await opened(items.put({ ...row, savedAt: row.savedAt - earlierMs }, key)); // oxlint-disable-line no-await-in-loop
        changed += 1;
      }
      database.close();
    }
    return changed;
  }, days * 86_400_000);

test('a question that has waited for five days warns at the first screen and leads to the other ways', async ({
  page,
  demo,
}) => {
  await logIn(page, demo.url);
  await breakSending(page);
  const panel = await openPanel(page);
  await ask(panel, 'Deze blijft al dagen liggen.');
  await send(panel);
  await expect(panel.getByRole('heading', { name: 'Bewaard' })).toBeVisible();
  await page.goto(`${demo.url}/healthz`); // nobody sends here, so nobody writes the row meanwhile
  expect(await letDaysPass(page, 5)).toBe(1);
  await page.goto(demo.url);
  await openPanel(page);
  await expect(panel.getByText(/^1 vraag wacht al 5 dagen\./).first()).toBeVisible();
  await panel.getByRole('button', { name: 'Anders versturen' }).press('Enter');
  await expect(panel.getByRole('heading', { name: 'Anders versturen' })).toBeVisible();
  expect(await shownText(panel)).toContain('Deze blijft al dagen liggen.');
});
