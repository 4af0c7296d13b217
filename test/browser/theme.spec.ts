import type { Page } from '@playwright/test';
import { contrast, type Rgb } from '../../src/ui/contrast';
import { expect, test } from '../support/pages';

type Wishes = Readonly<Record<string, string>>;
type Themed = (wishes: Wishes, scheme: string, tokens: readonly string[]) => Rgb[];

const paint = (page: Page, all: readonly Wishes[], scheme: string, tokens: readonly string[]): Promise<Rgb[][]> =>
  page.evaluate(
    ([wishes, wanted, names]) =>
      wishes.map((one) => (window as unknown as { themed: Themed }).themed(one, wanted, names)), // pages/uiTheme.tsx
    [all, scheme, tokens] as const,
  );

/** Numbers that look random and are the same in every run (Park and Miller). */
const seeded = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
};
const anyColours = (count: number, seed: number): string[] => {
  const next = seeded(seed);
  return Array.from(
    { length: count },
    () => `rgb(${[next(), next(), next()].map((part) => Math.floor(part * 256)).join(' ')})`,
  );
};
const atLeast = (limit: number, one: Rgb | undefined, other: Rgb | undefined): boolean =>
  !!one && !!other && contrast(one, other) >= limit;

test.beforeEach(async ({ pages }) => pages.open({ script: 'uiTheme' }));

for (const scheme of ['light', 'dark']) {
  test(`any accent of a host can be read in the ${scheme} scheme, and so can the text on it: 2,000 of them`, async ({
    page,
  }) => {
    const accents = anyColours(2000, 20_261_123);
    const painted = await paint(
      page,
      accents.map((accent) => ({ accent })),
      scheme,
      ['accent', 'on-accent', 'surface', scheme === 'light' ? 'sunken' : 'raised'],
    );
    const unreadable = accents.filter((_, index) => {
      const [accent, text, surface, other] = painted[index] ?? [];
      return !atLeast(4.5, accent, surface) || !atLeast(4.5, accent, other) || !atLeast(4.5, text, accent);
    });
    expect(unreadable).toEqual([]);
  });
}

test('any surface of a host leaves every text readable, with any accent: 900 of them', async ({ page }) => {
  const next = seeded(11);
  const within = (low: number, high: number): string =>
    `rgb(${[next(), next(), next()].map((part) => Math.floor(low + part * (high - low))).join(' ')})`;
  const wishes = anyColours(900, 7).map((accent, index) => ({
    accent,
    surface: [within(0, 256), within(225, 256), within(0, 60)][index % 3] ?? '',
  }));
  const painted = await paint(page, wishes, 'auto', ['surface', 'text', 'muted', 'accent', 'danger']);
  const unreadable = wishes.filter((_, index) => {
    const [surface, ...inks] = painted[index] ?? [];
    return inks.some((ink) => !atLeast(4.5, ink, surface));
  });
  expect(unreadable).toEqual([]);
  const used = wishes.filter(({ surface }, index) => surface === `rgb(${painted[index]?.[0]?.join(' ')})`);
  expect(used.length).toBeGreaterThan(300);
});

test('an accent that can be read is left alone, and keeps its hue when it cannot', async ({ page }) => {
  const [[blue] = [], [orange] = []] = await paint(page, [{ accent: '#2563eb' }, { accent: 'orange' }], 'light', [
    'accent',
  ]);
  expect(blue).toEqual([37, 99, 235]);
  const [red = 0, green = 0, below = 0] = orange ?? [];
  expect(red > green && green > below).toBe(true);
});

test('a word that is no colour changes nothing', async ({ page }) => {
  const [[accent, surface] = []] = await paint(page, [{ accent: 'huisstijl', surface: '???' }], 'light', [
    'accent',
    'surface',
  ]);
  expect([accent, surface]).toEqual([
    [31, 95, 191],
    [255, 255, 255],
  ]);
});

test('the size of the text follows the host, within reason', async ({ page }) => {
  const sizes = await page.evaluate(() => {
    const { themedSize } = window as unknown as { themedSize(hostSize: string): string }; // pages/uiTheme.tsx
    return ['10px', '15px', '40px'].map(themedSize);
  });
  expect(sizes).toEqual(['14px', '15px', '22px']);
});
