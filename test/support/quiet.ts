import { expect, type Page, type Request } from '@playwright/test';

/** Between two looks, and how long there may be something on its way. Milliseconds. */
const LOOK_MS = 500;
const PATIENCE_MS = 60_000;

/**
 * Waits until everything that this page asked for has come, and nothing more was asked since the look before: what one answer asks for next
 * is asked by then. The stream of changes is left out, for it has no end: that is all in which it differs from Playwright's own `networkidle`.
 */
export async function networkIsQuiet(page: Page): Promise<void> {
  let last: Request | 'none' | undefined;
  const isQuiet = async (): Promise<boolean> => {
    const asked = await requestsOf(page);
    await Promise.all(asked.map(hasCome));
    const before = last;
    last = asked.at(-1) ?? 'none';
    return last === before;
  };
  await expect.poll(isQuiet, { intervals: [LOOK_MS], timeout: PATIENCE_MS }).toBe(true);
}

/** What the document of now asked for, from the first file that stands in it: what the one before asked for while it was left may never end here. */
async function requestsOf(page: Page): Promise<readonly Request[]> {
  const all = await page.requests();
  const files = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLScriptElement | HTMLLinkElement>('script[src], link[href]')].map((element) =>
      'src' in element ? element.src : element.href,
    ),
  );
  const opened = all.map((request) => request.isNavigationRequest()).lastIndexOf(true);
  const first = all.findIndex((request, index) => index > opened && files.includes(request.url()));
  return all.slice(Math.max(0, opened, first)).filter((request) => new URL(request.url()).pathname !== '/v1/events');
}

/** Whole, or failed. Its size is known then, also when nobody listened to the page before: `response.finished()` would need that. */
async function hasCome(request: Request): Promise<void> {
  if (await request.response()) await request.sizes();
}
