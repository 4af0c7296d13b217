/** For stories about hints: a demo of the story's own that has some, since what somebody did with a hint is kept by the receiver. */
import type { Locator, Page } from '@playwright/test';
import { startDemo, test as base, type Demo } from './demo';

/** What the page has of hints, as a host asks it. */
interface HostHints {
  explain(hint: string): Promise<{ readonly shown: boolean; readonly reason?: string }>;
  list(): Promise<readonly { readonly id: string }[]>;
  start(hint: string): void;
}

/** Hints do not come by themselves at night: stories take place at noon in Amsterdam, winter or summer. */
export async function atNoon(page: Page, daysLater = 0): Promise<void> {
  const day = new Date(Date.now() + daysLater * 86_400_000).toISOString().slice(0, 10);
  await page.clock.setSystemTime(new Date(`${day}T11:00:00Z`));
}

/** Playwright's test with a demo that has hints, on a page where it is noon. */
export const test = base.extend<{ hinted: Demo }>({
  hinted: async ({ page }, use) => {
    const demo = await startDemo({ HINTS: 'on' });
    await atNoon(page);
    await use(demo);
    await demo.remove();
  },
});

/** Where hints are drawn. */
export const hintsOf = (page: Page): Locator => page.locator('cliendo-support-bar');

/** The card of a hint, by its title. */
export const cardOf = (page: Page, title: string): Locator => hintsOf(page).locator('.hint', { hasText: title });

/** Says why a hint shows or not: `shown`, or the reason. */
export async function reasonOf(page: Page, hint: string): Promise<string> {
  const { shown, reason = '' } = await ofHost(page, 'explain', hint);
  return shown ? 'shown' : reason;
}

/** Shows a hint by hand, as a button of the host can. */
export const startHint = (page: Page, hint: string): Promise<void> => ofHost(page, 'start', hint);

/** The ids of what can be shown by hand on this page. */
export const listed = async (page: Page): Promise<readonly string[]> =>
  (await ofHost(page, 'list')).map(({ id }) => id);

/** Asks as a host does. */
const ofHost = <Name extends keyof HostHints>(
  page: Page,
  name: Name,
  ...given: Parameters<HostHints[Name]>
): Promise<Awaited<ReturnType<HostHints[Name]>>> =>
  page.evaluate(
    ([method, ids]) => {
      type Call = (
        name: 'ready',
        act: (support: { hints: Record<string, (...ids: string[]) => unknown> }) => void,
      ) => void;
      const { CliendoSupport } = window as unknown as { CliendoSupport: Call };
      return new Promise<never>((resolve) =>
        CliendoSupport('ready', ({ hints }) => resolve(hints[method]?.(...ids) as never)),
      );
    },
    [name, given] as const,
  );
