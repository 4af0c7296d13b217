import type { Locator, Page } from '@playwright/test';
import { ask, goTo, logIn, openInbox, openPanel, receiptNumber, supportIsReady } from '../support/journey';
import { expect, test } from '../support/wire';

test.use({ actionTimeout: 15_000 });

const SCREENS = ['Cliënten', 'Agenda', 'Rapportage', 'Cliënten', 'Vandaag'];

/** At work: somebody is logged in, and the page has just been loaded. */
async function atWork(page: Page, address: string): Promise<void> {
  await logIn(page, address);
  await page.reload(); // what was done to log in is gone by this
  await supportIsReady(page);
}

async function look(page: Page, question: string): Promise<Locator> {
  const panel = await openPanel(page);
  await ask(panel, question);
  await panel.getByRole('button', { name: 'Dit sturen we mee' }).click();
  await expect(panel.getByRole('heading', { name: 'Controleren en versturen' })).toBeVisible();
  return panel;
}

const steps = (panel: Locator): Locator => panel.getByRole('list', { name: 'Wat je net deed' }).getByRole('listitem');

test('who went through five screens sees five steps, takes one out, and the agent sees the other four', async ({
  page,
  browser,
  wire,
}) => {
  await atWork(page, wire.url);
  for (const screen of SCREENS) {
    await goTo(page, screen); // oxlint-disable-line no-await-in-loop -- one screen after the other
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible(); // oxlint-disable-line no-await-in-loop
  }
  const panel = await look(page, 'Na vijf schermen weet ik het niet meer.');
  await expect(steps(panel)).toHaveCount(5);
  await expect(steps(panel)).toContainText(SCREENS);
  await panel.getByRole('button', { name: 'Niet meesturen: Agenda' }).click();
  await expect(steps(panel)).toHaveCount(4);
  await panel.getByRole('button', { name: 'Versturen', exact: true }).click();
  await receiptNumber(panel);

  const inbox = await openInbox(browser, wire.url);
  await inbox.getByText('Na vijf schermen').first().click();
  const before = inbox.getByRole('list', { name: 'Wat ging eraan vooraf' }).getByRole('listitem');
  await expect(before).toContainText(['Link Cliënten', 'Link Rapportage', 'Link Cliënten', 'Link Vandaag']);
  await expect(before).toHaveCount(4);
  await inbox.context().close();
});

test('after a reload the steps are gone', async ({ page, demo }) => {
  await atWork(page, demo.url);
  await goTo(page, 'Agenda');
  await goTo(page, 'Rapportage');
  await page.reload();
  const panel = await look(page, 'Alles is weg.');
  await expect(panel.getByText('Wat je net deed')).toHaveCount(0);
});

test('an agent sees the error and the failed request at the step that caused them', async ({ page, browser, wire }) => {
  await atWork(page, wire.url);
  await page.goto(`${wire.url}/ontwikkelaar`);
  await supportIsReady(page);
  await page.getByRole('button', { name: 'Doe een mislukt verzoek' }).click();
  await page.getByRole('button', { name: 'Gooi een fout' }).click();
  const panel = await look(page, 'De app doet raar.');
  await expect(panel.getByRole('list', { name: 'Wat de app niet kon ophalen' })).toContainText('/host/api/reports/:id');
  await panel.getByRole('button', { name: 'Versturen', exact: true }).click();
  await receiptNumber(panel);

  const inbox = await openInbox(browser, wire.url);
  await inbox.getByText('De app doet raar').first().click();
  const before = inbox.getByRole('list', { name: 'Wat ging eraan vooraf' }).getByRole('listitem');
  await expect(before).toContainText([/Knop.*mislukt verzoek/, '500', /Knop.*Gooi een fout/, 'TypeError']);
  await expect(before.filter({ hasText: '500' })).toContainText('/host/api/reports/:id');
  await expect(inbox.getByText('C-10432')).toHaveCount(0);
  await inbox.context().close();
});
