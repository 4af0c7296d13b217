import type { Page } from '@playwright/test';
import { expect, test } from '../support/pages';
import type { FreezerOnPage } from './pages/freezer';

declare const freezer: FreezerOnPage;

const BODY = `
  <h1>Agenda</h1>
  <div id="scroller" style="height:60px;overflow:auto"><p style="height:400px">Menu</p></div>
  <input aria-label="Naam" value="">
  <x-card></x-card>
  <script>
    document.querySelector('x-card').attachShadow({ mode: 'open' }).innerHTML = '<p>Menu</p>';
  </script>`;

/** Somebody hovers over the launcher, then something happens, then the launcher is pressed. */
const press = (page: Page, meanwhile: string) =>
  page.evaluate(async (script) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    await frame();
    freezer.approach();
    freezer.pass(1);
    const early = freezer.copies();
    // oxlint-disable-next-line no-new-func -- the test's own words
    new Function(script)();
    await frame();
    freezer.pass(200);
    const { markup, takenAt } = freezer.freeze();
    return { markup, takenAt, early, afterPress: freezer.copies() - early };
  }, meanwhile);

test.describe('the page frozen while somebody comes near the launcher', () => {
  test.beforeEach(async ({ page, pages }) => {
    await pages.open({ body: BODY, script: 'freezer' });
    await page.waitForFunction(() => 'freezer' in globalThis);
  });

  test('is the picture of the press when nothing has changed by then, and the press copies nothing', async ({
    page,
  }) => {
    const pressed = await press(page, '');
    expect(pressed).toMatchObject({ early: 1, afterPress: 0, takenAt: 1201 });
    expect(pressed.markup).toContain('Agenda');
  });

  const CHANGES: readonly (readonly [what: string, script: string])[] = [
    ['a text of the page', `document.querySelector('h1').textContent = 'Bewaard'`],
    ['a class', `document.querySelector('h1').className = 'is-new'`],
    ['something inside a shadow tree', `document.querySelector('x-card').shadowRoot.querySelector('p').remove()`],
    ['a scroll position', `document.querySelector('#scroller').scrollTop = 40`],
    ['the focus', `document.querySelector('input').focus()`],
    [
      'a field',
      `document.querySelector('input').value = 'x'; document.querySelector('input').dispatchEvent(new Event('input', { bubbles: true }))`,
    ],
    ['something that begins to move', `document.querySelector('h1').animate({ opacity: [0, 1] }, 10000);`],
  ];
  for (const [what, script] of CHANGES)
    test(`is made again at the press when it changed by ${what}`, async ({ page }) => {
      expect(await press(page, script)).toMatchObject({ early: 1, afterPress: 1 });
    });

  test('shows what changed before the press', async ({ page }) => {
    const { markup } = await press(page, `document.querySelector('h1').textContent = 'Bewaard'`);
    expect(markup).toContain('Bewaard');
    expect(markup).not.toContain('Agenda');
  });

  test('stays when only our own elements change', async ({ page }) => {
    const ours = `const bar = document.createElement('cliendo-support-bar'); document.documentElement.append(bar); bar.lang = 'nl'`;
    expect(await press(page, ours)).toMatchObject({ early: 1, afterPress: 0 });
  });

  test('is not made early on a page that moves by itself', async ({ page }) => {
    await page.evaluate(() =>
      document.querySelector('h1')?.animate({ opacity: [0, 1] }, { duration: 1000, iterations: Infinity }),
    );
    expect(await press(page, '')).toMatchObject({ early: 1, afterPress: 1 });
  });

  test('is forgotten when no press comes', async ({ page }) => {
    const copies = await page.evaluate(() => {
      freezer.approach();
      freezer.pass(1);
      freezer.pass(10_000);
      const before = freezer.copies();
      freezer.freeze();
      return freezer.copies() - before;
    });
    expect(copies).toBe(1);
  });
});
