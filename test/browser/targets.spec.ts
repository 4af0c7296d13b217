/** Places are found again on pages that changed since they were recorded: the demo's screens and templates of others. */
import type { Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { expect, test } from '../support/demo';
import { logIn } from '../support/journey';
import { openTemplate, serveTemplates, TEMPLATE_PAGES } from '../support/targets/thirdPages';
import { percentRight, scores, targetReport } from '../support/targets/report';
import type { Measured, targets as suite } from './pages/targets';

declare const targets: typeof suite;

const OURS = 'this SDK';
const DEMO_SCREENS = [
  '',
  '/clienten',
  '/clienten/C-10432',
  '/clienten/C-10432/zorgplan',
  '/clienten/C-10432/rapportage',
];
const MORE_SCREENS = [
  '/clienten/C-10432/medicatie',
  '/agenda',
  '/rapportage',
  '/instellingen',
  '/instellingen/meldingen',
];

const measureHere = async (page: Page): Promise<Measured> => {
  await page.addScriptTag({ content: await readFile('.build/pages/targets.js', 'utf8'), type: 'module' });
  await page.waitForFunction(() => 'targets' in globalThis);
  return page.evaluate(() => targets.measure());
};

test('finds places again on changed pages, and never another', async ({ demo, browser }) => {
  test.setTimeout(600_000);
  const measured: Measured[] = [];

  const templates = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  await serveTemplates(templates);
  const template = await templates.newPage();
  for (const path of TEMPLATE_PAGES) {
    await openTemplate(template, path);
    measured.push(await measureHere(template));
  }
  await templates.close();

  const host = await browser.newContext({ locale: 'nl-NL', viewport: { width: 1280, height: 800 }, bypassCSP: true });
  const screen = await host.newPage();
  await logIn(screen, demo.url);
  for (const path of [...DEMO_SCREENS, ...MORE_SCREENS]) {
    await screen.goto(`${demo.url}${path}`);
    await expect(screen.getByRole('heading', { level: 1 })).toBeVisible();
    measured.push(await measureHere(screen));
  }
  await host.close();

  process.stdout.write(`\n${targetReport(measured)}\n`);
  const others = scores(measured).filter(({ strategy }) => !strategy.startsWith(OURS));
  expect(others.every(({ kept, gone }) => kept.wrong.length > 0 && gone.wrong.length > 0)).toBe(true); // the suite does see what is wrong
  const [ours, ...inOneLanguage] = scores(measured).filter(({ strategy }) => strategy.startsWith(OURS));
  if (!ours) throw new Error('Nothing was measured.');
  for (const { kept, gone, twice } of [ours, ...inOneLanguage]) {
    expect([...kept.wrong, ...gone.wrong, ...twice.wrong]).toEqual([]);
  }
  expect(ours.kept.cases).toBeGreaterThan(300);
  expect(percentRight(ours.kept)).toBeGreaterThanOrEqual(95);
});
