import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/demo';
import {
  answer,
  ask,
  LAUNCHER_NAME,
  launcherOf,
  logIn,
  openInbox,
  openPanel,
  panelOf,
  receiptNumber,
  received,
  type Received,
  send,
  supportIsReady,
} from '../support/journey';

/** Asks one question and closes the panel. */
const askAndSend = async (page: Page, words: string): Promise<Locator> => {
  const panel = await openPanel(page);
  await ask(panel, words);
  await send(panel);
  await receiptNumber(panel);
  await panel.getByRole('button', { name: 'Terug naar mijn werk' }).click();
  return panel;
};

/** Comes back later: opens the page anew and then the question, from the list. */
const comeBackTo = async (page: Page, words: string, { filter = 'Open' } = {}): Promise<Locator> => {
  await page.reload();
  const panel = await openPanel(page);
  await panel.getByRole('button', { name: /^Mijn vragen/ }).click();
  await panel.getByRole('radio', { name: filter }).check();
  await panel.getByRole('button', { name: new RegExp(words) }).click();
  await expect(panel.getByText(words).first()).toBeVisible();
  return panel;
};

const choose = (inbox: Page, status: string): Promise<void> => inbox.getByRole('radio', { name: status }).check();

test('an agent asks for more, the asker sees it, reads it and answers it', async ({ page, browser, demo }) => {
  await logIn(page, demo.url, 'Ingrid Visser');
  await askAndSend(page, 'De export is leeg.');
  const inbox = await openInbox(browser, demo.url);
  await inbox.getByText('De export is leeg.').first().click();
  await choose(inbox, 'We wachten op de vrager');
  await answer(inbox, 'De export is leeg.', 'Welke periode koos je?');

  await page.reload();
  await supportIsReady(page);
  await expect(launcherOf(page)).toHaveAccessibleName(`${LAUNCHER_NAME}, 1 nieuw antwoord`);
  const panel = await comeBackTo(page, 'De export is leeg.');
  await expect(panel.getByText('We wachten op jou').first()).toBeVisible();
  await expect(panel.getByText('Welke periode koos je?')).toBeVisible();
  await panel.getByRole('button', { name: 'Sluiten' }).click();
  await expect(launcherOf(page)).toHaveAccessibleName(LAUNCHER_NAME); // it was read
  await launcherOf(page).click();
  await panel.getByLabel('Je reactie').fill('De hele maand oktober.');
  await panel.getByRole('button', { name: 'Reactie versturen' }).click();
  await expect(panel.getByRole('article').filter({ hasText: 'De hele maand oktober.' })).toBeVisible();
  await expect(inbox.getByText('De hele maand oktober.').first()).toBeVisible({ timeout: 30_000 });
  await inbox.context().close();

  await page.reload();
  await supportIsReady(page);
  await expect(launcherOf(page)).toHaveAccessibleName(LAUNCHER_NAME);
});

test('no question is closed without a reply, and who is not helped opens it again', async ({ page, browser, demo }) => {
  await logIn(page, demo.url, 'Ingrid Visser');
  await askAndSend(page, 'Waar vind ik de oude roosters?');
  const inbox = await openInbox(browser, demo.url);
  await inbox.getByText('Waar vind ik de oude roosters?').first().click();
  await inbox.getByRole('button', { name: 'Afronden' }).click();
  await expect(inbox.getByText('Deze vraag heeft nog geen reactie.')).toBeVisible();
  await inbox.getByRole('button', { name: 'Reactie schrijven' }).click();
  await answer(inbox, 'Waar vind ik de oude roosters?', 'Bij Archief.');
  await inbox.getByRole('button', { name: 'Afronden' }).click();
  await expect(inbox.getByRole('heading', { name: /Afgerond/ })).toBeVisible();

  const panel = await comeBackTo(page, 'Waar vind ik de oude roosters', { filter: 'Alles' });
  await expect(panel.getByText('Afgerond').first()).toBeVisible();
  await expect(panel.getByLabel('Je reactie')).toHaveCount(0);
  await panel.getByRole('button', { name: 'Toch nog een vraag? Open hem weer' }).click();
  await panel.getByLabel('Je reactie').fill('Bij Archief staat niets.');
  await panel.getByRole('button', { name: 'Reactie versturen' }).click();
  await expect(inbox.getByText('Bij Archief staat niets.').first()).toBeVisible({ timeout: 30_000 });
  await inbox.getByRole('link', { name: /^Zonder reactie/ }).click();
  await expect(
    inbox.getByRole('navigation', { name: 'Vragen' }).getByText('Waar vind ik de oude roosters?'),
  ).toBeVisible();
  await inbox.context().close();
});

test('who is helped closes the question', async ({ page, browser, demo }) => {
  await logIn(page, demo.url, 'Ingrid Visser');
  await askAndSend(page, 'Mag een stagiair rapporteren?');
  const inbox = await openInbox(browser, demo.url);
  await answer(inbox, 'Mag een stagiair rapporteren?', 'Ja, onder toezicht.');
  const panel = await comeBackTo(page, 'Mag een stagiair rapporteren');
  await panel.getByRole('button', { name: 'Ja, afronden' }).click();
  await expect(panel.getByRole('button', { name: 'Toch nog een vraag? Open hem weer' })).toBeVisible();
  await inbox.getByRole('link', { name: /^Alles/ }).click();
  await inbox.getByText('Mag een stagiair rapporteren?').first().click();
  await expect(inbox.getByRole('heading', { name: /Afgerond/ })).toBeVisible({ timeout: 30_000 });
  await inbox.context().close();
});

test('the link of a mail leads past the log-in to that very question; a number that is not theirs leads to their own list', async ({
  page,
  context,
  browser,
  demo,
}) => {
  await logIn(page, demo.url, 'Ingrid Visser');
  await askAndSend(page, 'Waar staat de knop?');
  const [row] = await received(demo.url, 'Waar staat de knop?');
  const inbox = await openInbox(browser, demo.url);
  await answer(inbox, 'Waar staat de knop?', 'Rechtsboven, naast je naam.');
  await inbox.context().close();
  await context.clearCookies();

  await logIn(page, `${demo.url}/?support=vraag:${row?.number}`, 'Ingrid Visser');
  const panel = panelOf(page);
  await expect(panel.getByText('Rechtsboven, naast je naam.')).toBeVisible();
  await panel.getByRole('button', { name: 'Terug', exact: true }).click();
  await expect(panel.getByRole('button', { name: /Waar staat de knop/ })).toBeVisible(); // and it stays there
  expect(new URL(page.url()).search).toBe('');

  await context.clearCookies();
  await logIn(page, `${demo.url}/?support=vraag:${row?.number}`, 'Mehmet Aydin');
  await expect(panel.getByRole('heading', { name: 'Mijn vragen' })).toBeVisible();
  await expect(panel).not.toContainText('Waar staat de knop?');
});

test('a colleague sees nothing of a question that is not theirs, not even when they know its number', async ({
  page,
  context,
  demo,
}) => {
  await logIn(page, demo.url, 'Mehmet Aydin');
  await askAndSend(page, 'Alleen voor Mehmet.');
  const [row] = await received(demo.url, 'Alleen voor Mehmet.');
  await context.clearCookies();
  await logIn(page, demo.url, 'Ingrid Visser');
  const panel = await askAndSend(page, 'Alleen voor Ingrid.');
  await openPanel(page);
  await panel.getByRole('button', { name: /^Mijn vragen/ }).click();
  await panel.getByRole('radio', { name: 'Alles' }).check();
  await expect(panel.getByRole('button', { name: /Alleen voor Ingrid/ })).toBeVisible();
  await expect(panel).not.toContainText('Alleen voor Mehmet.');
  const [own] = await received(demo.url, 'Alleen voor Ingrid.');
  expect(await statusOf(page, own)).toBe(200);
  expect(await statusOf(page, row)).toBe(404);
});

/** Asks the receiver for a conversation with the token of whoever is logged in. */
const statusOf = (page: Page, row: Received | undefined): Promise<number> =>
  page.evaluate(async (question) => {
    const { token } = (await (await fetch('/host/api/support-token')).json()) as { readonly token: string }; // the demo's own back end
    return (await fetch(`/v1/questions/${question}`, { headers: { authorization: `Bearer ${token}` } })).status;
  }, row?.id);
