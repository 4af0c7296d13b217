import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const ORIGIN = 'https://bench.test';
const SLOWDOWN = 4;
/** Long enough for everything that a page does by itself once it is loaded. */
const SETTLE_MS = 4000;
const GIVE_UP_MS = 30_000;

const nodesOf = (count) =>
  Array.from({ length: count / 3 }, (_, index) => `<li><b>Rij ${index}</b> <i>regel</i></li>`).join('');

const documentOf = ({ nodes, script }) =>
  `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Meting</title></head><body><ul>${nodesOf(nodes)}</ul>${script}</body></html>`;

const answer = async (route, visit) => {
  const { pathname, origin } = new URL(route.request().url());
  const script = (body) => route.fulfill({ body, contentType: 'text/javascript' });
  if (origin !== ORIGIN) return route.fulfill({ status: 204 });
  if (pathname === '/') return route.fulfill({ body: documentOf(visit), contentType: 'text/html' });
  if (pathname === '/peer.js') return script(visit.peer);
  if (pathname.startsWith('/support/')) return script(await readFile(join('dist', pathname.slice('/support/'.length))));
  return route.fulfill({ status: 404, body: '' });
};

/** Runs in the page before any script of it, so that nobody can keep an event from us. */
const watch = () => {
  globalThis.longTasks = 0;
  new PerformanceObserver((list) => {
    globalThis.longTasks += list.getEntries().length;
  }).observe({ type: 'longtask', buffered: true });
  addEventListener('click', ({ timeStamp }) => (globalThis.pressedAt = timeStamp), true);
};

/** Runs in the page: answers how long after the press the panel was on the screen. */
const timePanel = ([host, inside, giveUpMs]) =>
  new Promise((resolve, reject) => {
    const isOpen = () => {
      const root = document.querySelector(host)?.shadowRoot;
      return globalThis.pressedAt && root?.querySelector(inside)?.getBoundingClientRect().height > 0;
    };
    const painted = () =>
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - globalThis.pressedAt)));
    const look = () => {
      if (isOpen()) painted();
      else if (performance.now() > giveUpMs) reject(new Error('The panel did not open.'));
      else requestAnimationFrame(look);
    };
    look();
  });

/** Time that scripts took on the main thread since the page began, in milliseconds. */
const scriptMs = async (session) => {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'ScriptDuration').value * 1000;
};

/** Visits the page once, in a browser that knows nothing of earlier visits, and answers what it cost. */
export const measureVisit = async (browser, visit) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'nl-NL' });
  try {
    const page = await context.newPage();
    await context.route('**/*', (route) => answer(route, visit));
    await page.addInitScript(watch);
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable');
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });

    await page.goto(ORIGIN, { waitUntil: 'load' });
    const bootMs = await scriptMs(session);
    await page.waitForTimeout(SETTLE_MS);
    const idleMs = (await scriptMs(session)) - bootMs;
    const longTasks = await page.evaluate(() => globalThis.longTasks);

    const button = page.locator(visit.button).first();
    await button.hover();
    await page.waitForTimeout(SETTLE_MS / 4);
    const [, panelMs] = await Promise.all([button.click(), page.evaluate(timePanel, [...visit.panel, GIVE_UP_MS])]);
    return { bootMs, idleMs, longTasks, panelMs };
  } finally {
    await context.close();
  }
};
