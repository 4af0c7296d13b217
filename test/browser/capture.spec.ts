import type { Page } from '@playwright/test';
import { expect, ORIGIN, test } from '../support/pages';
import { CATALOGUE, dossier, OTHERS, ZONNEBLOEM, type DossierPeople } from './captureDossier';
import { draw, freeze, painted, ready, screenshot } from './captureSteps';
import type { CaptureEngine } from './pages/captureEngine';

declare const engine: CaptureEngine;

/** Words of the people that may be nowhere. */
const canaries = (people: DossierPeople): readonly string[] => [
  ...people.client.split(' '),
  ...people.contact.split(' '),
  ...people.colleague.split(' '),
  people.bsn,
  people.born,
  people.phone,
  people.room,
  /Medicatie (\w+)/.exec(people.report)?.[1] ?? '',
];
const found = (text: string, people: DossierPeople): readonly string[] =>
  canaries(people).filter((canary) => text.toLowerCase().includes(canary.toLowerCase()));

test.describe('a picture of a dossier', () => {
  test.beforeEach(async ({ page, pages }) => {
    await page.setViewportSize({ width: 1280, height: 1700 });
    await pages.open({ ...dossier(ZONNEBLOEM), script: 'captureEngine' });
    await ready(page);
  });

  test('carries no name, number or birth date in any byte of the copy, the list of covered spots or the picture', async ({
    page,
  }) => {
    const frozen = await freeze(page);
    const { png, code } = await draw(page, frozen);
    expect(code).toBe('');
    expect(found(JSON.stringify(frozen), ZONNEBLOEM)).toEqual([]);
    expect(found(decodeURIComponent(frozen.markup.replaceAll('%', '%25')), ZONNEBLOEM)).toEqual([]);
    const bytes = Buffer.from(png, 'base64');
    expect(found(bytes.toString('latin1'), ZONNEBLOEM)).toEqual([]);
    expect(chunksOf(bytes)).toEqual(new Set(['IHDR', 'IDAT', 'IEND']));
  });

  test('is found out by the same search when nothing is masked', async ({ page }) => {
    const html = await page.evaluate(
      () =>
        document.documentElement.outerHTML +
        [...document.querySelectorAll('textarea')].map(({ value }) => value).join(''),
    );
    expect(found(html, ZONNEBLOEM)).toEqual(canaries(ZONNEBLOEM));
    await page.evaluate(() => {
      for (const element of document.querySelectorAll('*')) {
        element.setAttribute('data-support-unmask', '');
        element.removeAttribute('data-support-block');
        element.removeAttribute('data-support-mask');
      }
    });
    const open = await freeze(page, 'everything');
    expect(found(open.markup, ZONNEBLOEM)).toEqual(canaries(ZONNEBLOEM));
    const places = [
      /value="Wilhelmina/,
      /<option>Hendrik/,
      /content:&quot;Wilhelmina/,
      /data-born="12-03-1941"/,
      /--client-name:&quot;Wilhelmina/,
      /cl-source-0/,
      /<text[^>]*>Wilhelmina/,
    ];
    expect(places.filter((place) => !place.test(open.markup))).toEqual([]);
  });

  test('does not depend on the covered texts: other people on the same places give the very same pixels', async ({
    page,
    pages,
  }) => {
    const one = await draw(page, await freeze(page));
    await pages.open({ ...dossier(OTHERS), script: 'captureEngine', path: '/other' });
    await ready(page);
    const other = await draw(page, await freeze(page));
    expect(await page.evaluate(([a, b]) => engine.differ(a, b), [one.png, other.png] as const)).toBe(0);
    expect(other.png).toBe(one.png);
  });

  test('tells nothing of how long a name is within a step', async ({ page }) => {
    const named = async (name: string): Promise<string> => {
      await page.evaluate((text) => {
        const heading = document.querySelector('h1');
        if (heading) heading.textContent = text;
      }, name);
      return (await draw(page, await freeze(page))).png;
    };
    const one = await named('Jan Vink');
    expect(await named('Bo Visser')).toBe(one);
    expect(await named('Wilhelmina Anna Zonnebloem')).not.toBe(one);
  });

  test('tells two people apart when nothing is masked', async ({ page, pages }) => {
    const one = await draw(page, await freeze(page, 'everything'));
    await pages.open({ ...dossier(OTHERS), script: 'captureEngine', path: '/other' });
    await ready(page);
    const other = await draw(page, await freeze(page, 'everything'));
    expect(await page.evaluate(([a, b]) => engine.differ(a, b), [one.png, other.png] as const)).toBeGreaterThan(0.002);
  });

  test('looks like the page: what is not covered equals the screen', async ({ page }) => {
    const real = await screenshot(page);
    const masked = await draw(page, await freeze(page));
    const within = await page.evaluate(() =>
      [...document.querySelectorAll('header b, nav, h2, dt, label, .on, button, .icon')]
        .filter((element) => !element.closest('[data-support-mask]'))
        .map((element) => element.getBoundingClientRect())
        .filter(({ width }) => width > 0)
        .map(({ x, y, width, height }) => [x, y, width, Math.min(height, 22)] as const),
    );
    expect(within.length).toBeGreaterThan(20);
    expect(
      await page.evaluate(([a, b, boxes]) => engine.differ(a, b, { within: boxes }), [
        real,
        masked.png,
        within,
      ] as const),
    ).toBeLessThan(0.12);
    const open = await freeze(page, 'everything');
    const but = [...open.spots.map(({ box }) => box), [0, 1300, 1280, 400] as const];
    expect(
      await page.evaluate(([a, b, boxes]) => engine.differ(a, b, { but: boxes }), [
        real,
        (await draw(page, open)).png,
        but,
      ] as const),
    ).toBeLessThan(0.01);
  });

  test('keeps at least nine of ten words of the interface readable', async ({ page }) => {
    const { markup } = await freeze(page);
    const words = await page.evaluate((catalogue) => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const texts: string[] = [];
      while (walker.nextNode()) {
        const text = walker.currentNode.textContent?.trim() ?? '';
        const isCovered = walker.currentNode.parentElement?.closest(
          '[data-support-mask],[data-support-block],select,textarea',
        );
        if (catalogue.includes(text) && !isCovered) texts.push(text);
      }
      return texts;
    }, CATALOGUE);
    const count = (texts: readonly string[]): number => texts.flatMap((text) => text.split(/\s+/)).length;
    const kept = words.filter((text) => markup.includes(`>${text}`) || markup.includes(`> ${text}`));
    expect(count(words)).toBeGreaterThan(40);
    expect(count(kept) / count(words)).toBeGreaterThanOrEqual(0.9);
  });

  test('names each covered spot by what stands beside it, never by what it hides', async ({ page }) => {
    const { spots } = await freeze(page);
    const names = spots.map(({ kind, label }) => `${kind} ${label}`);
    for (const name of [
      'text Naam',
      'text BSN',
      'text Geboren',
      'text Geschreven door',
      'field Naam',
      'field Soort',
      'field Notitie',
    ])
      expect(names).toContain(name);
    expect(spots.filter(({ canReveal }) => !canReveal).map(({ kind }) => kind)).toEqual(['field', 'picture']); // the password, what is blocked
  });

  test('shows the moment of the press, also when the page changes before it is drawn', async ({ page }) => {
    const frozen = await freeze(page);
    const before = await draw(page, frozen);
    await page.evaluate(() => document.body.replaceChildren());
    expect((await draw(page, frozen)).png).toBe(before.png);
  });

  test('changes nothing on the page and asks nothing of the network', async ({ page }) => {
    const html = (): Promise<string> => page.evaluate(() => document.documentElement.outerHTML);
    const before = await html();
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await draw(page, await freeze(page));
    expect(await html()).toBe(before);
    expect(requests.filter((url) => !url.startsWith('data:'))).toEqual([]);
  });

  test('never shows our own elements', async ({ page }) => {
    const before = await draw(page, await freeze(page));
    await page.evaluate(() => {
      const panel = document.createElement('cliendo-support');
      panel.attachShadow({ mode: 'open' }).textContent = 'Praat met Cliendo';
      panel.style.cssText = 'position:fixed;inset:0;background:red';
      document.documentElement.append(panel);
    });
    expect((await draw(page, await freeze(page))).png).toBe(before.png);
  });

  test('is refused with a code, and never an exception, when the page cannot be copied', async ({ page }) => {
    const frozen = await freeze(page, 'broken');
    expect(frozen.gaps).toEqual(['page']);
    expect((await draw(page, frozen)).code).toBe('screenshot-failed');
  });
});

test.describe('a page that is not at rest', () => {
  const STYLE = `<style>body{margin:0;font:14px Arial}header{position:sticky;top:0;height:48px;background:#123a7a;color:#fff;z-index:2}p{margin:0;padding:12px 20px;height:40px;box-sizing:border-box}p:nth-child(odd){background:#e8f0fe}
    .box{height:160px;overflow:auto;border:1px solid #888;margin:10px}.foot{position:fixed;bottom:0;left:0;right:0;background:#333;color:#fff;height:40px}dialog{border:2px solid #1d5fd0;border-radius:8px;padding:24px;width:320px}dialog::backdrop{background:rgba(0,20,60,.5)}
    button:focus{outline:3px solid #e0a100}.move{width:40px;height:40px;background:#14683a;animation:go 1s linear -.5s paused both}@keyframes go{to{transform:translateX(400px)}}</style>`;
  const rows = Array.from({ length: 60 }, (_, row) => `<p>Regel ${'abc'[row % 3]}</p>`).join('');
  const BODY = `<header>Kop</header><div class="box">${rows}</div><button>Knop</button><div class="move"></div>${rows}<div class="foot">Voet</div><dialog><h2>Weet je het zeker</h2><button>Ja</button></dialog>`;

  const mismatch = async (page: Page): Promise<number> => {
    await painted(page);
    const real = await screenshot(page);
    const drawn = await draw(page, await freeze(page, 'everything'));
    return page.evaluate(([a, b]) => engine.differ(a, b), [real, drawn.png] as const);
  };

  test.beforeEach(async ({ page, pages }) => {
    await pages.open({ head: STYLE, body: BODY, script: 'captureEngine' });
    await ready(page);
  });

  test('is drawn where it was scrolled, with its sticky head, its fixed foot and its inner scroll', async ({
    page,
  }) => {
    await page.evaluate(() => {
      document.querySelector('.box')?.scrollTo(0, 333);
      scrollTo(0, 95);
    });
    expect(await mismatch(page)).toBeLessThan(0.005);
    await page.evaluate(() => scrollTo(0, 700));
    expect(await mismatch(page)).toBeLessThan(0.005);
  });

  test('is drawn with the dialog that is open, the focus that is shown and the movement where it is', async ({
    page,
  }) => {
    await page.keyboard.press('Tab');
    expect(await mismatch(page)).toBeLessThan(0.005);
    await page.evaluate(() => document.querySelector('dialog')?.showModal());
    expect(await mismatch(page)).toBeLessThan(0.005);
  });
});

test.describe('pictures of the page', () => {
  const LOGO =
    '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="40"><rect width="120" height="40" fill="#c2185b"/></svg>';
  const BODY = `<img src="/assets/logo.svg" width="120" height="40"><img src="/photos/client.svg" width="120" height="40"><div class="a"></div><div class="b"></div>`;
  const HEAD =
    '<style>body{margin:10px}img,div{display:block;width:120px;height:40px;margin-bottom:10px}.a{background:url(/assets/logo.svg?v=2)}.b{background:url(/assets-of-clients/photo.svg)}</style>';

  test('are hatched, but for the assets of the interface', async ({ page, pages }) => {
    await page
      .context()
      .route(`${ORIGIN}/**/*.svg*`, (route) => route.fulfill({ body: LOGO, contentType: 'image/svg+xml' }));
    await pages.open({ head: HEAD, body: BODY, script: 'captureEngine' });
    await page.unroute(`${ORIGIN}/**/*.svg*`);
    await page
      .context()
      .route(`${ORIGIN}/**/*.svg*`, (route) => route.fulfill({ body: LOGO, contentType: 'image/svg+xml' }));
    await ready(page);
    const real = await screenshot(page);
    const frozen = await freeze(page, CATALOGUE, ['/assets']);
    expect(frozen.sources.map(({ url }) => new URL(url).pathname)).toEqual(['/assets/logo.svg', '/assets/logo.svg']);
    const { png } = await draw(page, frozen);
    const differAt = (top: number): Promise<number> =>
      page.evaluate(([a, b, y]) => engine.differ(a, b, { within: [[12, y + 2, 110, 34]] }), [real, png, top] as const);
    expect(await differAt(10)).toBeLessThan(0.01);
    expect(await differAt(60)).toBe(1);
    expect(await differAt(110)).toBeLessThan(0.01);
    expect(await differAt(160)).toBe(1);
  });
});

test.describe('a strict policy', () => {
  const policy = (images: string): Record<string, string> => ({
    'content-security-policy': `default-src 'none'; script-src 'self'; style-src 'self'; img-src ${images}; require-trusted-types-for 'script'; trusted-types 'none'`,
  });
  const open = async (page: Page, pages: { open(content: object): Promise<void> }, images: string): Promise<void> => {
    await page.addInitScript(() => {
      const seen: string[] = [];
      Object.assign(globalThis, { seen });
      document.addEventListener('securitypolicyviolation', (event) => seen.push(event.violatedDirective));
    });
    await pages.open({ body: '<h1>Dossier</h1><p>Wilhelmina</p>', script: 'captureEngine', headers: policy(images) });
    await ready(page);
  };

  test('with data: pictures is enough, without one violation', async ({ page, pages }) => {
    await open(page, pages, 'blob: data:');
    const { code, png } = await draw(page, await freeze(page, ['Dossier']));
    expect(code).toBe('');
    expect(png.length).toBeGreaterThan(1000);
    expect(await page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen)).toEqual([]);
  });

  test('without data: pictures gives the code that says so', async ({ page, pages }) => {
    await open(page, pages, 'blob:');
    expect((await draw(page, await freeze(page, ['Dossier']))).code).toBe('screenshot-blocked');
  });
});

/** Names of the parts of a PNG: text parts would be metadata. */
function chunksOf(png: Buffer): ReadonlySet<string> {
  const names = new Set<string>();
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) names.add(png.toString('latin1', at + 4, at + 8));
  return names;
}
