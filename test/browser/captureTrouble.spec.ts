import type { Page } from '@playwright/test';
import type { FrozenPage } from '../../src/capture/moment';
import { expect, ORIGIN, test } from '../support/pages';
import { draw, freeze, ready } from './captureSteps';
import type { CaptureEngine, Drawn } from './pages/captureEngine';

declare const engine: CaptureEngine;

const ELSEWHERE = 'https://elsewhere.test';
const LOGO =
  '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="40"><rect width="120" height="40" fill="#c2185b"/></svg>';

interface Taken {
  readonly frozen: FrozenPage;
  readonly drawn: Drawn;
}

/** Takes a picture in which everything is interface, and fails when anything is thrown on the way. */
const take = async (page: Page): Promise<Taken> => {
  const frozen = await freeze(page, 'everything', [`${ORIGIN}/`, `${ELSEWHERE}/`, 'data:']);
  return { frozen, drawn: await draw(page, frozen) };
};

test.describe('what goes wrong in a page', () => {
  const open = async (
    page: Page,
    pages: { open(content: object): Promise<void> },
    content: { readonly head?: string; readonly body?: string },
  ): Promise<void> => {
    await pages.open({ ...content, script: 'captureEngine' });
    await ready(page);
  };

  test('is a code, not an exception: a page without size', async ({ page, pages }) => {
    await open(page, pages, { body: '<iframe style="width:0;height:0;border:0"></iframe>' });
    const code = await page.evaluate(async () => {
      const inside = document.querySelector('iframe')?.contentDocument;
      const frozen = inside && engine.freezeIn(inside);
      return frozen && (await engine.draw(frozen)).code;
    });
    expect(code).toBe('screenshot-failed');
  });

  test('makes a smaller picture of a page that is too large to draw', async ({ page, pages }) => {
    await open(page, pages, { body: '<h1>Groot</h1>' });
    const frozen = await freeze(page, 'everything');
    const { png, code } = await draw(page, { ...frozen, pixelRatio: 7.5 });
    expect(code).toBe('');
    const bytes = Buffer.from(png, 'base64');
    const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
    expect(width * height).toBeLessThan(16_100_000);
    expect(width / height).toBeCloseTo(1280 / 800, 2);
  });

  test('makes a picture of a page of fifty megapixels', async ({ page, pages }) => {
    await page.setViewportSize({ width: 10_000, height: 5000 });
    await open(page, pages, { body: '<h1>Groot</h1>' });
    const { png, code } = await draw(page, await freeze(page, 'everything'));
    expect(code).toBe('');
    const bytes = Buffer.from(png, 'base64');
    const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
    expect(width * height).toBeLessThan(16_100_000);
    expect(width / height).toBeCloseTo(2, 2);
  });

  test('is a gap: a font that was there and never comes again', async ({ page, pages }) => {
    await page.context().route(`${ORIGIN}/nooit.woff2`, () => new Promise(() => undefined));
    await open(page, pages, { body: '<h1>Kop</h1>' });
    const frozen = await freeze(page, 'everything');
    const drawn = await draw(page, { ...frozen, sources: [{ kind: 'font', url: `${ORIGIN}/nooit.woff2` }] });
    expect(drawn).toMatchObject({ code: '', gaps: ['font'] });
  });

  test('is drawn in the next font, as the page is: a font that does not come', async ({ page, pages }) => {
    await page.context().route(`${ORIGIN}/nooit.woff2`, () => new Promise(() => undefined));
    await open(page, pages, { head: '<style>h1{font:40px monospace}</style>', body: '<h1>Kop</h1>' });
    const { drawn: plain } = await take(page);
    expect(plain).toMatchObject({ code: '', gaps: [] });
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        '@font-face{font-family:Nooit;font-display:swap;src:url(/nooit.woff2)}h1{font:40px Nooit,monospace}',
      );
      document.adoptedStyleSheets.push(sheet);
    });
    await page.waitForFunction(() => [...document.fonts].some(({ status }) => status === 'loading'));
    expect((await take(page)).drawn).toEqual(plain);
  });

  test('is a gap: a picture that never comes, and the rest is drawn', async ({ page, pages }) => {
    let isSilent = false;
    const never = (route: { abort(): Promise<void>; fulfill(answer: object): Promise<void> }): Promise<void> =>
      isSilent
        ? new Promise(() => undefined)
        : route.fulfill({ body: LOGO, contentType: 'image/svg+xml', headers: { 'cache-control': 'no-store' } });
    await page.context().route(`${ELSEWHERE}/**`, (route) => never(route));
    await open(page, pages, { body: `<h1>Kop</h1><img src="${ELSEWHERE}/logo.svg" width="120" height="40">` });
    isSilent = true;
    const { drawn } = await take(page);
    expect(drawn).toMatchObject({ code: '', gaps: ['picture'] });
  });

  test('is a gap: a picture of another origin, and one that cannot be read', async ({ page, pages }) => {
    await page
      .context()
      .route(`${ELSEWHERE}/**`, (route) => route.fulfill({ body: LOGO, contentType: 'image/svg+xml' }));
    await page
      .context()
      .route(`${ORIGIN}/broken.png`, (route) => route.fulfill({ body: 'no picture', contentType: 'image/png' }));
    await open(page, pages, {
      body: `<img src="${ELSEWHERE}/logo.svg" width="120" height="40"><img src="/broken.png" width="120" height="40">`,
    });
    expect((await take(page)).drawn).toMatchObject({ code: '', gaps: ['picture'] });
  });

  test('is a labelled box: a canvas with pixels of another origin', async ({ page, pages }) => {
    await page
      .context()
      .route(`${ELSEWHERE}/**`, (route) => route.fulfill({ body: LOGO, contentType: 'image/svg+xml' }));
    await open(page, pages, {
      body: `<img src="${ELSEWHERE}/logo.svg" width="120" height="40"><canvas width="120" height="40" data-support-unmask></canvas>`,
    });
    await page.evaluate(() => {
      const [image, canvas] = [document.querySelector('img'), document.querySelector('canvas')];
      if (image) canvas?.getContext('2d')?.drawImage(image, 0, 0);
    });
    const { frozen, drawn } = await take(page);
    expect(frozen.gaps).toEqual(['picture']);
    expect(frozen.spots).toMatchObject([{ kind: 'picture' }]);
    expect(drawn.code).toBe('');
  });

  test('is a labelled box: a frame of another origin; a frame that is gone is nothing', async ({ page, pages }) => {
    await page
      .context()
      .route(`${ELSEWHERE}/**`, (route) => route.fulfill({ body: '<h1>Elders</h1>', contentType: 'text/html' }));
    await open(page, pages, {
      body: `<iframe src="${ELSEWHERE}/"></iframe><iframe id="gone" srcdoc="<p>weg</p>"></iframe>`,
    });
    const { frozen, drawn } = await take(page);
    expect(frozen.gaps).toEqual(['frame']);
    expect(frozen.spots).toMatchObject([{ kind: 'frame', canReveal: false }]);
    expect(drawn.code).toBe('');
    const gone = await page.evaluate(async () => {
      const frame = document.querySelector<HTMLIFrameElement>('#gone');
      const inside = frame?.contentDocument;
      frame?.remove();
      const left = inside && engine.freezeIn(inside);
      return left && (await engine.draw(left)).code;
    });
    expect(gone).toBe('screenshot-failed');
  });

  test('is drawn as it was frozen: a frame that is taken out before it is drawn', async ({ page, pages }) => {
    await open(page, pages, {
      body: '<h1>Kop</h1><iframe style="width:400px;height:200px" srcdoc="<h2>Binnen</h2>"></iframe>',
    });
    await page.frameLocator('iframe').getByText('Binnen').waitFor();
    const [left, right] = await page.evaluate(async () => {
      const frozen = engine.freeze('everything');
      const before = await engine.draw(frozen);
      document.querySelector('iframe')?.remove();
      return [before, await engine.draw(frozen)];
    });
    expect(left).toMatchObject({ code: '', gaps: [] });
    expect(right).toEqual(left);
  });

  test('ends: style sheets that import each other', async ({ page, pages }) => {
    const sheet = (other: string, css: string): object => ({
      body: `@import url(${other});${css}`,
      contentType: 'text/css',
    });
    await page.context().route(`${ORIGIN}/a.css`, (route) => route.fulfill(sheet('/b.css', 'h1{color:rgb(1,2,3)}')));
    await page.context().route(`${ORIGIN}/b.css`, (route) => route.fulfill(sheet('/a.css', 'h1{letter-spacing:3px}')));
    await open(page, pages, { head: '<link rel="stylesheet" href="/a.css">', body: '<h1>Kop</h1>' });
    const { frozen, drawn } = await take(page);
    expect(frozen.markup).toContain('letter-spacing: 3px');
    expect(frozen.markup).toContain('rgb(1, 2, 3)');
    expect(drawn).toMatchObject({ code: '', gaps: [] });
  });

  test('is a gap: a style sheet that may not be read, also one that another imports; the other rules hold', async ({
    page,
    pages,
  }) => {
    await page
      .context()
      .route(`${ELSEWHERE}/**`, (route) => route.fulfill({ body: 'h1{letter-spacing:3px}', contentType: 'text/css' }));
    for (const head of [
      `<link rel="stylesheet" href="${ELSEWHERE}/x.css"><style>h1{color:rgb(1,2,3)}</style>`,
      `<style>@import url(${ELSEWHERE}/x.css);h1{color:rgb(1,2,3)}</style>`,
    ]) {
      await open(page, pages, { head, body: '<h1>Kop</h1>' });
      const { frozen, drawn } = await take(page);
      expect(frozen.markup).toContain('rgb(1, 2, 3)');
      expect(drawn).toMatchObject({ code: '', gaps: ['style-sheet'] });
    }
  });
});
