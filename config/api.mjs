/**
 * Rolls the types of each door into one file, and keeps a report of the public surface in `docs/api`.
 * `node config/api.mjs` fails when the surface differs from the report; `--accept` rewrites the report on purpose.
 */
import { Extractor, ExtractorConfig } from '@microsoft/api-extractor';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { binary, isStarted, main, runNode } from './cli.mjs';

const CONFIG = resolve('config/api-extractor.json');

/** The published doors: where each begins, its rolled types, its report. */
const DOORS = [
  { entry: 'index', types: 'index.d.ts', report: 'support.api.md' },
  { entry: 'loader/index', types: 'loader.d.mts', report: 'loader.api.md' },
  { entry: 'testing/index', types: 'testing.d.ts', report: 'testing.api.md' },
];

const emitDeclarations = async () => {
  const code = await runNode([await binary('typescript', 'tsc'), '-p', 'config/tsconfig.types.json']);
  if (code !== 0) throw new Error('The types do not compile, so none were rolled up.');
};

const roll = ({ entry, types, report }, accept) => {
  const configObject = ExtractorConfig.loadFile(CONFIG);
  configObject.mainEntryPointFilePath = resolve('.build/types', `${entry}.d.ts`);
  configObject.dtsRollup.untrimmedFilePath = resolve('dist', types);
  configObject.apiReport.reportFileName = report;
  const extractorConfig = ExtractorConfig.prepare({
    configObject,
    configObjectFullPath: CONFIG,
    packageJsonFullPath: resolve('package.json'),
  });
  const { errorCount, apiReportChanged } = Extractor.invoke(extractorConfig, {
    localBuild: accept,
    messageCallback: (message) => {
      message.handled = message.messageId.startsWith('console-'); // progress and the report's own state: said below, once
    },
  });
  return { report, errorCount, changed: apiReportChanged };
};

/** Writes `dist/*.d.ts` and answers how each report compares to the one in the repository. */
export const rollTypes = async ({ accept = false } = {}) => {
  await Promise.all(['docs/api', '.build/api', 'dist'].map((folder) => mkdir(folder, { recursive: true })));
  await emitDeclarations();
  const results = DOORS.filter(({ entry }) => existsSync(`.build/types/${entry}.d.ts`)).map((door) =>
    roll(door, accept),
  );
  if (results.some(({ errorCount }) => errorCount > 0)) throw new Error('The public types have problems, named above.');
  return results;
};

if (isStarted(import.meta.url)) {
  await main(async () => {
    const accept = process.argv.includes('--accept');
    const changed = (await rollTypes({ accept })).filter((result) => result.changed);
    for (const { report } of changed)
      console.log(accept ? `docs/api/${report} is rewritten.` : `The public surface differs from docs/api/${report}.`);
    if (changed.length && !accept) {
      console.log('If that is meant, run "npm run api:accept" and commit the report.');
      process.exitCode = 1;
    }
  });
}
