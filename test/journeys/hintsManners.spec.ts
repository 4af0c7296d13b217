/** What hints may never do to the app they stand in, and to the people at it. */
import type { Page } from '@playwright/test';
import { expect, test as without } from '../support/demo';
import { atNoon, cardOf, hintsOf, listed, reasonOf, startHint, test } from '../support/hinted';
import { ask, goTo, launcherOf, logIn, openPanel, panelOf, supportIsReady } from '../support/journey';

const WELCOME = 'Fijn dat je er bent';
const NEWS = 'Nieuw: weekoverzicht in de agenda';

/** Names of the parts of hints that this page fetches from now on. */
function partsOfHints(page: Page): readonly string[] {
  const parts: string[] = [];
  page.on('request', (request) => parts.push(...(/\/(hints\.\w+)-[^/]*\.js$/.exec(request.url())?.slice(1) ?? [])));
  return parts;
}

without(
  'where nothing is published, nothing of the engine and nothing that draws is fetched',
  async ({ page, demo }) => {
    const parts = partsOfHints(page);
    await logIn(page, demo.url);
    await supportIsReady(page);
    expect(await listed(page)).toEqual([]); // it has been asked what there is
    expect(parts).toEqual([]);
  },
);

test('control: where something is published both are', async ({ page, hinted }) => {
  const parts = partsOfHints(page);
  await logIn(page, hinted.url);
  await expect(cardOf(page, WELCOME)).toBeVisible();
  expect(parts).toEqual(expect.arrayContaining(['hints.engine', 'hints.views']));
});

test('what interrupts is in one tab, and what is closed there is closed everywhere', async ({ page, hinted }) => {
  await logIn(page, hinted.url);
  await expect(cardOf(page, WELCOME)).toBeVisible();
  const other = await page.context().newPage();
  await atNoon(other);
  await other.goto(hinted.url);
  await expect.poll(() => reasonOf(other, 'nieuwe-versie')).not.toBe('status');
  await expect(cardOf(other, WELCOME)).toHaveCount(0);
  await cardOf(page, WELCOME).getByRole('button', { name: 'Niet meer laten zien' }).click();
  await expect.poll(() => reasonOf(other, 'welkom')).toBe('never');
});

test('one key goes round the page, the hint and the panel', async ({ page, hinted }) => {
  await logIn(page, `${hinted.url}/agenda`);
  const dot = hintsOf(page).getByRole('button', { name: /Nieuwe afspraak/ });
  await expect(dot).toBeVisible();
  const search = page.getByRole('searchbox');
  await search.focus();
  await page.keyboard.press('F6');
  await expect(dot).toBeFocused();
  await page.keyboard.press('F6');
  await expect(search).toBeFocused();
});

test('a modal of the app is not covered: what stands beside it waits, and comes back', async ({ page, hinted }) => {
  await logIn(page, `${hinted.url}/agenda`);
  const dot = hintsOf(page).getByRole('button', { name: /Nieuwe afspraak/ });
  await expect(dot).toBeVisible();
  await page.getByRole('button', { name: 'Nieuwe afspraak', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: /afspraak/i });
  await expect(dialog).toBeVisible();
  await expect(dot).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(dot).toBeVisible();
});

test('another page takes its cards along, also those that were about to come', async ({ page, hinted }) => {
  await logIn(page, hinted.url);
  await expect(cardOf(page, NEWS)).toBeVisible();
  await goTo(page, 'Cliënten');
  await expect(hintsOf(page).locator('.hint')).toHaveCount(0);
  await goTo(page, 'Vandaag');
  await goTo(page, 'Agenda'); // within the second that the banner waits
  await expect(hintsOf(page).getByRole('button', { name: /Nieuwe afspraak/ })).toBeVisible();
  await expect(cardOf(page, NEWS)).toHaveCount(0);
});

test('a picture of the screen shows the app where a hint stands', async ({ page, hinted }) => {
  await logIn(page, hinted.url);
  await expect(cardOf(page, NEWS)).toBeVisible();
  const search = page.getByRole('searchbox'); // the strip lies over it
  const { x, y, height } = (await search.boundingBox()) ?? { x: 0, y: 0, height: 0 };
  const panel = await openPanel(page);
  await ask(panel, 'Waar vind ik het rooster?');
  await expect(panel.getByText(/Screenshot staat klaar/).first()).toBeVisible();
  const colour = await panel
    .getByRole('img')
    .first()
    .evaluate(
      async (image: HTMLImageElement, [left, top]) => {
        await image.decode();
        const { naturalWidth: width, naturalHeight: height } = image;
        const canvas = Object.assign(document.createElement('canvas'), { width, height });
        const pen = canvas.getContext('2d');
        pen?.drawImage(image, 0, 0);
        const scale = width / innerWidth;
        return [...(pen?.getImageData(left * scale, top * scale, 1, 1).data ?? [])].slice(0, 3).join(', ');
      },
      [x + 250, y + height / 2] as const, // right of its words
    );
  const drawn = await search.evaluate((field) => {
    let box: Element | null = field;
    while (box && getComputedStyle(box).backgroundColor === 'rgba(0, 0, 0, 0)') box = box.parentElement;
    return box ? getComputedStyle(box).backgroundColor : '';
  });
  expect(`rgb(${colour})`).toBe(drawn);
});

test('the page is as it was when support ends', async ({ page, hinted }) => {
  await logIn(page, hinted.url);
  await expect(cardOf(page, WELCOME)).toBeVisible();
  const app = (): Promise<string> => page.evaluate(() => document.querySelector('#app, main')?.outerHTML ?? '');
  const before = await app();
  await page.evaluate(
    () =>
      new Promise<void>((resolve) =>
        (
          window as unknown as { CliendoSupport: (name: string, act: (support: { destroy(): void }) => void) => void }
        ).CliendoSupport('ready', (support) => resolve(support.destroy())),
      ),
  );
  await expect(page.locator('cliendo-support, cliendo-support-bar')).toHaveCount(0);
  expect(await app()).toBe(before);
});

test('an English colleague reads English', async ({ page, hinted }) => {
  await logIn(page, hinted.url);
  await expect(cardOf(page, WELCOME)).toBeVisible();
  await page.getByRole('link', { name: 'Instellingen' }).click();
  await page.getByRole('radio', { name: 'English' }).check({ force: true }); // drawn over by its own word
  await goTo(page, 'Today');
  await startHint(page, 'welkom');
  await expect(cardOf(page, 'Good to have you here').getByRole('button', { name: 'Show me' })).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`on a phone in ${colorScheme} a hint leaves the launcher free and fits the screen`, async ({ page, hinted }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await logIn(page, hinted.url);
    await page.setViewportSize({ width: 320, height: 640 });
    const card = cardOf(page, WELCOME);
    await expect(card).toBeVisible();
    const box = await card.boundingBox();
    expect(box && box.x >= 0 && box.x + box.width <= 320).toBe(true);
    await card.getByRole('button', { name: 'Later' }).click();
    await expect(card).toHaveCount(0);
    await page.goto(`${hinted.url}/rapportage`); // its field is as wide as the screen
    await startHint(page, 'rapportage-schrijven');
    const beside = cardOf(page, 'Schrijf wat je zag');
    await expect(beside).toBeInViewport({ ratio: 1 });
    await launcherOf(page).click(); // nothing lies over it
    await expect(panelOf(page)).toBeVisible();
  });
