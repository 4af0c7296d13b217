/** What the tests of pictures do again and again. */
import type { Page } from '@playwright/test';
import type { FrozenPage } from '../../src/capture/moment';
import { CATALOGUE } from './captureDossier';
import type { CaptureEngine, Drawn } from './pages/captureEngine';

declare const engine: CaptureEngine;

type Catalogue = Parameters<CaptureEngine['freeze']>[0];

/** Freezes the page; by default with the catalogue of the dossier. */
export const freeze = (
  page: Page,
  catalogue: Catalogue = CATALOGUE,
  assets: readonly string[] = [],
): Promise<FrozenPage> =>
  page.evaluate(([texts, prefixes]) => engine.freeze(texts, prefixes), [catalogue, assets] as const);
/** Draws a frozen page. */
export const draw = (page: Page, frozen: FrozenPage): Promise<Drawn> =>
  page.evaluate((taken) => engine.draw(taken), frozen);
/** What the browser itself shows, in base64. */
export const screenshot = async (page: Page): Promise<string> =>
  (await page.screenshot({ animations: 'allow' })).toString('base64');
/** Waits until the engine is on the page. */
export const ready = (page: Page): Promise<unknown> => page.waitForFunction(() => 'engine' in globalThis);

/** What was just scrolled or opened is on screen after the second frame. */
export const painted = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
