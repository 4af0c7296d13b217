/** Builds the page that is measured and the programme that measures it, and runs it: `npm run bench -- hints [--short] [--rounds=n]`. */
import { createRequire } from 'node:module';
import { rollup } from 'rollup';
import { ensureBrowser, launchArguments } from '../browser.mjs';
import { runNode } from '../cli.mjs';
import { bundle } from '../faults.mjs';
import { benchPage } from '../rollup/demo.mjs';

const FOLDER = '.build/bench/hints';

const buildPage = async () => {
  const { output, ...input } = benchPage('test/bench/hints/page/main.ts', `${FOLDER}/page`);
  const made = await rollup(input);
  await made.write(output);
  await made.close();
};

export const run = async (args) => {
  await buildPage();
  await bundle('test/bench/hints/main.ts', `${FOLDER}/main.mjs`);
  const sheet = createRequire(import.meta.url).resolve('driver.js/dist/driver.css');
  const browser = [ensureBrowser(), JSON.stringify(launchArguments())];
  process.exitCode = await runNode([
    '--enable-source-maps',
    `${FOLDER}/main.mjs`,
    ...args,
    `${FOLDER}/page`,
    sheet,
    ...browser,
  ]);
};
