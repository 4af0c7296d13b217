import type { Page } from '@playwright/test';
import { expect, test, type Pages } from '../support/pages';
import { draw, freeze, painted, ready, screenshot } from './captureSteps';
import { NATIVE, SCROLLED, STYLED, type LookCase } from './captureStyles';
import type { CaptureEngine } from './pages/captureEngine';

declare const engine: CaptureEngine;

/** A share of the pixels: text is smoothed a little differently in a picture. */
const MOST = 0.004;
/** By so much a page differs from itself without what it is about. */
const LEAST = 0.02;

const open = async (page: Page, pages: Pages, content: { readonly css?: string; readonly body: string }) => {
  const head = `<style>body{font:14px Arial}</style><style>${content.css ?? ''}</style>`;
  await pages.open({ head, body: content.body, script: 'captureEngine', path: `/${String(Math.random())}` });
  await ready(page);
};

/** Marks what a catalogue says nothing about as interface, also in shadow trees. */
const unmaskAll = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const unmask = (root: Document | ShadowRoot): void => {
      for (const element of root.querySelectorAll('*')) {
        if (/^(?:input|select|textarea|svg|canvas|video|img|meter|progress|iframe)$/.test(element.localName))
          element.setAttribute('data-support-unmask', '');
        if (element.shadowRoot) unmask(element.shadowRoot);
      }
    };
    unmask(document);
  });

/** How much the picture differs from what the browser shows now. */
const mismatch = async (page: Page): Promise<number> => {
  await unmaskAll(page);
  await painted(page);
  const real = await screenshot(page);
  const { png } = await draw(page, await freeze(page, 'everything', ['https://pages.test/']));
  return page.evaluate(([a, b]) => engine.differ(a, b), [real, png] as const);
};

const show = async (page: Page, pages: Pages, { base = '', css, body, act }: LookCase): Promise<void> => {
  await open(page, pages, { css: base + css, body });
  if (act !== undefined) await page.evaluate(act);
};

test.beforeEach(({ page }) => page.setViewportSize({ width: 380, height: 300 }));

for (const look of [...SCROLLED, ...STYLED, ...NATIVE]) {
  test(`a picture looks as it does on the screen: ${look.name}`, async ({ page, pages }) => {
    await show(page, pages, look);
    const real = await screenshot(page);
    expect(await mismatch(page)).toBeLessThan(MOST);
    await show(page, pages, { ...look, css: '' });
    const without = await screenshot(page);
    const differs = await page.evaluate(([a, b]) => engine.differ(a, b), [real, without] as const);
    expect(differs, 'control: it is there to be seen').toBeGreaterThan(LEAST);
  });
}

test('a picture follows the rules for a screen, never those for printing', async ({ page, pages }) => {
  await open(page, pages, {
    css: 'p{background:gold;padding:40px}@media print{p{background:teal;padding:90px}}',
    body: '<p>Tekst</p>',
  });
  const real = await screenshot(page);
  expect(await mismatch(page)).toBeLessThan(MOST);
  await page.emulateMedia({ media: 'print' });
  await painted(page);
  const printed = await screenshot(page);
  const differs = await page.evaluate(([a, b]) => engine.differ(a, b), [real, printed] as const);
  expect(differs, 'control: printing looks different').toBeGreaterThan(LEAST);
});

test('a picture does not show what is selected, whatever colour the host gives it', async ({ page, pages }) => {
  await open(page, pages, {
    css: 'p{background:gold;padding:30px;font-size:40px}::selection{background:#c00;color:#fff}p::selection{background:#0c0}',
    body: '<p>Een regel die gekozen is</p>',
  });
  const plain = await screenshot(page);
  await page.evaluate(() => getSelection()?.selectAllChildren(document.body));
  await painted(page);
  const selected = await screenshot(page);
  const { png } = await draw(page, await freeze(page, 'everything'));
  const differ = (one: string, other: string): Promise<number> =>
    page.evaluate(([a, b]) => engine.differ(a, b), [one, other] as const);
  expect(await differ(plain, png)).toBeLessThan(MOST);
  expect(await differ(plain, selected), 'control: the selection can be seen').toBeGreaterThan(LEAST);
});

test('a picture shows forced colours as the device does', async ({ page, pages }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await open(page, pages, {
    css: 'p{background:gold;color:red;padding:30px;border:6px solid blue}button{background:red;border:0;padding:20px}',
    body: '<p>Tekst</p><button>Knop</button>',
  });
  expect(await mismatch(page)).toBeLessThan(MOST);
});

test('a picture shows what is in the top layer in its order, with what it inherits', async ({ page, pages }) => {
  await open(page, pages, {
    css: ':root{--vlak:gold}main{--rand:10px solid teal;font-size:22px}dialog{background:var(--vlak);border:var(--rand)}dialog::backdrop{background:rgb(0 40 90/.6)}[popover]{inset:auto;top:60px;left:120px;margin:0;padding:20px;background:tomato}#tip{position-anchor:--knop;position-area:bottom right;top:auto;left:auto}button{anchor-name:--knop}',
    body: '<main><p>Pagina</p><dialog><p>Venster met een lange regel tekst</p><button>Knop</button><div popover="manual" id="in">Binnen</div></dialog></main><div popover="manual" id="tip">Bij de knop</div>',
  });
  await page.evaluate(() => {
    document.querySelector('dialog')?.showModal();
    document.querySelector<HTMLElement>('#in')?.showPopover();
    document.querySelector<HTMLElement>('#tip')?.showPopover();
  });
  expect(await mismatch(page)).toBeLessThan(MOST);
});

test('a picture shows parts of shadow trees in shadow trees, with their shared sheets, slots and parts', async ({
  page,
  pages,
}) => {
  await open(page, pages, {
    css: 'x-outer::part(kop){background:gold;padding:20px}x-outer{--tint:teal}',
    body: '<x-outer><b>In het slot</b></x-outer>',
  });
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      ':host{display:block;border:12px solid var(--tint)}::slotted(b){color:red;font-size:30px}.in{background:#ddf;padding:10px}',
    );
    class Inner extends HTMLElement {
      constructor() {
        super();
        const root = this.attachShadow({ mode: 'open' });
        root.adoptedStyleSheets = [sheet];
        root.innerHTML = '<div class="in"><slot></slot></div>';
      }
    }
    class Outer extends HTMLElement {
      constructor() {
        super();
        const root = this.attachShadow({ mode: 'open' });
        root.adoptedStyleSheets = [sheet];
        root.innerHTML = '<h2 part="kop">Kop</h2><x-inner><slot></slot></x-inner>';
      }
    }
    customElements.define('x-inner', Inner);
    customElements.define('x-outer', Outer);
  });
  expect(await mismatch(page)).toBeLessThan(MOST);
});

test('a picture shows the frame that a video is at, and a font or picture that never came as the page does', async ({
  page,
  pages,
}) => {
  await page.route('**/nooit*', (route) => route.abort());
  await open(page, pages, {
    css: '@font-face{font-family:Nooit;src:url(/nooit.woff2)}p{font:24px Nooit,monospace}video{width:200px;height:120px;background:#000}.b{height:60px;background:tan url(/nooit.png)}',
    body: '<p>Letters die er niet zijn</p><video muted></video><div class="b"></div>',
  });
  await page.evaluate(async () => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [200, 120];
    const pen = canvas.getContext('2d');
    const paint = (): void => {
      if (!pen) return;
      pen.fillStyle = '#c2185b';
      pen.fillRect(0, 0, 200, 120);
    };
    const video = document.querySelector('video');
    if (!video) return;
    video.srcObject = canvas.captureStream(10);
    paint();
    const going = setInterval(paint, 50);
    await video.play();
    await new Promise((resolve) => video.requestVideoFrameCallback(resolve));
    video.pause();
    clearInterval(going);
  });
  expect(await mismatch(page)).toBeLessThan(MOST);
});
