/**
 * Five tabs of one person, each with a question that waits. The tab that sends is left for another page, then the next one is frozen, and the
 * next one closed, each in the middle of a request. Every question arrives once.
 */
import type { BrowserContext, Page, Request, Route } from '@playwright/test';
import { expect, test, type Demo } from '../support/demo';
import { fullBrowser } from '../support/fullBrowser';
import { ask, logIn, openPanel, received, send } from '../support/journey';

/** As people have it: the cache in which a page that was left lives on, with its locks, is only in a whole browser, and Playwright turns it off. */
test.use({ launchOptions: { ...fullBrowser([]), ignoreDefaultArgs: ['--disable-back-forward-cache'] } });

const TEXT = /\/v1\/submissions\/[^/]+$/;

/** A request with a text, and the tab that made it. */
interface Put {
  readonly tab: Page;
  readonly atMs: number;
}

/** The way to the receiver, as the texts of all tabs go over it. */
interface Way {
  readonly puts: readonly Put[];
  /** Lets texts through, but for the first ones: they stay on the way for ever, before or after the receiver has them. */
  open(held: readonly ('before' | 'after')[]): void;
}

/** Stops every text until it is opened. */
async function shutWay(context: BrowserContext): Promise<Way> {
  const puts: Put[] = [];
  let held: readonly ('before' | 'after')[] | undefined;
  await context.route(TEXT, async (route: Route, request: Request) => {
    if (request.method() !== 'PUT') return route.continue();
    if (!held) return route.abort('connectionrefused');
    const [how] = held;
    held = held.slice(1);
    if (how === 'after') await route.fetch();
    puts.push({ tab: request.frame().page(), atMs: Date.now() });
    if (!how) return route.continue();
  });
  return { puts, open: (given) => void (held = given) };
}

/** A host that lets the browser keep its pages, as most do: the demo's own `no-store` would keep them out of the cache of pages that were left. */
const letPagesLive = (context: BrowserContext): Promise<unknown> =>
  context.route('**/agenda', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'cache-control': 'no-cache' } });
  });

/** Opens five tabs and asks something in each. Nothing of it has arrived. */
async function fiveTabs(context: BrowserContext, page: Page, demo: Demo): Promise<readonly string[]> {
  await logIn(page, demo.url);
  const tabs = [page];
  while (tabs.length < 5) tabs.push(await context.newPage());
  const words = tabs.map((_tab, index) => `Vijf tabbladen: tabblad ${index + 1}.`);
  for (const [index, tab] of tabs.entries()) {
    await tab.goto(`${demo.url}/agenda`);
    const panel = await openPanel(tab);
    await ask(panel, words[index] ?? '');
    await send(panel);
    await expect(panel.getByRole('heading', { name: 'Bewaard' })).toBeVisible();
  }
  return words;
}

/** Leaves a page for another one, and sees to it that it lives on in the cache of the browser. */
async function leave(tab: Page, demo: Demo): Promise<void> {
  await tab.evaluate(() =>
    addEventListener('pagehide', (event) => localStorage.setItem('test-cached', String(event.persisted))),
  );
  await tab.goto(`${demo.url}/healthz`);
  expect(await tab.evaluate(() => localStorage.getItem('test-cached'))).toBe('true');
}

/**
 * Freezes a tab the way a browser does it: the event, and then no script runs any more. The browser's own freezing leaves out tabs that are seen,
 * and to Playwright all of them are. Gives what thaws it.
 */
async function freeze(context: BrowserContext, tab: Page): Promise<() => Promise<void>> {
  const session = await context.newCDPSession(tab);
  await session.send('Debugger.enable');
  await tab.evaluate(() => document.dispatchEvent(new Event('freeze')));
  await session.send('Debugger.pause');
  return async () => {
    await session.send('Debugger.disable');
  };
}

test('the tab that sends is left, the next one frozen, the next one closed: another goes on, and five questions arrive once', async ({
  page,
  context,
  demo,
}) => {
  const way = await shutWay(context);
  await letPagesLive(context);
  const words = await fiveTabs(context, page, demo);
  way.open(['after', 'before', 'after']);
  await context.setOffline(true);
  await context.setOffline(false); // tells every tab that it is worth trying

  const thaws: (() => Promise<void>)[] = [];
  const ends: readonly (readonly [how: string, end: (tab: Page) => Promise<unknown>])[] = [
    ['left for another page', (tab) => leave(tab, demo)],
    ['frozen', async (tab) => thaws.push(await freeze(context, tab))],
    ['closed', (tab) => tab.close()],
  ];
  for (const [index, [how, end]] of ends.entries()) {
    await expect.poll(() => way.puts.length, { timeout: 60_000 }).toBe(index + 1);
    const sender = way.puts[index]?.tab ?? page;
    const sinceMs = Date.now();
    await end(sender);
    await expect.poll(() => way.puts.length, { timeout: 60_000 }).toBeGreaterThan(index + 1);
    const next = way.puts[index + 1];
    expect(next?.tab === sender).toBe(false);
    const tookMs = (next?.atMs ?? sinceMs) - sinceMs;
    test.info().annotations.push({ type: `ms until another tab sends after one was ${how}`, description: `${tookMs}` });
    process.stdout.write(`${how}: another tab sends after ${tookMs} ms\n`);
  }
  for (const question of words)
    await expect.poll(() => received(demo.url, question), { timeout: 60_000 }).toHaveLength(1);
  for (const thaw of thaws) await thaw();
});

test('control: a tab that is left and keeps its lock stops the one that waits, until somebody asks who has it', async ({
  page,
  context,
  demo,
}) => {
  await letPagesLive(context);
  await logIn(page, demo.url);
  await page.goto(`${demo.url}/agenda`);
  const other = await context.newPage();
  await other.goto(`${demo.url}/agenda`);
  const lock = 'a-lock-that-nobody-lets-go';
  await page.evaluate(
    (name) =>
      new Promise<void>((begun) => {
        void navigator.locks.request(name, () => {
          begun();
          return new Promise(() => undefined);
        });
      }),
    lock,
  );
  await other.evaluate((name) => {
    void navigator.locks.request(name, () => document.body.setAttribute('data-test-turn', ''));
  }, lock);
  const whoWaits = () => other.evaluate(async () => (await navigator.locks.query()).pending?.map(({ name }) => name));
  await expect.poll(whoWaits).toContain(lock);
  await leave(page, demo);
  const third = await context.newPage();
  await third.goto(`${demo.url}/agenda`);
  await expect(other.locator('[data-test-turn]')).toHaveCount(0);
  await expect
    .poll(async () => (await whoWaits(), other.locator('[data-test-turn]').count()), { timeout: 60_000 })
    .toBe(1);
});
