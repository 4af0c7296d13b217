import type { Page } from '@playwright/test';
import type { FrozenPage } from '../../src/capture/moment';
import { expect, test } from '../support/pages';
import { draw, freeze, ready, screenshot } from './captureSteps';
import type { CaptureEngine } from './pages/captureEngine';

declare const engine: CaptureEngine;

test.describe('revealing by hand', () => {
  const HEAD = `<style>body{margin:0;font:16px "Liberation Sans",Arial,sans-serif}p,div,input,select,svg,img,canvas{display:block;height:40px;margin:0 0 10px;width:400px;box-sizing:border-box}</style>`;
  const PIXEL_ART =
    "data:image/svg+xml;utf8,<svg xmlns='http://www.w3.org/2000/svg' width='400' height='40'><rect width='400' height='40' fill='rgb(194,24,91)'/></svg>";
  const BODY = `<p id="name">Wilhelmina <!-- a comment -->Zonnebloem</p><p id="other">Hendrik Kwartelbosch</p><p id="blocked" data-support-block>Quirine Vlinderdas</p>
    <input id="field" value="Fictiefazepam"><input id="secret" type="password" value="geheim1234"><select id="choice"><option>Kies</option><option selected>Merelkamer</option></select>
    <svg id="drawing" viewBox="0 0 400 40"><defs><linearGradient id="paint"><stop stop-color="rgb(20,104,58)"/></linearGradient></defs><rect width="400" height="40" fill="url(#paint)"/><text data-support-block x="5" y="25">Vlinderdas</text></svg>
    <img id="photo" src="${PIXEL_ART}"><canvas id="sign" width="400" height="40"></canvas><script>const pen = document.getElementById('sign').getContext('2d'); pen.fillStyle = 'rgb(18,58,122)'; pen.fillRect(0, 0, 400, 40)</script>`;

  const spotAt = async (page: Page, frozen: FrozenPage, id: string): Promise<FrozenPage['spots'][number]> => {
    const top = await page.evaluate((name) => document.getElementById(name)?.getBoundingClientRect().top ?? 0, id);
    const spot = frozen.spots.find(({ box }) => box[1] >= top - 1 && box[1] < top + 40);
    if (!spot) throw new Error(`${id} is no spot`);
    return spot;
  };
  /** Share of pixels of an element that differ from the screen, and of all others from the covered picture. */
  const compared = async (page: Page, id: string, shown: string, covered: string): Promise<readonly number[]> => {
    const real = await screenshot(page);
    return page.evaluate(
      async ([name, a, b, c]) => {
        const box = document.getElementById(name)?.getBoundingClientRect() ?? new DOMRect();
        const boxes = [[box.x, box.y, box.width, box.height]] as const;
        return [await engine.differ(a, b, { within: boxes }), await engine.differ(a, c, { but: boxes })];
      },
      [id, shown, real, covered] as const,
    );
  };

  test.beforeEach(async ({ page, pages }) => {
    await pages.open({ head: HEAD, body: BODY, script: 'captureEngine' });
    await ready(page);
  });

  for (const id of ['name', 'other', 'field', 'choice', 'photo', 'sign'])
    test(`shows ${id} as it was on the screen, and nothing else`, async ({ page }) => {
      const frozen = await freeze(page, []);
      const covered = await draw(page, frozen);
      const spot = await spotAt(page, frozen, id);
      expect(spot).toMatchObject({ canReveal: true, id: frozen.spots.indexOf(spot) });
      const shown = await page.evaluate((spots) => engine.reveal(spots), [spot.id]);
      const [within = 1, outside = 1] = await compared(page, id, shown.png, covered.png);
      expect(within).toBeLessThan(0.01);
      expect(outside).toBe(0);
      expect((await compared(page, id, covered.png, covered.png))[0]).toBeGreaterThan(0.01);
    });

  test('shows a drawing with its paint, but for the part of it that is blocked', async ({ page }) => {
    const frozen = await freeze(page, []);
    const { id } = await spotAt(page, frozen, 'drawing');
    const shown = await page.evaluate((spots) => engine.reveal(spots), [id]);
    await page.evaluate(() => document.querySelector('text')?.remove());
    const [within = 1] = await compared(page, 'drawing', shown.png, shown.png);
    expect(within).toBeLessThan(0.01);
  });

  test('never shows what the host blocked or a password, whatever is asked', async ({ page }) => {
    const frozen = await freeze(page, []);
    const covered = await draw(page, frozen);
    const closed = [await spotAt(page, frozen, 'blocked'), await spotAt(page, frozen, 'secret')];
    expect(closed.map(({ canReveal }) => canReveal)).toEqual([false, false]);
    const asked = [...closed.map(({ id }) => id), -1, 999];
    expect((await page.evaluate((spots) => engine.reveal(spots), asked)).png).toBe(covered.png);
  });

  test('leaves no uncovered byte in the frozen page, and the page cannot be copied with it', async ({ page }) => {
    const frozen = await page.evaluate(() => JSON.stringify(engine.freeze([])));
    for (const word of ['Wilhelmina', 'Zonnebloem', 'Kwartelbosch', 'Vlinderdas', 'Fictiefazepam', 'geheim', 'Merel'])
      expect(frozen).not.toContain(word);
    expect(frozen).not.toContain('194,24,91');
    expect(await page.evaluate(() => engine.canBeCloned())).toBe(false);
  });

  test('counts one element as one spot, however many texts it has', async ({ page }) => {
    const { spots } = await freeze(page, []);
    expect(spots.map(({ id }) => id)).toEqual(spots.map((_, index) => index));
    expect(spots).toHaveLength(9);
  });
});
