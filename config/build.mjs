/**
 * Builds parts of the repository: `node config/build.mjs [sdk] [types] [demo] [pages] [all]`, by default sdk and types.
 * Files are replaced one by one and stale ones go last, so that something that serves them keeps working.
 */
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { rollup } from 'rollup';
import { isStarted, main } from './cli.mjs';

const PARTS = ['sdk', 'types', 'demo', 'pages'];

/** A cycle within a package is its makers' affair; of ours none is let through. */
const isCycleOfOthers = ({ code, ids = [] }) =>
  code === 'CIRCULAR_DEPENDENCY' && ids.every((id) => id.includes('/node_modules/'));

const onLog = (level, log, print) => {
  if (isCycleOfOthers(log)) return;
  if (level === 'warn') throw new Error(log.message); // a warning that nobody reads is a bug that everybody ships
  if (log.code !== 'OPTIMIZE_CHUNK_STATUS') print(level, log); // rollup counts its chunks aloud; the manifest has them
};

const buildOne = async ({ output, ...input }) => {
  const bundle = await rollup({ ...input, onLog });
  try {
    await bundle.write(output);
  } finally {
    await bundle.close();
  }
};

const buildAll = async (configs) => {
  for (const config of configs) await buildOne(config);
};

/** Removes what an earlier build left behind: scripts and maps that the manifest does not name. */
const removeStale = async () => {
  const { files } = JSON.parse(await readFile('dist/manifest.json', 'utf8'));
  const stale = (await readdir('dist')).filter(
    (file) => /\.m?js(\.map)?$/.test(file) && !(file.replace(/\.map$/, '') in files),
  );
  await Promise.all(stale.map((file) => rm(join('dist', file))));
};

const STEPS = {
  sdk: async () => {
    await buildAll((await import('../rollup.config.mjs')).default);
    await removeStale();
  },
  types: async () => (await import('./api.mjs')).rollTypes(),
  demo: async () => buildAll((await import('./rollup/demo.mjs')).demo),
  pages: async () => buildAll((await import('./rollup/demo.mjs')).pages),
};

/** Builds the named parts, in the order in which they depend on each other. */
export const build = async (parts) => {
  for (const part of PARTS.filter((name) => parts.includes(name))) {
    const start = performance.now();
    await STEPS[part]();
    console.log(`built ${part} in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  }
};

if (isStarted(import.meta.url)) {
  await main(async () => {
    const asked = process.argv.slice(2);
    const unknown = asked.find((part) => part !== 'all' && !PARTS.includes(part));
    if (unknown) throw new Error(`"${unknown}" is not something that can be built. Parts: ${PARTS.join(', ')}, all.`);
    await build(asked.includes('all') ? PARTS : asked.length ? asked : ['sdk', 'types']);
  });
}
