/** For tests in which a tab is recorded: a whole Chromium that says yes to this tab, with a made-up microphone. */
import { expect, type Locator, type Page } from '@playwright/test';
import { findFullBrowser, launchArguments } from '../../config/browser.mjs';

/** Says yes for the person: this tab, and a microphone that beeps. */
export const SAYS_YES = [
  '--auto-accept-this-tab-capture',
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
];

/** Launch options of a Chromium that can capture a display. */
export const capturing = (args: readonly string[] = SAYS_YES) => {
  const executablePath = findFullBrowser();
  return { ...(executablePath && { executablePath }), args: [...launchArguments(), ...args] };
};

/** The bar of a recording. */
export const barOf = (page: Page): Locator =>
  page.locator('cliendo-support-bar').getByRole('region', { name: 'Opname loopt' });

/** Waits until the recording has been running for so many seconds or longer, by what its own clock says. */
export async function recordFor(page: Page, seconds: number): Promise<void> {
  const clock = barOf(page).getByText(/^\d+:\d\d van/);
  const runs = async (): Promise<number> => {
    const [minutes = '0', rest = '0'] = (await clock.innerText()).split(':');
    return Number(minutes) * 60 + Number.parseInt(rest, 10);
  };
  await expect.poll(runs, { timeout: 30_000 }).toBeGreaterThanOrEqual(seconds);
}
