import { expect, type Page, type Request } from '@playwright/test';

/** Between two looks, and how long there may be something on its way. Milliseconds. */
const LOOK_MS = 500;
const PATIENCE_MS = 30_000;

/**
 * Waits until everything that this page asked for has come, and nothing was asked since the look before: what one answer asks for next
 * is asked by then. The stream of changes is left out, for it has no end: that is all in which it differs from Playwright's own `networkidle`.
 */
export async function networkIsQuiet(page: Page): Promise<void> {
  let last: Request | 'none' | undefined;
  await expect
    .poll(
      async () => {
        const asked = await requestsOf(page);
        const before = last;
        last = asked.at(-1) ?? 'none';
        return last === before ? asked.filter((request) => !hasEnded(request)).map((request) => request.url()) : 'more';
      },
      { intervals: [LOOK_MS], timeout: PATIENCE_MS },
    )
    .toEqual([]);
}

/** What the document of now asked for. */
async function requestsOf(page: Page): Promise<readonly Request[]> {
  const all = await page.requests();
  const from = all.map((request) => request.isNavigationRequest()).lastIndexOf(true);
  return all.slice(Math.max(0, from)).filter((request) => new URL(request.url()).pathname !== '/v1/events');
}

const hasEnded = (request: Request): boolean => request.failure() !== null || request.timing().responseEnd >= 0;
