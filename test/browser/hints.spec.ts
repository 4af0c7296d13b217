/** Hints as they stand on a page of a host: what they may never do to it, and that they can be used wherever they stand. */
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/pages';

const NONCE = 'aGludHM';
/** As strict as a host can be. */
const policy = `default-src 'none'; script-src 'nonce-${NONCE}'; require-trusted-types-for 'script'; trusted-types 'none'`;

const body = `
  <main>
    <div id="far" class="scrolls"><div class="high">
      <label>BSN <input id="bsn"></label>
      <button type="button" id="save">Opslaan</button>
    </div></div>
    <label>Naam <input id="name"></label>
  </main>
  <dialog id="visit" aria-label="Afspraak"><p>Kies een tijd.</p><button type="button" id="time">Tijd</button></dialog>`;

/** A box that scrolls, in a parent that is turned into a containing block: what breaks other libraries. */
const looks = `
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('main { transform: translate(10px, 20px) } .scrolls { height: 260px; width: 420px; overflow: auto; contain: paint } .high { height: 900px; padding-top: 120px }');
  document.adoptedStyleSheets = [sheet];`;

interface Some {
  readonly id?: string;
  readonly look?: string;
  readonly at?: string;
  readonly [part: string]: unknown;
}
const hint = (some: Some = {}): Some => ({
  id: 'hint',
  rev: 1,
  kind: some.look ?? 'tooltip',
  look: 'tooltip',
  title: 'Waarom vragen we het BSN?',
  body: [{ t: 'p', c: ['Typ 9 cijfers.'] }],
  targetLabel: 'BSN',
  isAsked: false,
  isOpen: false,
  actions: [],
  at: '#bsn',
  ...some,
});
const show = (page: Page, ...hints: readonly Some[]): Promise<void> =>
  page.evaluate((all) => (window as unknown as { hints: { show(hints: unknown): void } }).hints.show(all), hints); // pages/hints.tsx
const done = (page: Page): Promise<string[]> => page.evaluate('hints.done.filter((one) => !one.startsWith("seen"))');
const card = (page: Page): Locator => page.locator('cliendo-support-bar .hint');
/** It is drawn where it belongs: `data-away` goes when it has been placed. */
const placed = (page: Page): Locator => page.locator('cliendo-support-bar .hint:not([data-away])');

/** How far the card is from the bottom of an element, and whether they cover each other. */
const distance = (page: Page, selector: string): Promise<number> =>
  page.evaluate((wanted) => {
    const mine = document.querySelector('cliendo-support-bar')?.shadowRoot?.querySelector('.hint');
    const { bottom = 0 } = document.querySelector(wanted)?.getBoundingClientRect() ?? {};
    return Math.round((mine?.getBoundingClientRect().top ?? 0) - bottom);
  }, selector);

test.beforeEach(async ({ page, pages }) => {
  await page.addInitScript(() => {
    const seen: string[] = [];
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => seen.push(effectiveDirective));
    Object.assign(window, { violations: seen });
  });
  await pages.open({ script: 'hints', body, nonce: NONCE, headers: { 'content-security-policy': policy } });
  await page.evaluate(looks);
});

test('the page of the host is the same before, during and after every kind, and its strict policy has nothing to report', async ({
  page,
}) => {
  const host = (): Promise<string> =>
    page.evaluate(() => {
      const copy = document.documentElement.cloneNode(true) as Element;
      copy.querySelector('cliendo-support-bar')?.remove();
      return copy.outerHTML;
    });
  const before = await host();
  const step = { index: 1, count: 3, isButtonNext: true };
  const task = { id: 'filter', title: 'Zet een filter', isDone: false };
  const kinds = [
    hint(),
    hint({ look: 'beacon' }),
    hint({ look: 'beacon', isOpen: true, isAsked: true }),
    hint({ look: 'banner' }),
    hint({ look: 'modal' }),
    hint({ look: 'slideout' }),
    hint({ look: 'checklist', tasks: [task] }),
    hint({ kind: 'tour', step }),
  ];
  for (const kind of kinds) {
    await show(page, kind);
    await expect(page.locator('cliendo-support-bar :popover-open:not([data-away])').first()).toBeVisible();
    expect(await host(), `${JSON.stringify(kind)} changed the page`).toBe(before);
    await show(page);
    await expect(card(page)).toHaveCount(0);
  }
  expect(await host()).toBe(before);
  await page.evaluate('hints.end()');
  expect(await page.evaluate('document.documentElement.outerHTML')).toBe(before);
  expect(await page.evaluate('violations')).toEqual([]);
  await page.evaluate(`document.body.setAttribute('style', 'color: red')`);
  expect(await page.evaluate('violations'), 'the control: the policy does report').toEqual(['style-src-attr']);
});

test('a person types on in a field while its hint moves along: no character is lost, and the arrows are the page’s', async ({
  page,
}) => {
  await page.evaluate(`{
    window.arrows = 0;
    addEventListener('keydown', ({ key }) => { if (key.startsWith('Arrow')) arrows += 1; });
    bsn.addEventListener('input', () => { const row = document.createElement('p'); row.textContent = 'Rij'; far.firstElementChild.prepend(row); far.scrollTop += 8; });
  }`);
  await page.locator('#bsn').focus();
  await show(page, hint());
  await expect(placed(page)).toBeVisible();
  await expect.poll(() => distance(page, '#bsn')).toBe(8);
  const top = (): Promise<number> => page.evaluate('bsn.getBoundingClientRect().top');
  const start = await top();
  await page.keyboard.type('1234');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.type('ab');
  expect(await top(), 'the field has moved').toBeGreaterThan(start);
  await expect(page.locator('#bsn')).toHaveValue('12ab34');
  await expect(page.locator('#bsn')).toBeFocused();
  expect(await page.evaluate('arrows')).toBe(2);
  await expect.poll(() => distance(page, '#bsn')).toBe(8);
});

test('what a person asks for has the focus, gives it along with the steps, and gives it back', async ({ page }) => {
  const step = (index: number): Some =>
    hint({ kind: 'tour', step: { index, count: 2, isButtonNext: true }, title: `Deel ${index + 1}` });
  await page.locator('#save').focus();
  await show(page, { ...step(0), isAsked: true });
  await expect(page.getByRole('heading', { name: 'Deel 1' })).toBeFocused();
  await expect(placed(page)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Deel 1' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Volgende' })).toBeFocused();
  await page.keyboard.press('Enter');
  expect(await done(page)).toEqual(['next hint']);
  await show(page, { ...step(1), at: '#save' });
  await expect(page.getByRole('heading', { name: 'Deel 2' })).toBeFocused();
  await expect.poll(() => distance(page, '#save')).toBe(8);
  await show(page);
  await expect(page.locator('#save')).toBeFocused();
});

test('its buttons can be pressed at a place in a scrolled box, and inside a dialog of the host; outside the dialog it waits', async ({
  page,
}) => {
  const actions = [{ label: 'Lees meer', does: 'openArticle' }];
  const read = page.getByRole('button', { name: 'Lees meer' });
  await test.step('in a scrolled box', async () => {
    await show(page, hint({ at: '#save', actions }));
    await page.evaluate('far.scrollTop = 40');
    await expect.poll(() => distance(page, '#save')).toBe(8);
    await read.click();
    expect(await done(page)).toEqual(['act hint']);
  });
  await test.step('scrolled out of its box it is gone, and comes back with it', async () => {
    await page.evaluate('far.scrollTop = 600');
    await expect(card(page)).toBeHidden();
    await page.evaluate('far.scrollTop = 40');
    await expect(placed(page)).toBeVisible();
  });
  await test.step('it goes off the field that a person goes to', async () => {
    await page.locator('#name').focus();
    await expect
      .poll(() =>
        page.evaluate(() => {
          const mine = document.querySelector('cliendo-support-bar')?.shadowRoot?.querySelector('.hint');
          const one = mine?.getBoundingClientRect();
          const other = document.querySelector('#name')?.getBoundingClientRect();
          return (
            !!one &&
            !!other &&
            one.top < other.bottom &&
            other.top < one.bottom &&
            one.left < other.right &&
            other.left < one.right
          );
        }),
      )
      .toBe(false);
    await expect(page.locator('#name')).toBeFocused();
  });
  await test.step('a dialog that does not hold its place: it waits', async () => {
    await page.evaluate('visit.showModal()');
    await expect(card(page)).toBeHidden();
  });
  await test.step('one at a place in the dialog can be pressed, and the dialog stays', async () => {
    await show(page, hint({ id: 'tijd', at: '#time', actions }));
    await expect(placed(page)).toBeVisible();
    await read.click();
    expect(await done(page)).toEqual(['act hint', 'act tijd']);
    expect(await page.evaluate('visit.open')).toBe(true);
  });
  await test.step('Esc closes the hint and not the dialog', async () => {
    await page.keyboard.press('Escape');
    expect(await done(page)).toEqual(['act hint', 'act tijd', 'dismiss tijd']);
    expect(await page.evaluate('visit.open')).toBe(true);
  });
  await test.step('the dialog closes: the first one is back', async () => {
    await show(page, hint({ at: '#save', actions }));
    await page.evaluate('visit.close()');
    await expect(placed(page)).toBeVisible();
    await read.click();
    expect(await done(page)).toHaveLength(4);
  });
});

for (const width of [320, 768])
  test(`beside a field as wide as a view of ${width} px it stands above or below it, wholly in view, on whichever side it was wished`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 640 });
    await page.evaluate(`{
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('#name { display: block; width: calc(100vw - 60px); height: 80px }');
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    }`);
    const inView = (): Promise<boolean> =>
      page.evaluate(() => {
        const mine = document.querySelector('cliendo-support-bar')?.shadowRoot?.querySelector('.hint:not([data-away])');
        const field = document.querySelector('#name');
        if (!mine || !field) return false;
        const { left, right, top, bottom } = mine.getBoundingClientRect();
        const taken = field.getBoundingClientRect();
        const spare = [
          left,
          innerWidth - right,
          top,
          innerHeight - bottom,
          Math.max(taken.top - bottom, top - taken.bottom),
        ];
        return spare.every((px) => px >= 0);
      });
    for (const placement of ['left', 'right', 'left-start', 'right-end', 'top', 'bottom-end'])
      await test.step(placement, async () => {
        await show(page);
        await expect(card(page)).toHaveCount(0);
        await show(page, hint({ at: '#name', placement, side: placement }));
        await expect.poll(inView).toBe(true);
        await page.locator('#name').focus(); // in use it may not be covered either
        await page.keyboard.type('a');
        await expect.poll(inView).toBe(true);
      });
  });
