/** Builds the demo and the page of the suite, and runs it: `npm run bench -- targets`. The suite prints its table. */
import { build } from '../build.mjs';
import { binary, runNode } from '../cli.mjs';

export const run = async () => {
  await build(['sdk', 'demo', 'pages']);
  const playwright = await binary('@playwright/test', 'playwright');
  const config = ['--config', 'config/playwright.config.ts', '--project=browser'];
  process.exitCode = await runNode([playwright, 'test', ...config, 'browser/targets.spec', '--workers=1']);
};
