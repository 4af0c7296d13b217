import { expect, test } from '../support/pages';
import { dossier, ZONNEBLOEM } from './captureDossier';
import { ready } from './captureSteps';
import type { CaptureEngine } from './pages/captureEngine';

declare const engine: CaptureEngine;

/** Enough for many tasks on any machine, and all of it in view: what lies below is not copied. */
const CELLS = Array.from(
  { length: 3000 },
  (_, cell) => `<div>${cell} <i>Wilhelmina ${cell}</i> <b>Naam</b> <input value="${cell}"></div>`,
).join('');
const BIG = {
  head: '<style>h1{font-size:14px}main{display:grid;grid-template-columns:repeat(60,20px);grid-auto-rows:12px}div{overflow:hidden}</style>',
  body: `<h1>Naam</h1><main>${CELLS}</main>`,
  script: 'captureEngine',
};

test.describe('freezing with time to spare', () => {
  test('gives the very same copy, spots included, as freezing at once', async ({ page, pages }) => {
    for (const content of [BIG, { ...dossier(ZONNEBLOEM), script: 'captureEngine', path: '/dossier' }]) {
      await pages.open(content);
      await ready(page);
      const [calm, atOnce] = await page.evaluate(async () => [
        JSON.stringify(await engine.freezeCalmly(['Naam'])),
        JSON.stringify(engine.freeze(['Naam'])),
      ]);
      expect(calm).toBe(atOnce);
    }
  });

  test('lets the page have its turn in between', async ({ page, pages }) => {
    await pages.open(BIG);
    await ready(page);
    const turns = await page.evaluate(async () => {
      let count = 0;
      let isGoing = true;
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        count += 1;
        if (isGoing) port2.postMessage(0);
      };
      port2.postMessage(0);
      await engine.freezeCalmly(['Naam']);
      isGoing = false;
      return count;
    });
    expect(turns).toBeGreaterThan(1);
  });

  test('shows the page after it changed, never half of it', async ({ page, pages }) => {
    await pages.open(BIG);
    await ready(page);
    const markup = await page.evaluate(async () => {
      const frozen = await engine.freezeCalmly(['Naam', 'Actief'], {
        disturb: () => document.querySelectorAll('b').forEach((bold) => bold.replaceChildren('Actief')),
      });
      return frozen?.markup ?? '';
    });
    expect(markup.split('>Actief<')).toHaveLength(3001);
    expect(markup.split('>Naam<')).toHaveLength(2);
  });

  test('ends in one go on a page that never stands still', async ({ page, pages }) => {
    await pages.open(BIG);
    await ready(page);
    const isWhole = await page.evaluate(async () => {
      let isGoing = true;
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        document.body.dataset['count'] = String(Math.random());
        if (isGoing) port2.postMessage(0);
      };
      port2.postMessage(0);
      const frozen = await engine.freezeCalmly(['Naam']);
      isGoing = false;
      return frozen?.markup === engine.freeze(['Naam']).markup;
    });
    expect(isWhole).toBe(true);
  });

  test('does not start anew for what is our own', async ({ page, pages }) => {
    await pages.open(BIG);
    await ready(page);
    const frozen = await page.evaluate(async () => {
      let asked = 0;
      const own = document.createElement('cliendo-support');
      const before = engine.asked();
      await engine.freezeCalmly(['Naam'], { disturb: () => document.documentElement.append(own) });
      asked = engine.asked() - before;
      own.remove();
      await engine.freezeCalmly(['Naam']);
      return [asked, engine.asked() - before - asked];
    });
    expect(frozen[0]).toBe(frozen[1]);
  });

  test('gives nothing once it is told to stop', async ({ page, pages }) => {
    await pages.open(BIG);
    await ready(page);
    expect(await page.evaluate(() => engine.freezeCalmly(['Naam'], { stop: true }))).toBeUndefined();
  });

  test('gives an empty page, and never an exception, when the page cannot be copied', async ({ page, pages }) => {
    await pages.open(BIG);
    await ready(page);
    expect(await page.evaluate(async () => (await engine.freezeCalmly('broken'))?.gaps)).toEqual(['page']);
  });
});
