import { chromium, type BrowserContext } from '@playwright/test';

/** Less than half of the time of a test, so that a browser that does not come up is told as that. */
const START_LIMIT_MS = 60_000;

type Options = NonNullable<Parameters<typeof chromium.launchPersistentContext>[1]>;

/**
 * Starts a browser with a profile that outlives it. One that does not come up is started once more: Playwright waits three minutes for it,
 * which is as long as a test may take, and whether Chromium starts is not what is tested.
 */
export async function openProfile(profile: string, options: Options = {}): Promise<BrowserContext> {
  const start = (): Promise<BrowserContext> =>
    chromium.launchPersistentContext(profile, {
      headless: true,
      locale: 'nl-NL',
      timeout: START_LIMIT_MS,
      ...options,
    });
  return start().catch((cause: unknown) => {
    process.stdout.write(`a browser did not start, and is started once more: ${String(cause)}\n`);
    return start();
  });
}
