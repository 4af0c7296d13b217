import type { CDPSession } from '@playwright/test';
import { expect, OPTIONS, test, withSupport } from '../support/embed';
import { ask, openPanel, panelOf, supportIsReady } from '../support/journey';

test.use({ actionTimeout: 15_000 });

const BODY = '<button>Openen</button>';
const PARTS = { window: 'window', document: 'document', navigation: 'window.navigation', body: 'document.body' };

const listenersOf = async (tools: CDPSession): Promise<Readonly<Record<string, number>>> => {
  const counts: Record<string, number> = {};
  for (const [part, expression] of Object.entries(PARTS)) {
    const { result } = await tools.send('Runtime.evaluate', { expression });
    const { listeners } = await tools.send('DOMDebugger.getEventListeners', { objectId: result.objectId ?? '' });
    for (const { type } of listeners) counts[`${part} ${type}`] = (counts[`${part} ${type}`] ?? 0) + 1;
  }
  return counts;
};

const WATCHED = ['click', 'change', 'submit', 'keydown', 'error', 'unhandledrejection', 'securitypolicyviolation'];

test('with no steps wanted nothing listens, nothing is fetched, and switching it off takes the listeners away', async ({
  page,
  host,
  wire,
}) => {
  const tools = await page.context().newCDPSession(page);
  const isFetched = (): boolean => wire.sent('/support/trail-').length > 0;
  const setSteps = (steps: number | false): Promise<void> =>
    page.evaluate(
      (wanted) =>
        (window as unknown as { CliendoSupport(name: string, options: object): void }).CliendoSupport('update', {
          moment: { steps: wanted },
        }),
      steps,
    );
  await host.open({ head: withSupport(`{ ...${OPTIONS}, moment: { steps: 0 } }`), body: BODY });
  await supportIsReady(page);
  const without = await listenersOf(tools);
  expect(isFetched()).toBe(false);

  await setSteps(20);
  await expect.poll(isFetched).toBe(true);
  const more = (): Promise<readonly string[]> =>
    listenersOf(tools).then((counts) =>
      Object.keys(counts).filter((name) => (counts[name] ?? 0) > (without[name] ?? 0)),
    );
  await expect.poll(more).toEqual(expect.arrayContaining(WATCHED.map((type) => `window ${type}`)));
  await page.getByRole('button', { name: 'Openen' }).click();

  await setSteps(false);
  expect(await listenersOf(tools)).toEqual(without);
  const panel = await openPanel(page);
  await ask(panel, 'Er gaat iets mis.');
  await panel.getByRole('button', { name: 'Dit sturen we mee' }).click();
  await expect(panel.getByRole('heading', { name: 'Controleren en versturen' })).toBeVisible();
  await expect(panel.getByText(/^Wat je net deed/)).toHaveCount(0);
});

test('what is not in `collect` is not listened to, and update() switches it', async ({ page, host }) => {
  const tools = await page.context().newCDPSession(page);
  const collect = (kinds: readonly string[]): Promise<void> =>
    page.evaluate(
      (wanted) =>
        (window as unknown as { CliendoSupport(name: string, options: object): void }).CliendoSupport('update', {
          collect: wanted,
        }),
      kinds,
    );
  await host.open({ head: withSupport(`{ ...${OPTIONS}, collect: ['place', 'environment'] }`), body: BODY });
  await supportIsReady(page);
  const without = await listenersOf(tools);
  const more = async (): Promise<readonly string[]> => {
    const counts = await listenersOf(tools);
    return Object.keys(counts).filter((name) => (counts[name] ?? 0) > (without[name] ?? 0));
  };

  await collect(['errors']);
  await expect.poll(more).toEqual(['window error', 'window unhandledrejection']);
  await collect(['failedRequests']);
  expect(await more()).toEqual(['window error', 'window securitypolicyviolation']);
  await collect(['trail']);
  const steps = await more();
  expect(steps).toEqual(expect.arrayContaining(['window click', 'window change', 'window submit']));
  expect(steps).not.toContain('window error');
  await collect([]);
  expect(await listenersOf(tools)).toEqual(without);
});

test('destroy() takes every listener away', async ({ page, host }) => {
  const tools = await page.context().newCDPSession(page);
  await host.open({ body: BODY });
  const before = await listenersOf(tools);
  await host.open({ head: withSupport(), body: BODY });
  await supportIsReady(page);
  await expect.poll(() => listenersOf(tools)).toMatchObject({ 'window securitypolicyviolation': 1 });
  await page.evaluate(() => (window as unknown as { CliendoSupport(name: string): void }).CliendoSupport('destroy'));
  await expect(page.locator('cliendo-support')).toHaveCount(0);
  expect(await listenersOf(tools)).toEqual(before);
  await page.getByRole('button', { name: 'Openen' }).click();
  await expect(panelOf(page)).toHaveCount(0);
});
