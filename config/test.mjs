/**
 * `npm test`: everything that proves something, in order of cost. The last line is always `N passed, N failed`.
 * `node config/test.mjs unit component` runs those kinds alone; `--built` trusts the files that a build left.
 */
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { build } from './build.mjs';
import { binary, isStarted, main, runNode } from './cli.mjs';
import { combinationsHere } from './storages.mjs';
import { addUp, summary, playwrightCounts, vitestCounts } from './testCounts.mjs';

const IN_NODE = ['unit', 'contract', 'component', 'types'];
const ON_BUILT_FILES = ['bundle'];
const IN_BROWSER = ['browser', 'embed', 'journeys'];
/** Other engines come from the system and are asked for by name: `npm run test:engines`. */
const ON_REQUEST = ['engines'];
const KINDS = [...IN_NODE, ...ON_BUILT_FILES, ...IN_BROWSER];
const NAMES = [...KINDS, ...ON_REQUEST];

const readReport = async (file) => (existsSync(file) ? JSON.parse(await readFile(file, 'utf8')) : undefined);

const withReport = async (name, run) => {
  const file = resolve(`.build/reports/${name}.json`); // Playwright would read a relative path from the folder of its configuration
  await mkdir('.build/reports', { recursive: true });
  await rm(file, { force: true });
  const code = await run(file);
  return { code, report: await readReport(file) };
};

/** The suite of the receiver runs on every pair of storages that this machine has. */
const projectsOf = (kind) => (kind === 'contract' ? [kind, ...combinationsHere()] : [kind]);

const runVitest = async (name, kinds) => {
  const projects = kinds.flatMap(projectsOf).flatMap((project) => ['--project', project]);
  const vitest = await binary('vitest');
  const { code, report: found } = await withReport(name, (file) =>
    runNode([
      vitest,
      'run',
      '--config',
      'config/vitest.config.ts',
      '--passWithNoTests',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
      ...projects,
    ]),
  );
  return vitestCounts(found, code);
};

const runPlaywright = async (kinds, browser, files = []) => {
  const playwright = await binary('@playwright/test', 'playwright');
  const projects = kinds.map((kind) => `--project=${kind}`);
  const { code, report: found } = await withReport('playwright', (file) =>
    runNode(
      [
        playwright,
        'test',
        '--config',
        'config/playwright.config.ts',
        '--pass-with-no-tests',
        '--reporter=list,json',
        ...projects,
        ...files,
      ],
      {
        CHROME_PATH: browser,
        PLAYWRIGHT_JSON_OUTPUT_NAME: file,
      },
    ),
  );
  return playwrightCounts(found, code);
};

const STAGES = [
  { kinds: IN_NODE, needs: [], run: (kinds) => runVitest('node', kinds) },
  { kinds: ON_BUILT_FILES, needs: ['sdk'], run: (kinds) => runVitest('bundle', kinds) },
  {
    kinds: [...IN_BROWSER, ...ON_REQUEST],
    needs: ['sdk', 'demo', 'pages'],
    run: (kinds, files) => runPlaywright(kinds, ensureBrowser(), files),
  },
];

/**
 * Runs kinds of tests and answers their counts. The cheap ones go first, so that a broken rule shows before a browser starts.
 * What a stage needs is built before it, unless `isBuilt` says that it is there.
 */
export const runTests = async (kinds = KINDS, { isBuilt = false } = {}) => {
  const counts = [];
  const built = new Set(isBuilt ? ['sdk', 'demo', 'pages'] : []);
  for (const stage of STAGES) {
    const wanted = stage.kinds.filter((kind) => kinds.includes(kind));
    if (wanted.length === 0) continue;
    const missing = stage.needs.filter((part) => !built.has(part));
    await build(missing);
    missing.forEach((part) => built.add(part));
    counts.push(await stage.run(wanted));
  }
  return addUp(counts);
};

/** Runs these spec files alone, after building what they need. */
export const runSpecs = async (files) => {
  const { kinds, needs, run } = STAGES.at(-1);
  await build(needs);
  return run(kinds, files);
};

/** Prints the line that everything ends with. Nothing ran is a failure too. */
export const report = (counts) => {
  console.log(`\n${summary(counts)}`);
  if (counts.failed > 0 || counts.passed === 0) process.exitCode = 1;
};

if (isStarted(import.meta.url)) {
  await main(async () => {
    const asked = process.argv.slice(2).filter((argument) => argument !== '--built');
    const unknown = asked.find((kind) => !NAMES.includes(kind));
    if (unknown) throw new Error(`"${unknown}" is not a kind of test. Kinds: ${NAMES.join(', ')}.`);
    report(await runTests(asked.length ? asked : KINDS, { isBuilt: process.argv.includes('--built') }));
  });
}
