/** F-38 for recordings, through the real recorder: what is read is the file that would be sent. */
import type { Page } from '@playwright/test';
import { canariesRead, canReadPictures, readPicture } from '../support/canaries';
import { expect, test, type Pages } from '../support/pages';
import { begin, elapsed, moveDot, stateIs } from '../support/recorder';
import { capturing } from '../support/recording';
import type { Inked, RecorderPage } from './pages/recorder';
import { CANARIES, CATALOGUE, headWith, RESTLESS } from './restlessPage';

declare const recorder: RecorderPage;

test.use({ launchOptions: capturing() });

/** The pictures of a film so far apart as its frames, in seconds. */
const every = (count: number): readonly number[] => Array.from({ length: count }, (_, frame) => frame / 10);
const most = (seen: readonly Inked[], of: 'magenta' | 'dark'): number => Math.max(...seen.map((one) => one[of]));

/** Without colour: beside a coloured letter a film shows the opposite colour, which of green is magenta (measured: up to 41 of 255). */
const HEAD = headWith('#111');

const open = async (pages: Pages, page: Page, script: string): Promise<void> => {
  await pages.open({ head: HEAD, body: `<main></main><script>${script}</script>`, script: 'recorder' });
  await page.waitForFunction(() => 'recorder' in globalThis);
  await moveDot(page);
};
const cover = (page: Page): Promise<void> => page.evaluate((words) => recorder.cover(words), CATALOGUE);
/** Records so long and looks at pictures of the file. */
const film = async (page: Page, ms: number, seconds: readonly number[]): Promise<readonly Inked[]> => {
  await begin(page);
  await elapsed(page, ms);
  await page.evaluate(() => recorder.model.stop());
  await stateIs(page, 'idle');
  return page.evaluate((moments) => recorder.inks(moments), seconds);
};

test('the first frames of twenty of twenty recordings are masked', async ({ page, pages }) => {
  test.setTimeout(180_000);
  const words = `document.querySelector('main').textContent = 'Wilhelmina Zonnebloem 123456782 '.repeat(30);`;
  await open(pages, page, words);
  await page.evaluate(() => recorder.hurry());
  const bare = await film(page, 300, every(3));
  expect(
    bare.map(({ magenta }) => magenta > 5000),
    'with masking off they show it',
  ).toEqual([true, true, true]);
  await cover(page);
  const seen: number[] = [];
  for (let trial = 0; trial < 20; trial += 1) seen.push(most(await film(page, 300, every(3)), 'magenta'));
  expect(seen).toEqual(Array.from({ length: 20 }, () => 0));
});

test.describe('a film of a page that changes sixty times a second', () => {
  test.beforeEach(({ page, pages }) => open(pages, page, RESTLESS));

  const readIn = (seen: readonly Inked[]): readonly string[] =>
    seen.flatMap(({ png }) => (png ? canariesRead(readPicture(Buffer.from(png, 'base64')), CANARIES) : []));

  test('shows nobody in any of sixty frames, whatever appears while it is recorded, and the words of the app in many', async ({
    page,
  }) => {
    await cover(page);
    const seen = await film(page, 6500, every(60));
    expect(seen.map(({ magenta }) => magenta)).toEqual(Array.from({ length: 60 }, () => 0));
    expect(seen.filter(({ dark }) => dark > 500).length).toBeGreaterThan(20);
    test.skip(!canReadPictures() && !process.env['CI'], 'This machine cannot read pictures.');
    expect(readIn(seen)).toEqual([]);
  });

  test('shows them all when nothing is masked', async ({ page }) => {
    const seen = await film(page, 4500, every(40));
    expect(seen.filter(({ magenta }) => magenta > 1000).length).toBeGreaterThan(30);
    test.skip(!canReadPictures() && !process.env['CI'], 'This machine cannot read pictures.');
    expect(new Set(readIn(seen))).toEqual(new Set(CANARIES));
  });
});
