/**
 * `npm run faults`: the sender against the real receiver, with a proxy in between that lets requests go wrong. `--long` runs it in full.
 * `npm run faults -- side-by-side [--receivers=n] [--clients=n] [--kills=n] [--s3] [--nginx]` does it with receivers on one PostgreSQL behind a balancer.
 * `npm run faults -- power-cut [--cuts=n]` cuts the power of the receiver's disk (Linux, as root), beside receivers that do not push to it.
 * It ends with a table and, when something was lost, doubled or changed, with exit code 1.
 */
import { relative, resolve } from 'node:path';
import nodeResolve from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';
import { isStarted, main, runNode } from './cli.mjs';
import { transpile } from './rollup/transpile.mjs';

const EXTENSIONS = ['.ts', '.js'];
const isPackage = (id) => /^(node:|@?[a-z])/i.test(id) && !/^(test|demo)\//.test(id);

/** Puts another file in the place of one: a control that lacks what is tried. The other one may import what it replaces. */
const replacing = (instead) => ({
  name: 'replacing',
  async resolveId(source, importer) {
    const found = await this.resolve(source, importer, { skipSelf: true });
    const other = found && instead[relative('.', found.id)];
    return other && resolve(other) !== importer ? resolve(other) : null;
  },
});

/** Makes one file of a program, packages left out. */
export const bundle = async (input, file, instead = {}) => {
  const made = await rollup({
    input,
    external: isPackage,
    plugins: [replacing(instead), nodeResolve({ extensions: EXTENSIONS }), transpile()],
  });
  await made.write({ file, format: 'es', inlineDynamicImports: true, sourcemap: true });
};

const PROGRAMMES = { 'side-by-side': 'test/faults/sideBySideMain.ts', 'power-cut': 'test/faults/powerCutMain.ts' };

/** What stands in the place of what in the receivers that must lose. */
const CARELESS = {
  stockPglite: { 'demo/receiver/adapters/pglite/openPglite.ts': 'test/faults/careless/stockPglite.ts' },
  unsyncedBlobs: { 'demo/receiver/adapters/diskBlobs.ts': 'test/faults/careless/unsyncedBlobs.ts' },
};

/** Builds the programme and the receivers that it ends and starts, and runs it. Answers its exit code: 0 when everything held. */
export const runFaults = async (args = []) => {
  await bundle('demo/server/main.ts', '.build/faults/receiver.mjs');
  if (args[0] === 'power-cut')
    for (const [name, instead] of Object.entries(CARELESS))
      await bundle('demo/server/main.ts', `.build/faults/${name}.mjs`, instead);
  await bundle(PROGRAMMES[args[0]] ?? 'test/faults/main.ts', '.build/faults/faults.mjs');
  return runNode(['--enable-source-maps', '.build/faults/faults.mjs', '.build/faults/receiver.mjs', ...args]);
};

if (isStarted(import.meta.url)) {
  await main(async () => {
    process.exitCode = await runFaults(process.argv.slice(2));
  });
}
