import type { Browser, CDPSession, Page } from '@playwright/test';
import type { Begin, bench as onPage } from './page/main';

declare const bench: typeof onPage;

/** What every visit is made with. */
export interface VisitOptions extends Begin {
  readonly browser: Browser;
  readonly url: string;
  /** How many times slower the processor is made, once the page stands. */
  readonly slowdown: number;
}

/** A page that is open, with one contender on it. */
export interface Visit {
  readonly page: Page;
  /** What the main thread did meanwhile, in milliseconds of its own time. */
  threadMs<Answer>(work: () => Promise<Answer>): Promise<{ readonly answer: Answer; readonly ms: number }>;
  /** Bytes of the heap, once the garbage is gone. */
  heapBytes(): Promise<number>;
}

/** Opens a page in a context of its own, does the work, and closes it. */
export async function visit<Answer>(
  { browser, url, slowdown, ...begin }: VisitOptions,
  work: (visit: Visit) => Promise<Answer>,
): Promise<Answer> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const page = await context.newPage();
    page.on('pageerror', (error) => process.stderr.write(`${begin.contender}: ${error.message}\n`));
    const protocol = await context.newCDPSession(page);
    await protocol.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.goto(url);
    await page.waitForFunction(() => 'bench' in globalThis);
    await page.evaluate((given) => bench.begin(given), begin);
    await protocol.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    return await work({
      page,
      async threadMs(inside) {
        const before = await taskMs(protocol);
        const answer = await inside();
        return { answer, ms: (await taskMs(protocol)) - before };
      },
      heapBytes: () => heapBytes(protocol),
    });
  } finally {
    await context.close();
  }
}

async function taskMs(protocol: CDPSession): Promise<number> {
  const { metrics } = await protocol.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
}

/** Twice: what the first round lets go may hold on to more. */
async function heapBytes(protocol: CDPSession): Promise<number> {
  for (let round = 0; round < 2; round++) await protocol.send('HeapProfiler.collectGarbage');
  return (await protocol.send('Runtime.getHeapUsage')).usedSize;
}
