/** Pointing at the host's page and trying what was pointed at: what only a real layout and real documents can tell. */
import type { Page } from '@playwright/test';
import { expect, test } from '../support/pages';
import type { picking as page } from './pages/pickElement';

declare const picking: typeof page;

const INSIDE = `<style>body { margin: 0 } button { position: absolute; left: 20px; top: 20px; width: 100px; height: 40px }</style>
  <section><h2>Rooster</h2><button id="ruilen" data-support-hint="ruilen">Ruilen</button></section>`;
const BODY = `
  <style>
    body { margin: 0 } main > * { position: absolute; box-sizing: border-box }
    #label { left: 0; top: 0; width: 200px; height: 40px } #host { left: 0; top: 100px; width: 200px; height: 100px }
    iframe { left: 300px; top: 0; width: 300px; height: 200px; border: 5px solid; padding: 10px }
    #scaled { top: 250px; transform: scale(0.5); transform-origin: 0 0 } #foreign { top: 500px }
    cliendo-support { position: fixed; inset: 0 }
  </style>
  <main>
    <label id="label">BSN <input id="bsn" style="width: 50px"></label><cli-kaart id="host"></cli-kaart>
    <iframe id="module" title="Roosters"></iframe><iframe id="scaled"></iframe>
    <iframe id="foreign" sandbox srcdoc="<p>Anders</p>"></iframe>
    <a href="/agenda" style="top: 300px" id="agenda">Agenda</a>
  </main>
  <cliendo-support></cliendo-support>`;

const under = (tab: Page, x: number, y: number): Promise<string> =>
  tab.evaluate(([left, top]) => picking.under(left, top), [x, y] as const);

test.beforeEach(async ({ page, pages }) => {
  await pages.open({ body: BODY, script: 'pickElement' });
  await page.waitForFunction(() => 'picking' in globalThis);
  await page.evaluate(async (inside) => {
    const host = document.querySelector('#host');
    if (host) {
      host.attachShadow({ mode: 'open' }).innerHTML =
        '<style>button { width: 200px; height: 100px }</style><button id="nieuw"><b id="woord">Nieuw</b></button>';
    }
    const frames = [...document.querySelectorAll<HTMLIFrameElement>('#module,#scaled')];
    const loaded = frames.map((frame) => new Promise((resolve) => frame.addEventListener('load', resolve)));
    for (const frame of frames) frame.srcdoc = inside;
    await Promise.all(loaded);
  }, INSIDE);
});

test('what lies under a point is found below our own layer, in open shadow roots and in frames, also in one that is drawn smaller', async ({
  page,
}) => {
  expect(await under(page, 190, 20)).toBe('label');
  expect(await under(page, 10, 190)).toBe('nieuw');
  expect(await under(page, 300 + 15 + 25, 15 + 25)).toBe('ruilen');
  expect(await under(page, 300 + 15 + 10, 15 + 10)).not.toBe('ruilen');
  expect(await under(page, 300 + (15 + 25) / 2, 250 + (15 + 25) / 2)).toBe('ruilen');
  expect(await under(page, 350, 550)).toBe('foreign');
});

test('what is pointed at leads to the control around it, and of a label to its field', async ({ page }) => {
  expect(await page.evaluate(() => picking.control(190, 20))).toBe('bsn');
  expect(await page.evaluate(() => picking.control(100, 150))).toBe('nieuw');
});

test('keys lead into a frame and past one that nobody can look into', async ({ page }) => {
  expect(await page.evaluate(() => picking.walk('module', 'child', 'child', 'next'))).toBe('ruilen');
  expect(await page.evaluate(() => picking.walk('module', 'child', 'parent'))).toBe('module');
  expect(await page.evaluate(() => picking.walk('foreign', 'child'))).toBe('nothing');
  expect(await page.evaluate(() => picking.walk('foreign', 'next'))).toBe('agenda');
});

test('a place in a frame is named with the frame, and tried in its document', async ({ page }) => {
  const tried = await page.evaluate(() => {
    const button = document.querySelector<HTMLIFrameElement>('#module')?.contentDocument?.querySelector('button');
    return button && { steps: picking.steps(button), results: picking.try(button).results };
  });
  expect(tried?.steps).toEqual([
    { kind: 'frame', role: 'iframe', name: 'Roosters' },
    { kind: 'section', role: 'section', name: 'Rooster' },
    { kind: 'element', role: 'button', name: 'Ruilen' },
  ]);
  expect(tried?.results.filter(({ outcome }) => outcome !== 'found')).toEqual([
    { change: 'removed', outcome: 'missing' },
  ]);
});

test('trying asks nothing of the network, starts no element of the host, and leaves the page as it was', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => void asked.push(request.url()));
  const seen = await page.evaluate(async () => {
    let started = 0;
    class Alive extends HTMLElement {
      constructor() {
        super();
        started += 1;
      }
    }
    customElements.define('cli-levend', Alive);
    const parts = document.createElement('section');
    parts.innerHTML =
      '<h2>Plaatjes</h2><cli-levend></cli-levend><img alt="" src="/een.png" loading="lazy" hidden><button data-support-hint="plan">Plannen</button>';
    document.body.append(parts);
    const before = { started, page: document.documentElement.outerHTML };
    const button = parts.querySelector('button');
    if (!button) throw new Error('There is no button.');
    picking.try(button);
    await new Promise((resolve) => setTimeout(resolve, 100)); // what would be fetched is asked for in a task
    return { before, after: { started, page: document.documentElement.outerHTML } };
  });
  expect(seen.before.started).toBe(1);
  expect(seen.after).toEqual(seen.before);
  expect(asked).toEqual([]);
});

test('a link is known by where it leads in the copy too', async ({ page }) => {
  const outcomes = await page.evaluate(() => {
    const link = document.querySelector('#agenda');
    link?.removeAttribute('id');
    link?.setAttribute('data-testid', 'agenda');
    return link ? picking.try(link).results : [];
  });
  // the address is what is left of it once its test id is gone, with its word; the word alone would not do
  expect(outcomes).toContainEqual({ change: 'testIdsGone', outcome: 'found' });
});

test('a place among ten thousand elements is tried in pieces', async ({ page }) => {
  const { results, longestMs, totalMs } = await page.evaluate(() => {
    const rows = Array.from({ length: 2000 }, (_, row) => {
      const made = document.createElement('p');
      made.append('Regel ', document.createElement('i'), document.createElement('b'));
      made.append(Object.assign(document.createElement('input'), { className: `veld-${row}` }));
      return made;
    });
    const section = document.createElement('section');
    section.innerHTML = '<h2>Doelen</h2><button data-support-hint="doel">Doel toevoegen</button>';
    document.querySelector('main')?.append(...rows, section);
    const button = section.querySelector('button');
    if (!button) throw new Error('There is no button.');
    return picking.try(button);
  });
  process.stdout.write(`\ntrying a place: ${Math.round(totalMs)} ms, longest ${longestMs.toFixed(1)} ms\n`);
  expect(results).toHaveLength(11);
});
