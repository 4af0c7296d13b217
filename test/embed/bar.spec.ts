import type { Locator, Page } from '@playwright/test';
import { expect, ORIGIN, test } from '../support/pages';

const host = (attributes: string): string => `
  <main>
    <h1>Dossier</h1>
    <button type="button" data-support-open="ask">Hulp</button>
    <button type="button" id="plan">Afspraak maken</button>
  </main>
  <dialog id="visit" aria-label="Afspraak"><input aria-label="Titel"><button type="button">Bewaar</button></dialog>
  <script type="module">plan.addEventListener('click', () => visit.showModal());</script>
  <script src="/support/loader.js" data-backend="${ORIGIN}/receiver" ${attributes}></script>`;

const bars = (page: Page): Locator => page.locator('cliendo-support-bar');
const pill = (page: Page): Locator => bars(page).getByRole('button');
const panel = (page: Page): Locator => page.locator('cliendo-support').getByRole('dialog');
const question = (page: Page): Locator => panel(page).getByRole('textbox', { name: 'Wat gebeurt er precies?' });
const homeOfBar = (page: Page): Promise<string> =>
  bars(page).evaluate(({ parentElement }) => parentElement?.id || parentElement?.nodeName || '');

/** Arrives only when nothing covers the middle of it and it is not inert. */
const press = (button: Locator): Promise<void> => button.click({ timeout: 5000 });

test.describe('a page with the launcher, where the panel was never opened', () => {
  test.beforeEach(async ({ page, pages }) => {
    await pages.open({ body: host('data-launcher') });
    await expect(pill(page)).toHaveAccessibleName('Praat met Cliendo');
  });

  test('the launcher follows into a dialog of the host and comes back', async ({ page }) => {
    expect(await homeOfBar(page)).toBe('HTML');
    await page.getByRole('button', { name: 'Afspraak maken' }).click();
    await expect.poll(() => homeOfBar(page)).toBe('visit');
    await expect(pill(page)).toBeVisible();
    await page.evaluate('visit.close()');
    await expect.poll(() => homeOfBar(page)).toBe('HTML');
    await expect(pill(page)).toBeVisible();
  });

  test('a press on it inside the dialog opens the panel above that dialog', async ({ page }) => {
    await page.getByRole('button', { name: 'Afspraak maken' }).click();
    await expect.poll(() => homeOfBar(page)).toBe('visit');
    await press(pill(page));
    const field = panel(page).getByRole('textbox', { name: 'Typ je vraag' });
    await expect(field).toBeFocused();
    await page.keyboard.type('Opslaan doet niets');
    await expect(field).toHaveValue('Opslaan doet niets');
    await expect(page.getByLabel('Titel')).toHaveValue('');
    expect(await page.evaluate('visit.open')).toBe(true);
  });

  test('a host that throws its dialog away does not take the launcher along', async ({ page }) => {
    await page.getByRole('button', { name: 'Afspraak maken' }).click();
    await expect.poll(() => homeOfBar(page)).toBe('visit');
    await page.evaluate('visit.remove()');
    await expect.poll(() => homeOfBar(page)).toBe('HTML');
    await press(pill(page));
    await expect(panel(page)).toBeVisible();
  });

  test('the launcher makes room for the panel and comes back with the focus when it closes', async ({ page }) => {
    await press(pill(page));
    await expect(panel(page)).toBeVisible();
    await expect(pill(page)).toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(panel(page)).toBeHidden();
    await expect(pill(page)).toBeVisible();
    await expect(pill(page)).toBeFocused();
  });

  test('destroying takes it away', async ({ page }) => {
    await page.evaluate("CliendoSupport('destroy')");
    await expect(bars(page)).toHaveCount(0);
    await page.getByRole('button', { name: 'Afspraak maken' }).click();
    await expect(page.getByLabel('Titel')).toBeVisible();
    await expect(bars(page)).toHaveCount(0);
  });
});

test.describe('a page without the launcher', () => {
  const fetched: string[] = [];

  test.beforeEach(async ({ page, pages }) => {
    fetched.length = 0;
    page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
    await pages.open({ body: host('') });
  });

  test('fetches nothing for it and puts no bar on the page', async ({ page }) => {
    await expect.poll(() => fetched.some((path) => path.includes('/support/capture.moment-'))).toBe(true); // what is fetched at idle
    await page.getByRole('button', { name: 'Afspraak maken' }).click();
    await expect(page.getByLabel('Titel')).toBeVisible();
    await expect(bars(page)).toHaveCount(0);
    expect(fetched.filter((path) => path.includes('/launcher-'))).toEqual([]);
  });

  test('still offers the way back when a dialog of the host covers an open question', async ({ page }) => {
    await page.getByRole('button', { name: 'Hulp' }).click();
    await question(page).fill('Opslaan doet niets');
    await expect(bars(page)).toHaveCount(0);

    await test.step('the host opens its dialog: the panel gives way', async () => {
      await page.getByRole('button', { name: 'Afspraak maken' }).click();
      await expect(panel(page)).toBeHidden();
      await expect(pill(page)).toHaveAccessibleName('Verder met je vraag');
      await expect(pill(page)).toHaveText('Verder met je vraag');
      expect(await homeOfBar(page)).toBe('visit');
    });
    await test.step('the way back opens it above the dialog, as it was left', async () => {
      await press(pill(page));
      await expect(question(page)).toHaveValue('Opslaan doet niets');
      await expect(bars(page)).toHaveCount(0);
      await page.keyboard.type('!');
      await expect(question(page)).toHaveValue('Opslaan doet niets!');
      await expect(page.getByLabel('Titel')).toHaveValue('');
    });
    await test.step('the host closes its dialog: the panel goes on beside the page, without a bar', async () => {
      await page.evaluate('visit.close()');
      await expect(question(page)).toHaveValue('Opslaan doet niets!');
      await expect(bars(page)).toHaveCount(0);
    });
  });
});

test('the way back speaks the language of the panel', async ({ page, pages }) => {
  await pages.open({ body: host('data-locale="en"') });
  await page.getByRole('button', { name: 'Hulp' }).click();
  await expect(panel(page).getByRole('heading', { name: 'New question' })).toBeVisible();
  await page.getByRole('button', { name: 'Afspraak maken' }).click();
  await expect(pill(page)).toHaveAccessibleName('Continue your question');
});

test('one bar at most, however often dialogs and panel come and go', async ({ page, pages }) => {
  await pages.open({ body: host('data-launcher') });
  await press(pill(page));
  await expect(panel(page)).toBeVisible(); // a dialog that opens before the panel is there would be below it
  for (let round = 0; round < 3; round += 1) {
    await page.evaluate('visit.showModal()');
    await expect(pill(page)).toHaveCount(1);
    await press(pill(page));
    await page.evaluate('visit.close()');
    await expect(pill(page)).toHaveCount(0);
  }
  await page.keyboard.press('Escape');
  await expect(pill(page)).toHaveCount(1);
  expect(await homeOfBar(page)).toBe('HTML');
});
