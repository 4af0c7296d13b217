/** It becomes known who asks while somebody is at work in the form: nothing goes away under their hand, and nothing is lost. */
import type { Locator, Page } from '@playwright/test';
import { expect, test, withSupport } from '../support/embed';
import { ask, goOn, openPanel, panelOf, launcherOf } from '../support/journey';
import { png } from '../support/pictures';

test.use({ actionTimeout: 15_000 });

const HEAD = withSupport(
  `{ backend: location.origin, auth: '/host/api/support-token', launcher: true, moment: { picture: false } }`,
);
const QUESTION = 'De lijst blijft leeg.';
const PHOTO = png({ width: 60, height: 40 });

interface Door {
  open(): void;
  /** Settles when somebody stands before it. */
  readonly isAsked: Promise<void>;
}

/** Answers to an address are held up until it is opened. */
async function held(page: Page, address: string): Promise<Door> {
  let open = (): void => undefined;
  let ask = (): void => undefined;
  const isOpen = new Promise<void>((resolve) => (open = resolve));
  const isAsked = new Promise<void>((resolve) => (ask = resolve));
  await page.route(address, async (route) => {
    ask();
    await isOpen;
    await route.continue();
  });
  return { open, isAsked };
}

/** A host that does not say yet who is signed in. */
const whoIsNotKnownYet = (page: Page): Promise<Door> => held(page, '**/host/api/support-token');

/** Reading a file takes until `readFiles` is called on the page. */
const slowFiles = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const isRead = new Promise<void>((resolve) => Object.assign(window, { readFiles: resolve }));
    const read = File.prototype.arrayBuffer;
    File.prototype.arrayBuffer = async function (): Promise<ArrayBuffer> {
      await isRead;
      return read.call(this);
    };
  });
declare const readFiles: () => void;

const form = async (page: Page): Promise<Locator> => {
  await expect(launcherOf(page)).toBeVisible();
  await launcherOf(page).click();
  const panel = panelOf(page);
  await ask(panel, QUESTION);
  await expect(panel.getByRole('button', { name: 'Bestand kiezen' })).toBeVisible();
  return panel;
};

const pick = async (page: Page, panel: Locator, file: { name: string; mimeType: string; buffer: Buffer }) => {
  const choosing = page.waitForEvent('filechooser');
  await panel.getByRole('button', { name: 'Bestand kiezen' }).click();
  await (await choosing).setFiles([file]);
};

const isKnown = (panel: Locator): Promise<void> =>
  expect(panel.getByText('Bewaard. Je kunt later verder.')).toBeVisible();

test('no button goes away and comes back', async ({ page, host }) => {
  const door = await whoIsNotKnownYet(page);
  await host.open({ head: HEAD });
  const panel = await form(page);
  const buttons = await panel.getByRole('button').elementHandles();
  expect(buttons.length).toBeGreaterThan(5);
  door.open();
  await isKnown(panel);
  const gone: string[] = [];
  for (const button of buttons)
    if (!(await button.evaluate((element) => element.isConnected))) gone.push((await button.textContent()) ?? '');
  expect(gone).toEqual([]);
});

test('a file that is being added then goes along', async ({ page, host }) => {
  const door = await whoIsNotKnownYet(page);
  await slowFiles(page);
  await host.open({ head: HEAD });
  const panel = await form(page);
  await pick(page, panel, { name: 'scherm.png', mimeType: 'image/png', buffer: PHOTO });
  await expect(panel.getByText('Bijlage toevoegen…')).toBeVisible();
  const known = page.waitForResponse('**/host/api/support-token');
  door.open();
  await known;
  await page.evaluate(() => readFiles());
  await expect(panel.getByText('Bestand 1')).toBeVisible();
  await isKnown(panel);
  await page.reload();
  await goOn(await openPanel(page));
  await expect(panel.getByText('Bestand 1')).toBeVisible();
});

test('a file that is being chosen then goes along, also when the part for pictures has only just come', async ({
  page,
  host,
}) => {
  const door = await whoIsNotKnownYet(page);
  const part = await held(page, '**/captures-*.js');
  const key = await held(page, '**/v1/me/device-keys/*');
  await host.open({ head: HEAD });
  await expect(launcherOf(page)).toBeVisible();
  await launcherOf(page).click();
  const panel = panelOf(page);
  await ask(panel, QUESTION);
  door.open();
  await key.isAsked;
  part.open();
  const choosing = page.waitForEvent('filechooser');
  await panel.getByRole('button', { name: 'Bestand kiezen' }).click();
  const chooser = await choosing;
  key.open();
  await isKnown(panel);
  await chooser.setFiles([{ name: 'scherm.png', mimeType: 'image/png', buffer: PHOTO }]);
  await expect(panel.getByText('Bestand 1')).toBeVisible();
});

test('why a file could not go along still stands there', async ({ page, host }) => {
  const door = await whoIsNotKnownYet(page);
  await host.open({ head: HEAD });
  const panel = await form(page);
  await pick(page, panel, { name: 'brief.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 brief') });
  await expect(panel.locator('.notice', { hasText: 'brief.pdf' })).toBeVisible();
  door.open();
  await isKnown(panel);
  await expect(panel.locator('.notice', { hasText: 'brief.pdf' })).toBeVisible();
  await panel.locator('.notice').getByRole('button', { name: 'Sluiten' }).click();
  await expect(panel.locator('.notice', { hasText: 'brief.pdf' })).toHaveCount(0);
});

test('who presses "Dit sturen we mee" before that sees it after, without pressing again', async ({ page, host }) => {
  const door = await whoIsNotKnownYet(page);
  await host.open({ head: HEAD });
  const panel = await form(page);
  await panel.getByRole('button', { name: 'Dit sturen we mee' }).click();
  door.open();
  await expect(panel.getByRole('heading', { name: 'Controleren en versturen' })).toBeVisible();
  await expect(panel.getByText(QUESTION, { exact: true })).toBeVisible();
});
