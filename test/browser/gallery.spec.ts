/** Walks the gallery: every component in every state, narrow and wide, light and dark, Dutch and English. */
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { accessibilityProblems } from '../support/accessibility';
import { walkByKeyboard } from '../support/keyboardWalk';

const ADDRESS = 'https://gallery.test/';
const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

const names = readdirSync('demo/gallery/scenes')
  .filter((file) => file.endsWith('.scene.tsx'))
  .map((file) => file.replace('.scene.tsx', ''));

const looks = [
  { width: 320, scheme: 'light', locale: 'nl', isAudited: true },
  { width: 768, scheme: 'dark', locale: 'nl-x-formeel', isAudited: false },
  { width: 1280, scheme: 'dark', locale: 'en', isAudited: true },
] as const;

test.beforeEach(async ({ page }) => {
  await page.route(`${ADDRESS}**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    const file = pathname === '/' ? 'index.html' : pathname.slice(1);
    const contentType = TYPES[extname(file)] ?? 'text/plain';
    await route.fulfill({ body: await readFile(join('.build/gallery', file)), contentType });
  });
  await page.emulateMedia({ reducedMotion: 'reduce' });
});

/** What a person cannot reach or read: wider than the window, cut off, or a target under 24 px. Runs in the page. */
const misfits = (): readonly string[] => {
  const roots = [
    document,
    ...[...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? [shadowRoot] : [])),
  ];
  const all = roots.flatMap((root) => [...root.querySelectorAll<HTMLElement>('*')]);
  const isSpoken = (element: HTMLElement): boolean => element.closest('.spoken') !== null;
  const cut = all.filter((element) => {
    const { overflowX, webkitLineClamp } = getComputedStyle(element);
    return (
      overflowX === 'hidden' &&
      webkitLineClamp === 'none' &&
      element.scrollWidth > element.clientWidth + 1 &&
      !isSpoken(element)
    );
  });
  const small = all.filter((element) => {
    if (!element.matches('button, summary, input, textarea, select') || isSpoken(element)) return false;
    const target = element.closest('label') ?? element;
    const { width, height } = target.getBoundingClientRect();
    return width > 0 && (width < 24 || height < 24);
  });
  const isWide = document.documentElement.scrollWidth > innerWidth;
  const describe = (kind: string) => (element: HTMLElement) => `${kind}: ${element.localName}.${element.className}`;
  return [
    ...(isWide ? ['wider than the window'] : []),
    ...cut.map(describe('cut off')),
    ...small.map(describe('too small')),
  ];
};

const open = async (page: Page, choice: Readonly<Record<string, string | number>>): Promise<void> => {
  await page.goto(
    `${ADDRESS}?${new URLSearchParams(Object.entries(choice).map(([name, value]) => [name, String(value)])).toString()}`,
  );
};

const statesOf = async (page: Page, scene: string): Promise<readonly string[]> => {
  await open(page, {});
  const gallery = await page.evaluate(() => (window as unknown as { gallery: Record<string, string[]> }).gallery); // set by demo/gallery/main.tsx
  return gallery[scene] ?? [];
};

for (const scene of names) {
  test(`${scene} can be read and reached in every state`, async ({ page }) => {
    test.setTimeout(180_000);
    const states = await statesOf(page, scene);
    expect(states, 'the scene stands in scenes/index.ts').not.toEqual([]);
    for (const state of states) {
      for (const { width, scheme, locale, isAudited } of looks) {
        await test.step(`${state}, ${width} px, ${scheme}, ${locale}`, async () => {
          await page.setViewportSize({ width, height: 800 });
          await page.emulateMedia({ colorScheme: scheme });
          await open(page, { scene, state, locale });
          expect(await page.evaluate(misfits)).toEqual([]);
          if (isAudited) expect(await accessibilityProblems(page, '.stage-host')).toEqual([]);
        });
      }
    }
  });

  test(`${scene} shows where the keyboard is`, async ({ page }) => {
    for (const state of await statesOf(page, scene)) {
      await open(page, { scene, state });
      for (const stop of await walkByKeyboard(page)) {
        expect({ state, ...stop, name: stop.name !== '' }).toMatchObject({
          state,
          name: true,
          isVisible: true,
          showsFocus: true,
        });
      }
    }
  });
}

test('the walk does find what is wrong: the control', async ({ page }) => {
  await open(page, { scene: 'button', state: 'kinds' });
  await page.evaluate(() => {
    const stage = document.querySelector('.stage-host')?.shadowRoot?.querySelector('.stage');
    const button = document.createElement('button');
    button.className = 'faulty';
    const faulty = new CSSStyleSheet();
    faulty.replaceSync('.faulty { width: 20px; height: 20px; min-height: 0; padding: 0 }');
    const root = document.querySelector('.stage-host')?.shadowRoot;
    if (root) root.adoptedStyleSheets = [...root.adoptedStyleSheets, faulty];
    stage?.append(button);
  });
  expect(await page.evaluate(misfits)).toEqual(['too small: button.faulty']);
  expect((await accessibilityProblems(page, '.stage-host')).map(({ rule }) => rule)).toContain('button-name');
});

test('in forced colours a chosen chip and a pressed button still differ from the others', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  const outlines = (selector: string): Promise<string[]> =>
    page.locator(selector).evaluateAll((elements) => elements.map((element) => getComputedStyle(element).outlineStyle));
  await open(page, { scene: 'choice', state: 'chosen' });
  expect(await outlines('.chip span')).toEqual(['solid', 'none', 'none']);
  await open(page, { scene: 'button', state: 'pressed' });
  expect(await outlines('.button')).toEqual(['solid', 'none']);
});

test('text with wide spacing is not cut off at 320 px', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  for (const scene of ['button', 'choice', 'list', 'notice', 'textField']) {
    for (const state of await statesOf(page, scene)) {
      await open(page, { scene, state });
      await page.evaluate(() => {
        const root = document.querySelector('.stage-host')?.shadowRoot;
        const spacing = new CSSStyleSheet(); // WCAG 1.4.12
        spacing.replaceSync(
          '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }',
        );
        if (root) root.adoptedStyleSheets = [...root.adoptedStyleSheets, spacing];
      });
      expect({ scene, state, misfits: await page.evaluate(misfits) }).toEqual({ scene, state, misfits: [] });
    }
  }
});
