import type { CDPSession, Page } from '@playwright/test';
import { expect, SNIPPET, test, watchHarm, withSupport } from '../support/embed';
import { ask, includePicture, openPanel, receiptNumber, supportIsReady } from '../support/journey';
import { networkIsQuiet } from '../support/quiet';

test.use({ actionTimeout: 15_000 });

const BODY =
  '<h1>Dossier</h1><button data-support-open="ask">Vraag het ons</button><dialog><p>Weet je het zeker?</p></dialog>';

/** What a page is like from outside: everything that a guest could leave behind or change. */
interface Look {
  readonly listeners: Readonly<Record<string, number>>;
  readonly elements: readonly string[];
  readonly globals: readonly string[];
  readonly sheets: number;
  readonly attributes: Readonly<Record<string, readonly string[]>>;
  /** Handlers such as `onmessage` that somebody set. */
  readonly handlers: readonly string[];
  readonly storage: readonly string[];
  readonly cookies: string;
  readonly title: string;
}

const PARTS = {
  window: 'window',
  document: 'document',
  html: 'document.documentElement',
  head: 'document.head',
  body: 'document.body',
  button: 'document.querySelector("button")',
  navigation: 'window.navigation',
  history: 'window.history',
  media: 'document.querySelector("dialog")',
};

/** Counts the listeners of the page as the developer tools do. */
const listenersOf = async (tools: CDPSession): Promise<Look['listeners']> => {
  const counts: Record<string, number> = {};
  for (const [part, expression] of Object.entries(PARTS)) {
    const { result } = await tools.send('Runtime.evaluate', { expression });
    if (result.objectId === undefined) continue;
    const { listeners } = await tools.send('DOMDebugger.getEventListeners', { objectId: result.objectId });
    for (const { type } of listeners) counts[`${part} ${type}`] = (counts[`${part} ${type}`] ?? 0) + 1;
  }
  return counts;
};

const lookAt = async (page: Page, tools: CDPSession): Promise<Look> => {
  const seen = await page.evaluate(() => ({
    elements: [...document.querySelectorAll('*')].map(({ localName }) => localName),
    globals: Object.getOwnPropertyNames(window).sort(),
    sheets: document.adoptedStyleSheets.length + document.styleSheets.length,
    attributes: Object.fromEntries(
      [document.documentElement, document.body, ...document.body.children].map((element) => [
        element.localName,
        [...element.attributes].map(({ name, value }) => `${name}=${value}`),
      ]),
    ),
    handlers: [window, document, document.body].flatMap((owner) => {
      const names: string[] = [];
      for (const name in owner) if (name.startsWith('on') && Reflect.get(owner, name) !== null) names.push(name);
      return names;
    }),
    storage: [...Object.keys(localStorage), ...Object.keys(sessionStorage)],
    cookies: document.cookie,
    title: document.title,
  }));
  return { ...seen, listeners: await listenersOf(tools) };
};

/** Everything of the browser that tools like ours are known to replace. */
const natives = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const owners: Record<string, object> = {
      window,
      console,
      history,
      Array: Array.prototype,
      Object: Object.prototype,
      Promise: Promise.prototype,
      XHR: XMLHttpRequest.prototype,
      Event: Event.prototype,
      EventTarget: EventTarget.prototype,
      Node: Node.prototype,
      Element: Element.prototype,
      HTMLElement: HTMLElement.prototype,
      Document: Document.prototype,
      History: History.prototype,
      Storage: Storage.prototype,
      IDBFactory: IDBFactory.prototype,
      Request: Request.prototype,
      Response: Response.prototype,
      Dialog: HTMLDialogElement.prototype,
      CSSStyleSheet: CSSStyleSheet.prototype,
      MessagePort: MessagePort.prototype,
      registry: CustomElementRegistry.prototype,
      Date,
      JSON,
      Math,
      navigator,
    };
    const known = ((window as unknown as Record<symbol, Map<unknown, number> | undefined>)[Symbol.for('test-known')] ??=
      new Map<unknown, number>());
    const numberOf = (value: unknown): number => {
      if (!known.has(value)) known.set(value, known.size);
      return known.get(value) ?? 0;
    };
    const skipped = new Set([
      'CliendoSupport',
      'event',
      'scrollX',
      'scrollY',
      'pageXOffset',
      'pageYOffset',
      'closed',
      'length',
      'name',
      'origin',
    ]);
    return Object.entries(owners).flatMap(([owner, object]) =>
      Reflect.ownKeys(object)
        .filter((name) => !skipped.has(String(name)))
        .map((name) => {
          const { value, get, set } = Object.getOwnPropertyDescriptor(object, name) ?? {};
          return `${owner}.${String(name)} ${typeof value === 'function' ? numberOf(value) : ''} ${numberOf(get)} ${numberOf(set)}`;
        }),
    );
  });

const call = (page: Page, ...given: readonly unknown[]): Promise<void> =>
  page.evaluate(
    (all) => (window as unknown as { CliendoSupport: (...given: readonly unknown[]) => void }).CliendoSupport(...all),
    given,
  );

/** The host loads the script when it wants to, and starts support when it wants to. */
const openWithoutStarting = async (page: Page, host: { open(content: object): Promise<void> }): Promise<CDPSession> => {
  await host.open({ head: SNIPPET(), body: BODY });
  await page.waitForFunction(
    () => (window as unknown as { CliendoSupport: { q?: unknown } }).CliendoSupport.q === undefined,
  );
  await page.waitForLoadState('load');
  return page.context().newCDPSession(page);
};

const start = (page: Page): Promise<void> =>
  page.evaluate(
    (options) =>
      (window as unknown as { CliendoSupport: (name: string, given: object) => void }).CliendoSupport('create', {
        ...options,
        backend: location.origin,
      }),
    { auth: '/host/api/support-token', launcher: true },
  );

const useEverything = async (page: Page, question: string): Promise<void> => {
  const panel = await openPanel(page);
  await ask(panel, question);
  await includePicture(panel);
  await panel.getByRole('button', { name: 'Versturen', exact: true }).click();
  await receiptNumber(panel);
  await expect(panel.getByText('Alles ontvangen')).toBeVisible();
};

const isGone = async (page: Page): Promise<void> =>
  expect(page.locator('cliendo-support, cliendo-support-bar')).toHaveCount(0);

test('destroy() leaves no trace of a whole main job, and starting again works', async ({ page, host }) => {
  const harm = await watchHarm(page);
  const tools = await openWithoutStarting(page, host);
  const before = await lookAt(page, tools);
  const nativesBefore = await natives(page);

  await start(page);
  await useEverything(page, 'Laat niets achter.');
  const during = await lookAt(page, tools);
  const [ours, theirs] = [
    during.elements.filter((name) => name.startsWith('cliendo-support')),
    during.elements.filter((name) => !name.startsWith('cliendo-support')),
  ];
  expect(theirs).toEqual(before.elements);
  expect(ours.length).toBeLessThanOrEqual(2);
  expect(during.listeners).not.toEqual(before.listeners);
  expect({ ...during, elements: [], listeners: {} }).toEqual({ ...before, elements: [], listeners: {} });
  expect(await natives(page)).toEqual(nativesBefore);

  await call(page, 'destroy');
  await isGone(page);
  expect(await lookAt(page, tools)).toEqual(before);
  expect(await natives(page)).toEqual(nativesBefore);
  expect(
    await page.evaluate(async () => (await indexedDB.databases()).map(({ name = '' }) => name.split(':')[0])),
  ).toEqual(['cliendo-support']);

  await start(page);
  const panel = await openPanel(page);
  await panel.getByRole('button', { name: /Mijn vragen/ }).click();
  await expect(panel.getByText('Laat niets achter.')).toBeVisible();
  await call(page, 'destroy');
  await isGone(page);
  expect(await lookAt(page, tools)).toEqual(before);
  expect(await harm()).toEqual([]);
});

test('destroy() in the middle of everything leaves no trace either', async ({ page, host }) => {
  const harm = await watchHarm(page);
  const tools = await openWithoutStarting(page, host);
  const before = await lookAt(page, tools);
  await start(page);
  await call(page, 'destroy');
  await isGone(page);
  await expect.poll(() => lookAt(page, tools)).toEqual(before); // nothing of it may have been there yet when its end was asked for

  await start(page);
  await call(page, 'open', 'ask');
  await call(page, 'destroy');
  await isGone(page);
  await expect.poll(() => lookAt(page, tools)).toEqual(before);

  await start(page);
  const panel = await openPanel(page);
  await ask(panel, 'Halverwege.');
  await page.evaluate(() => document.querySelector('dialog')?.showModal());
  await expect(page.locator('dialog > cliendo-support-bar')).toBeAttached();
  await call(page, 'destroy');
  await isGone(page);
  await page.evaluate(() => document.querySelector('dialog')?.close());
  await expect.poll(() => lookAt(page, tools)).toEqual(before);
  expect(await harm()).toEqual([]);
});

test('one global, at most two elements, and nothing of the host is touched while it runs', async ({ page, host }) => {
  await host.open({ body: BODY });
  const empty = await lookAt(page, await page.context().newCDPSession(page));
  await host.open({ head: withSupport(), body: BODY });
  await supportIsReady(page);
  const running = await lookAt(page, await page.context().newCDPSession(page));
  expect(running.globals.filter((name) => !empty.globals.includes(name))).toEqual(['CliendoSupport']);
  expect(running.attributes).toEqual({ ...empty.attributes });
  expect(running.elements.filter((name) => name.startsWith('cliendo-support'))).toHaveLength(2);
});

test('before the page is idle or somebody acts, the loader asks for nothing and keeps nothing', async ({
  page,
  host,
}) => {
  await page.addInitScript(() => {
    const waiting: (() => void)[] = [];
    Object.assign(window, { becomeIdle: () => waiting.splice(0).forEach((act) => act()) });
    window.requestIdleCallback = (act) => waiting.push(() => act({ didTimeout: false, timeRemaining: () => 50 })); // the page stays busy until the test says otherwise
  });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await host.open({ head: withSupport(), body: BODY });
  await expect(page.locator('cliendo-support-bar, cliendo-support')).not.toHaveCount(2);
  await networkIsQuiet(page);
  expect(asked).toEqual(['/proef', '/support/loader.js']);
  expect(
    await page.evaluate(async () => [
      ...Object.keys(localStorage),
      ...Object.keys(sessionStorage),
      ...(await indexedDB.databases()),
    ]),
  ).toEqual([]);

  await page.evaluate(() => (window as unknown as { becomeIdle: () => void }).becomeIdle());
  await supportIsReady(page);
  expect(asked.filter((path) => path.startsWith('/v1') || path.includes('token'))).toEqual([]);
  expect(
    await page.evaluate(async () => [
      ...Object.keys(localStorage),
      ...Object.keys(sessionStorage),
      ...(await indexedDB.databases()),
    ]),
  ).toEqual([]);
});
