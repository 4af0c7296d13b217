import { maskVerdict } from '../../src/privacy/maskRule';
import { canariesRead, canReadPictures, readPicture } from '../support/canaries';
import { expect, test } from '../support/pages';
import { CATALOGUE, dossier, ZONNEBLOEM } from './captureDossier';
import { bodyOf, KNOWN, NAMES, placesOf, scriptOf, styleOf } from './liveMaskPlaces';
import { describe, end, inked, names, openPlaces, painted, ready, screenshot, start, unequal } from './liveMaskSteps';
import type { LiveMasking } from './pages/liveMask';

declare const live: LiveMasking;

const PLACES = placesOf(NAMES[0]);
/** Its background stays, as a block of ink; that its letters do not is shown by the names of equal width. */
const IS_BLOCK = 'text that its background is cut to';

test.describe('a page with data in every kind of place', () => {
  test('shows nothing of it while it is masked, and all of it otherwise', async ({ page, pages }) => {
    await openPlaces(page, pages, PLACES);
    expect(await inked(page, PLACES)).toEqual(names(PLACES));
    await start(page);
    expect(await inked(page, PLACES)).toEqual([IS_BLOCK]);
    await end(page);
    expect(await inked(page, PLACES)).toEqual(names(PLACES));
  });

  test('looks the same, pixel by pixel, for another name of the same width', async ({ page, pages }) => {
    const pictures: Buffer[] = [];
    for (const name of NAMES) {
      await openPlaces(page, pages, placesOf(name)); // oxlint-disable-line no-await-in-loop -- one page
      if (name === NAMES[1]) pictures.push(await screenshot(page)); // oxlint-disable-line no-await-in-loop -- one page
      await start(page); // oxlint-disable-line no-await-in-loop -- one page
      pictures.push(await screenshot(page)); // oxlint-disable-line no-await-in-loop -- one page
    }
    const [one, open, other] = pictures;
    if (!one || !open || !other) throw new Error('A picture is missing.');
    expect(await unequal(page, [one, other], PLACES)).toEqual([]);
    expect((await unequal(page, [open, other], PLACES)).length).toBeGreaterThan(PLACES.length / 2);
  });

  test('shows nothing of what comes later either', async ({ page, pages }) => {
    await page.setViewportSize({ width: 1280, height: 1640 });
    await pages.open({ head: styleOf(PLACES), body: '<main></main>', script: 'liveMask' });
    await ready(page);
    await start(page);
    await page.evaluate(
      ([body, script]) => {
        const main = document.querySelector('main');
        if (main) main.innerHTML = body; // oxlint-disable-line no-unsanitized -- the test's own
        const element = document.createElement('script');
        element.textContent = script;
        document.body.append(element);
      },
      [bodyOf(PLACES), scriptOf(PLACES)] as const,
    );
    await page.waitForLoadState('networkidle');
    expect(await inked(page, PLACES)).toEqual([IS_BLOCK]);
  });

  test('shows what is known to be interface', async ({ page, pages }) => {
    await openPlaces(page, pages, KNOWN);
    await start(page);
    expect(await inked(page, KNOWN)).toEqual(names(KNOWN));
  });
});

test.describe('a dossier', () => {
  const PEOPLE = Object.values(ZONNEBLOEM).flatMap((text) => (text.length < 40 ? [text, ...text.split(' ')] : []));

  test.beforeEach(async ({ page, pages }) => {
    await page.setViewportSize({ width: 1280, height: 1500 });
    await pages.open({ ...dossier(ZONNEBLOEM), script: 'liveMask' });
    await ready(page);
  });

  test('cannot be read', async ({ page }) => {
    test.skip(!canReadPictures() && !process.env['CI'], 'This machine cannot read pictures.');
    expect(canariesRead(readPicture(await screenshot(page)), PEOPLE).length).toBeGreaterThan(8);
    await start(page);
    expect(canariesRead(readPicture(await screenshot(page)), PEOPLE)).toEqual([]);
  });

  test('keeps every word of the interface as it was', async ({ page }) => {
    const open = (await screenshot(page)).toString('base64');
    await start(page);
    const masked = (await screenshot(page)).toString('base64');
    const boxes = await page.evaluate((catalogue) => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const found: [number, number, number, number][] = [];
      while (walker.nextNode()) {
        const { parentElement, textContent } = walker.currentNode;
        if (
          !catalogue.includes(textContent?.trim() ?? '') ||
          parentElement?.closest('[data-support-mask],select,textarea')
        )
          continue;
        const range = new Range();
        range.selectNodeContents(walker.currentNode);
        const { x, y, width, height } = range.getBoundingClientRect();
        if (width > 0) found.push([x, y, width, height]);
      }
      return found;
    }, CATALOGUE);
    const equal = await page.evaluate(([one, other, at]) => live.equalIn(one, other, at), [
      open,
      masked,
      boxes,
    ] as const);
    expect(boxes.length).toBeGreaterThan(25);
    expect(equal.filter(Boolean).length).toBe(boxes.length);
  });

  test('keeps its layout and everything that the host wrote, and gets all of it back', async ({ page }) => {
    const before = await page.evaluate(describe);
    await start(page);
    await painted(page);
    const during = await page.evaluate(describe);
    expect(during.boxes).toEqual(before.boxes);
    expect(during.markup).toEqual(before.markup);
    expect(during.rules).toEqual(before.rules);
    expect(during.looks).not.toEqual(before.looks);
    await end(page);
    expect(await page.evaluate(describe)).toEqual(before);
  });

  test('can be used as before: typing, clicking, pointing', async ({ page }) => {
    await start(page);
    await page.getByLabel('Naam').fill('Wilhelmina');
    await page.getByLabel('Alleen bij spoed').uncheck();
    await page.getByLabel('Soort').selectOption('Bezoek');
    await page.evaluate(() =>
      document
        .querySelector('iframe')
        ?.addEventListener('pointerover', () => Object.assign(globalThis, { isOver: true })),
    );
    await page.locator('iframe').hover();
    expect(await page.getByLabel('Naam').inputValue()).toBe('Wilhelmina');
    expect(await page.getByLabel('Alleen bij spoed').isChecked()).toBe(false);
    expect(await page.getByLabel('Soort').inputValue()).toBe('Bezoek');
    await page.frameLocator('iframe').locator('input').fill('Hendrik');
    expect(await page.evaluate(() => 'isOver' in globalThis)).toBe(true);
  });

  test('counts what is covered in view', async ({ page }) => {
    await start(page);
    const all = await page.evaluate(() => live.mask?.coveredCount ?? 0);
    expect(all).toBeGreaterThan(20);
    await page.setViewportSize({ width: 1280, height: 200 });
    expect(await page.evaluate(() => live.mask?.coveredCount ?? 0)).toBeLessThan(all / 2);
    await end(page);
    expect(await page.evaluate(() => live.mask?.coveredCount)).toBe(0);
  });
});

test.describe('the rules', () => {
  const MARKS = ['', 'data-support-mask', 'data-support-unmask', 'contenteditable="true"'];
  const KINDS = {
    text: (mark: string, isInterface: boolean) => `<p ${mark}>${isInterface ? 'Naam' : NAMES[0]}</p>`,
    field: (mark: string) => `<input ${mark} value="Naam">`,
    picture: (mark: string, isInterface: boolean) =>
      `<img ${mark} width="30" height="30" src="/${isInterface ? 'assets' : 'photos'}/ink.svg">`,
  } as const;
  const CASES = MARKS.flatMap((outer) =>
    MARKS.flatMap((inner) =>
      (['text', 'field', 'picture'] as const).flatMap((kind) =>
        [true, false].map((isInterface) => ({ outer, inner, kind, isInterface: isInterface && kind !== 'field' })),
      ),
    ),
  ).filter(({ kind, inner }) => kind === 'text' || !inner.startsWith('contenteditable'));

  test('are those of pictures, for every mark around and on every kind of spot', async ({ page, pages }) => {
    await page.context().route('**/ink.svg', (route) =>
      route.fulfill({
        contentType: 'image/svg+xml',
        body: '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="30"><rect width="30" height="30" fill="#f0f"/></svg>',
      }),
    );
    const places = CASES.map(({ outer, inner, kind, isInterface }) => ({
      name: `${kind} ${isInterface ? 'of the interface' : ''} (${inner}) in (${outer})`,
      html: `<div ${outer}>${KINDS[kind](inner, isInterface)}</div>`,
    }));
    await openPlaces(page, pages, places);
    await start(page, CATALOGUE, ['/assets/']);
    const shown = CASES.map(({ outer, inner, kind, isInterface }) => {
      const unmasked = [outer, inner].includes('data-support-unmask');
      return maskVerdict({
        kind,
        isInterface,
        blocked: false,
        masked: [outer, inner].includes('data-support-mask'),
        unmaskedItself: kind !== 'text' && inner === 'data-support-unmask',
        unmaskedAround: unmasked,
        insideField: [outer, inner].some((mark) => mark.startsWith('content')) && !isUnmaskedInside(outer, inner),
      });
    });
    expect(await inked(page, places)).toEqual(names(places.filter((_, index) => shown[index] === 'keep')));
    expect(shown.filter((verdict) => verdict === 'keep').length).toBeGreaterThan(10);
  });

  /** A mark further in speaks of what is in the field again. */
  const isUnmaskedInside = (outer: string, inner: string): boolean =>
    inner === 'data-support-unmask' || (outer === 'data-support-unmask' && inner === '');
});
