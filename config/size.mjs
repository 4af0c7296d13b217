/** Holds every chunk to its budget. A pattern of `size-limit.json` that matches no file is a budget that nobody keeps, so it fails. */
import { readdir, readFile } from 'node:fs/promises';
import { binary, isStarted, main, runNode } from './cli.mjs';

const CONFIG = 'config/size-limit.json';

const toPattern = (path) =>
  new RegExp(`^${path.replace('../dist/', '').replaceAll('.', '\\.').replaceAll('*', '[\\w-]{8}')}$`);

/** The patterns that match nothing, as `row: pattern`. */
const unmatched = (rows, files) =>
  rows.flatMap(({ name, path }) =>
    [path]
      .flat()
      .filter((pattern) => !files.some((file) => toPattern(pattern).test(file)))
      .map((pattern) => `${name}: ${pattern}`),
  );

if (isStarted(import.meta.url)) {
  await main(async () => {
    const rows = JSON.parse(await readFile(CONFIG, 'utf8'));
    const missing = unmatched(rows, await readdir('dist'));
    if (missing.length) throw new Error(`These budgets have no file:\n${missing.map((row) => `  ${row}`).join('\n')}`);
    process.exitCode = await runNode([await binary('size-limit'), '--config', CONFIG]);
  });
}
