import type { Page } from '@playwright/test';
import type { Pages } from '../support/pages';
import { CATALOGUE } from './captureDossier';
import { bodyOf, scriptOf, styleOf, type Place } from './liveMaskPlaces';
import type { LiveMasking } from './pages/liveMask';

declare const live: LiveMasking;

export const start = (
  page: Page,
  catalogue: readonly string[] = CATALOGUE,
  assets: readonly string[] = [],
): Promise<void> => page.evaluate(([texts, prefixes]) => live.start(texts, prefixes), [catalogue, assets] as const);
export const end = (page: Page): Promise<void> => page.evaluate(() => live.end());
/** What was just changed is on screen after the second frame. */
export const painted = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
export const screenshot = async (page: Page): Promise<Buffer> => {
  await painted(page);
  return page.screenshot({ animations: 'allow' });
};
export const ready = (page: Page): Promise<unknown> => page.waitForFunction(() => 'live' in globalThis);

export const openPlaces = async (page: Page, pages: Pages, places: readonly Place[]): Promise<void> => {
  await page.setViewportSize({ width: 1280, height: 120 + Math.ceil(places.length / 5) * 116 });
  await pages.open({
    head: styleOf(places),
    body: `${bodyOf(places)}<script>${scriptOf(places)}</script>`,
    script: 'liveMask',
    path: `/${places.length}-${places[0]?.html.length}`,
  });
  await ready(page);
  await page.waitForLoadState();
};
/** Places with ink in them, by name. */
export const inked = async (page: Page, places: readonly Place[]): Promise<readonly string[]> => {
  const png = (await screenshot(page)).toString('base64');
  const ink = await page.evaluate((picture) => live.inkIn(picture, '[data-place]'), png);
  return places.filter((_, index) => (ink[index] ?? 0) > 0).map(({ name }) => name);
};
/** Places that look different in two pictures. */
export const unequal = async (
  page: Page,
  [one, other]: readonly [Buffer, Buffer],
  places: readonly Place[],
): Promise<readonly string[]> => {
  const areEqual = await page.evaluate(
    ([a, b]) => {
      const boxes = [...document.querySelectorAll('[data-place]')].map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return [x, y, width, height] as const;
      });
      return live.equalIn(a, b, boxes);
    },
    [one.toString('base64'), other.toString('base64')] as const,
  );
  return places.filter((_, index) => !areEqual[index]).map(({ name }) => name);
};
export const names = (places: readonly Place[]): readonly string[] => places.map(({ name }) => name);

/** Everything of the host that masking could have touched. Runs on the page. */
export function describe(): Readonly<Record<'boxes' | 'markup' | 'rules' | 'looks' | 'highlights', readonly string[]>> {
  const trees: (Document | ShadowRoot)[] = [document];
  for (const tree of trees)
    for (const element of tree.querySelectorAll('*')) {
      if (element.shadowRoot) trees.push(element.shadowRoot);
      const inside = element instanceof HTMLIFrameElement ? element.contentDocument : null;
      if (inside) trees.push(inside);
    }
  const elements = trees.flatMap((tree) => [...tree.querySelectorAll('*')]);
  const kept = globalThis as unknown as { sheets?: CSSStyleSheet[] };
  const sheets = (kept.sheets ??= trees.flatMap((tree) => tree.adoptedStyleSheets));
  return {
    boxes: elements.map((element) => JSON.stringify(element.getBoundingClientRect())),
    markup: trees.map((tree) =>
      tree.nodeType === 9 ? (tree as Document).documentElement.outerHTML : (tree as ShadowRoot).innerHTML,
    ),
    rules: trees.flatMap((tree) => [
      ...[...tree.styleSheets].map(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText).join('')),
      ...tree.adoptedStyleSheets
        .filter((sheet) => sheets.includes(sheet))
        .map((sheet) => `${sheets.indexOf(sheet)} ${[...sheet.cssRules].map(({ cssText }) => cssText).join('')}`),
    ]),
    looks: [
      ...trees.map(({ adoptedStyleSheets }) => `${adoptedStyleSheets.length}`),
      ...elements.map((element) => {
        const style = getComputedStyle(element);
        return [...style].map((name) => style.getPropertyValue(name)).join();
      }),
    ],
    highlights: [...(CSS.highlights as unknown as ReadonlyMap<string, unknown>).keys()],
  };
}
