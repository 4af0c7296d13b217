import type { Locator, Page } from '@playwright/test';
import { countActs, type ActCounter } from '../support/acts';
import { expect, test } from '../support/demo';
import {
  answer,
  goTo,
  launcherOf,
  logIn,
  openInbox,
  panelOf,
  receiptNumber,
  received,
  send,
  supportIsReady,
} from '../support/journey';
import { focusedStop } from '../support/keyboardWalk';

/** Every row of the table of click budgets: what a person presses, not how long it takes. */
const startAt = async (page: Page, address: string): Promise<ActCounter> => {
  const counter = await countActs(page);
  await logIn(page, address);
  await page.goto(address);
  await supportIsReady(page);
  counter.reset();
  return counter;
};

/** Types where the focus is: who has to look for the field has lost. */
const typeAndEnter = async (page: Page, words: string): Promise<Locator> => {
  const panel = panelOf(page);
  await expect(panel.getByLabel('Typ je vraag')).toBeFocused();
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
  await expect(panel.getByLabel('Wat gebeurt er precies?')).toHaveValue(words);
  return panel;
};

test('one problem in words takes two presses and the typing', async ({ page, demo }) => {
  const counter = await startAt(page, demo.url);
  await launcherOf(page).click();
  const panel = await typeAndEnter(page, 'Afdrukken lukt niet.');
  await send(panel);
  await receiptNumber(panel);
  expect(await counter.count()).toMatchObject({ pointer: 2, keys: 1 });
});

test('the main job, one problem with a masked picture, takes three presses and the typing', async ({ page, demo }) => {
  const counter = await startAt(page, demo.url);
  await launcherOf(page).click();
  const panel = await typeAndEnter(page, 'De hoofdtaak met een beeld.');
  await panel.getByRole('button', { name: 'Meesturen', exact: true }).click();
  await expect(panel.getByRole('listitem').getByText(/\d+ plekken zijn afgedekt/)).toBeVisible();
  await send(panel);
  await receiptNumber(panel);
  expect(await counter.count()).toMatchObject({ pointer: 3, keys: 1 });
  expect(await received(demo.url, 'De hoofdtaak met een beeld.')).toMatchObject([{ attachments: 1 }]);
});

test('a fresh screenshot takes no more than four presses and the typing', async ({ page, demo }) => {
  const counter = await startAt(page, demo.url);
  await launcherOf(page).click();
  const panel = await typeAndEnter(page, 'Nu zie je het pas.');
  await panel.getByRole('button', { name: 'Screenshot maken' }).click();
  await expect(panel.getByText('Screenshot 1')).toBeVisible();
  await send(panel);
  await receiptNumber(panel);
  expect(await counter.count()).toMatchObject({ pointer: 3, keys: 1 });
});

test('the settings path takes five presses and the typing, with a picture of the screen before', async ({
  page,
  demo,
}) => {
  const counter = await startAt(page, demo.url);
  await goTo(page, 'Agenda');
  await page.evaluate(paintTheWeek);
  counter.reset();
  await goTo(page, 'Instellingen');
  await page.getByRole('link', { name: 'Support', exact: true }).click();
  await page.getByRole('button', { name: 'Praat met Cliendo' }).first().click();
  const panel = panelOf(page);
  await expect(panel.getByLabel('Wat gebeurt er precies?')).toBeFocused();
  await page.keyboard.type('De agenda staat op de verkeerde week.');
  await expect(panel.getByText('Je bent nu op: Agenda › Week')).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Meesturen', exact: true })).toHaveCount(0); // no picture of a way in
  await panel.getByRole('button', { name: 'Ga terug naar Agenda › Week en laat het zien' }).click();
  await expect(panel.getByText('Screenshot 1')).toBeVisible();
  expect(new URL(page.url()).pathname).toBe('/agenda');
  expect(await shareOfThePaint(panel.getByRole('img', { name: 'Screenshot 1' }))).toBeGreaterThan(0.05);
  await send(panel);
  await receiptNumber(panel);
  expect(await counter.count()).toMatchObject({ pointer: 5, keys: 0 });
});

test('one more question in the bundle takes two presses more, and two to look and send', async ({ page, demo }) => {
  const counter = await startAt(page, demo.url);
  await launcherOf(page).click();
  const panel = await typeAndEnter(page, 'Eerst dit.');
  await panel.getByRole('button', { name: 'Opslaan in bundel' }).click();
  await panel.getByRole('button', { name: 'Nog een vraag toevoegen' }).click();
  await expect(panel.getByLabel('Wat gebeurt er precies?')).toBeFocused();
  await page.keyboard.type('En dan dat.');
  await panel.getByRole('button', { name: 'Controleren en versturen' }).click();
  await panel.getByRole('button', { name: '2 vragen versturen' }).click();
  await receiptNumber(panel);
  expect(await counter.count()).toMatchObject({ pointer: 1 + 2 + 2, keys: 1 });
});

test('reading a reply takes three presses', async ({ page, browser, demo }) => {
  const counter = await startAt(page, demo.url);
  await launcherOf(page).click();
  const panel = await typeAndEnter(page, 'Hoe zet ik de lijst op naam?');
  await send(panel);
  await receiptNumber(panel);
  const inbox = await openInbox(browser, demo.url);
  await answer(inbox, 'Hoe zet ik de lijst op naam?', 'Klik boven de lijst op Naam.');
  await inbox.context().close();
  await page.reload();
  await supportIsReady(page);
  counter.reset();
  await launcherOf(page).click();
  await panel.getByRole('button', { name: /^Mijn vragen/ }).click();
  await panel.getByRole('button', { name: /Hoe zet ik de lijst op naam/ }).click();
  await expect(panel.getByText('Klik boven de lijst op Naam.')).toBeVisible();
  expect(await counter.count()).toMatchObject({ pointer: 3, keys: 0 });
});

test('the main job by keyboard alone takes at most twelve key presses besides the text', async ({ page, demo }) => {
  const counter = await startAt(page, demo.url);
  await page.keyboard.press('Alt+Shift+H');
  const panel = await typeAndEnter(page, 'Zonder muis gaat het ook.');
  await expect(panel.getByRole('button', { name: 'Meesturen', exact: true })).toBeVisible();
  await expect(panel.getByLabel('Wat gebeurt er precies?')).toBeFocused();
  await tabTo(page, 'Meesturen');
  await page.keyboard.press('Enter');
  await expect(panel.getByText('Screenshot 1')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await receiptNumber(panel);
  const { pointer, keys } = await counter.count();
  expect(pointer).toBe(0);
  expect(keys).toBeLessThanOrEqual(12);
  expect(await received(demo.url, 'Zonder muis gaat het ook.')).toMatchObject([{ attachments: 1 }]);
});

async function tabTo(page: Page, name: string): Promise<void> {
  for (let press = 0; press < 12; press += 1) {
    await page.keyboard.press('Tab');
    if ((await focusedStop(page))?.name === name) return;
  }
  throw new Error(`Tab did not come to "${name}".`);
}

/** A colour that only the agenda has. */
function paintTheWeek(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('.day { background: rgb(255, 0, 255) !important }');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

/** How much of a picture has that colour, from 0 to 1. */
const shareOfThePaint = (picture: Locator): Promise<number> =>
  picture.evaluate(async (image) => {
    if (!(image instanceof HTMLImageElement)) throw new TypeError('This is no picture.');
    await image.decode();
    const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
    const context = canvas.getContext('2d');
    if (!context) throw new TypeError('This browser does not draw.');
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    let painted = 0;
    for (let at = 0; at < data.length; at += 4)
      painted += data[at] === 255 && data[at + 1] === 0 && data[at + 2] === 255 ? 1 : 0;
    return painted / (canvas.width * canvas.height);
  });
