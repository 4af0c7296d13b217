import { expect, test } from '../support/pages';
import { inked, openPlaces, painted, ready, start } from './liveMaskSteps';
import type { LiveMasking } from './pages/liveMask';

declare const live: LiveMasking;

test.describe('a page that changes while it is masked', () => {
  const ACTS: Readonly<Record<string, string>> = {
    'a text becomes a name': `box.firstElementChild.firstChild.data = 'WILHELMINA'`,
    'a name is typed behind a text': `box.firstElementChild.firstChild.appendData(' WILHELMINA'); box.firstElementChild.style.color = '#f0f'; box.firstElementChild.firstChild.deleteData(0, 4)`,
    'a name is put before a text': `box.firstElementChild.firstChild.insertData(0, 'WILHELMINA ')`,
    'the host masks it': `box.firstElementChild.setAttribute('data-support-mask', '')`,
    'the host blocks it': `box.firstElementChild.setAttribute('data-support-block', '')`,
    'it can be edited from now on': `box.firstElementChild.contentEditable = 'true'`,
    'the sheets of the page are replaced': `document.adoptedStyleSheets = []; box.firstElementChild.textContent = 'WILHELMINA'`,
    'a rule is put into a sheet': `document.styleSheets[0].insertRule('.late::before{content:"WILHELMINA"}'); box.firstElementChild.className = 'late'; box.firstElementChild.textContent = ''`,
    'a style is added': `box.append(Object.assign(document.createElement('style'), { textContent: '#late{-webkit-text-fill-color:#f0f!important}' })); box.firstElementChild.id = 'late'; box.firstElementChild.textContent = 'WILHELMINA'`,
    'a shadow tree is attached': `box.firstElementChild.attachShadow({ mode: 'open' }).innerHTML = '<style>b{-webkit-text-fill-color:#f0f!important}</style><b>WILHELMINA</b>'; box.append('')`,
  };

  for (const [name, act] of Object.entries(ACTS))
    test(`is covered anew: ${name}`, async ({ page, pages }) => {
      const place = { name, html: '<p>Naam</p>' };
      await openPlaces(page, pages, [place]);
      await start(page);
      expect(await inked(page, [place])).toEqual([name]);
      await page.evaluate((script) => {
        const element = document.createElement('script');
        element.textContent = `{const box = document.querySelector('[data-place]'); ${script}}`;
        document.head.append(element);
      }, act);
      expect(await inked(page, [place])).toEqual([]);
    });

  test('covers a frame that goes to another page, and a custom element that is defined later', async ({
    page,
    pages,
  }) => {
    const places = [
      { name: 'frame', html: `<iframe srcdoc="<body style='color:#f0f'>Naam"></iframe>` },
      { name: 'element', html: '<late-name></late-name>' },
    ];
    await openPlaces(page, pages, places);
    await start(page);
    expect(await inked(page, places)).toEqual(['frame']);
    await page.evaluate(async () => {
      customElements.define(
        'late-name',
        class extends HTMLElement {
          constructor() {
            super();
            const name = document.createElement('b');
            name.textContent = 'WILHELMINA';
            name.style.setProperty('color', '#f0f');
            this.attachShadow({ mode: 'open' }).append(name, document.createElement('canvas'));
          }
        },
      );
      const frame = document.querySelector('iframe');
      const loaded = new Promise((resolve) => frame?.addEventListener('load', resolve));
      if (frame) frame.srcdoc = "<body style='color:#f0f'>WILHELMINA";
      await loaded;
    });
    expect(await inked(page, places)).toEqual([]);
    expect(
      await page.evaluate(() => document.querySelector('late-name')?.shadowRoot?.adoptedStyleSheets.length),
    ).toBeGreaterThan(0);
  });

  test('shows a text that becomes interface', async ({ page, pages }) => {
    const place = { name: 'text', html: '<p>WILHELMINA</p>' };
    await openPlaces(page, pages, [place]);
    await start(page);
    expect(await inked(page, [place])).toEqual([]);
    await page.evaluate(() => document.querySelector('p')?.replaceChildren('Naam'));
    expect(await inked(page, [place])).toEqual(['text']);
  });
});

test('tells when blocked boxes fill half of the view, and when they no longer do', async ({ page, pages }) => {
  await pages.open({
    head: '<style>body{margin:0}div{height:350px}</style>',
    body: '<div></div><div data-support-block></div><div id="second"></div><div></div><div></div>',
    script: 'liveMask',
  });
  await ready(page);
  await start(page);
  const told = (): Promise<readonly boolean[]> => page.evaluate(() => live.told);
  const second = page.locator('#second');
  await painted(page);
  expect(await told()).toEqual([]);
  await second.evaluate((element) => element.setAttribute('data-support-block', ''));
  await expect.poll(told).toEqual([true]);
  await page.evaluate(() => scrollTo(0, 900));
  await expect.poll(told).toEqual([true, false]);
  await page.evaluate(() => scrollTo(0, 300));
  await expect.poll(told).toEqual([true, false, true]);
  await second.evaluate((element) => element.remove());
  await expect.poll(told).toEqual([true, false, true, false]);
});
