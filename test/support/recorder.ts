/** What the tests ask of a page that records: begin, wait for what its own clock says, and what the picture shows. */
import type { Page } from '@playwright/test';
import type { RecorderPage } from '../browser/pages/recorder';

declare const recorder: RecorderPage;

export const GREEN = /^(\d{1,2}),(1[2-9]\d|2\d\d),(\d{1,2})$/;
export const RED = /^(1[5-9]\d|2\d\d),(\d{1,2}),(\d{1,2})$/;

export const stateIs = (page: Page, state: string): Promise<unknown> =>
  page.waitForFunction((wanted) => recorder.model.state.peek() === wanted, state);
export const elapsed = (page: Page, ms: number): Promise<unknown> =>
  page.waitForFunction((least) => recorder.model.timing.elapsedMs.peek() >= least, ms);
export const paint = (page: Page, colour: string): Promise<void> =>
  page.evaluate((wanted) => document.documentElement.style.setProperty('background', wanted), colour);
export const begin = async (page: Page): Promise<void> => {
  await page.evaluate(() => void recorder.model.ask());
  await stateIs(page, 'recording');
};
/** A page that stands still may give a capture no frame. In the product the clock of the bar moves. */
export const moveDot = (page: Page): Promise<unknown> =>
  page.evaluate(() => {
    const dot = document.createElement('div');
    dot.style.cssText = 'position:fixed;right:0;bottom:0;width:2px;height:2px';
    document.body.append(dot);
    setInterval(() => (dot.style.background = dot.style.background === 'grey' ? 'silver' : 'grey'), 50);
  });
