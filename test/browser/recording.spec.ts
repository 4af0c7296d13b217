/** F-08 in a whole Chromium: real display capture of this tab, real recorder, real storage. */
import type { Page } from '@playwright/test';
import { expect, test } from '../support/pages';
import { capturing } from '../support/recording';
import { begin, elapsed, GREEN, moveDot, paint, RED, stateIs } from '../support/recorder';
import type { RecorderPage } from './pages/recorder';

declare const recorder: RecorderPage;

test.use({ launchOptions: capturing() });

const stop = async (page: Page): Promise<void> => {
  await page.evaluate(() => recorder.model.stop());
  await stateIs(page, 'idle');
};
const open = async (
  page: Page,
  pages: { open(content: { readonly script: string }): Promise<void> },
): Promise<void> => {
  await pages.open({ script: 'recorder' });
  await page.waitForFunction(() => 'recorder' in globalThis);
  await paint(page, 'rgb(200, 0, 0)');
  await moveDot(page);
};

for (const container of ['mp4', 'webm'] as const) {
  test(`a ${container} plays and seeks, has the right duration without its pause, and an error is marked where it happened`, async ({
    page,
    pages,
  }) => {
    await open(page, pages);
    if (container === 'webm') await page.evaluate(() => recorder.refuseMp4());
    await begin(page);
    await elapsed(page, 2500);
    await page.evaluate(() => {
      document.documentElement.style.setProperty('background', 'rgb(0, 160, 0)');
      setTimeout(() => {
        throw new TypeError('a name of somebody');
      });
    });
    await elapsed(page, 4000);
    await page.evaluate(() => recorder.model.togglePause());
    await stateIs(page, 'paused');
    await paint(page, 'rgb(0, 0, 200)');
    await page.waitForTimeout(2000); // the pause has to last, or leaving it out could not be seen
    await paint(page, 'rgb(0, 160, 0)');
    await page.evaluate(() => recorder.model.togglePause());
    await elapsed(page, 6500);
    await stop(page);

    const [film] = await page.evaluate(() => recorder.films);
    if (!film) throw new Error('There is no film.');
    expect(film.type).toBe(`video/${container}`);
    const [marker] = film.markers;
    expect(film.markers).toEqual([{ atMs: expect.any(Number), kind: 'error', name: 'TypeError' }]);
    const at = (marker?.atMs ?? 0) / 1000;
    const played = await page.evaluate(
      (moments) => recorder.play(moments),
      [0.2, at - 0.5, at + 0.5, film.durationMs / 1000 - 0.3, 1],
    );
    expect(Math.abs(played.duration - film.durationMs / 1000)).toBeLessThan(0.5);
    const [first, before, after, end, back] = played.colours;
    expect([first, before, back]).toEqual([1, 2, 3].map(() => expect.stringMatching(RED)));
    expect([after, end]).toEqual([1, 2].map(() => expect.stringMatching(GREEN)));
    expect(await page.evaluate(() => recorder.pieces())).toBe(0);
  });
}

test('a microphone that comes later is heard, and the meter moves', async ({ page, pages }) => {
  await open(page, pages);
  await begin(page);
  expect(await page.evaluate(() => recorder.model.sound.microphone.peek())).toBe('off');
  await page.evaluate(() => recorder.model.sound.toggle());
  await page.waitForFunction(() => recorder.model.sound.level.peek() > 0.01);
  await elapsed(page, 2500);
  await stop(page);
  const loudest = await page.evaluate(async () => {
    const bytes = Uint8Array.from(atob(await recorder.bytes()), (sign) => sign.charCodeAt(0));
    const heard = await new AudioContext().decodeAudioData(bytes.buffer);
    return heard.getChannelData(0).reduce((most, level) => Math.max(most, Math.abs(level)), 0); // there are too many for one call
  });
  expect(loudest).toBeGreaterThan(0.05);
});

test('a page that records nothing says so before and after', async ({ page, pages }) => {
  await open(page, pages);
  await page.evaluate(() => recorder.refuseRecorder());
  await page.evaluate(() => void recorder.model.ask());
  await page.waitForFunction(() => recorder.model.problem.peek() !== undefined);
  expect(await page.evaluate(() => recorder.model.problem.peek()?.code)).toBe('recorder-missing');
  expect(await page.evaluate(() => recorder.model.state.peek())).toBe('idle');
});

test('thrown away, nothing of it is left on the device', async ({ page, pages }) => {
  await open(page, pages);
  await begin(page);
  await page.waitForFunction(async () => (await recorder.pieces()) > 0);
  await page.evaluate(() => recorder.model.discard());
  expect(await page.evaluate(() => recorder.pieces())).toBe(0);
  expect(await page.evaluate(() => recorder.films)).toEqual([]);
});

test('where the page has no permission it says so, and nothing is left under way', async ({ page, pages }) => {
  await pages.open({ script: 'recorder', headers: { 'permissions-policy': 'display-capture=()' } });
  await page.waitForFunction(() => 'recorder' in globalThis);
  await page.evaluate(() => recorder.model.ask());
  expect(await page.evaluate(() => recorder.model.problem.peek()?.code)).toBe('display-denied');
  expect(await page.evaluate(() => recorder.model.state.peek())).toBe('idle');
});
