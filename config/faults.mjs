/**
 * `npm run faults`: the sender against the real receiver, with a proxy in between that lets requests go wrong. `--long` runs it in full.
 * `npm run faults -- side-by-side [--receivers=n] [--clients=n] [--kills=n] [--s3]` does it with receivers on one PostgreSQL behind a balancer.
 * It ends with a table and, when something was lost, doubled or changed, with exit code 1.
 */
import nodeResolve from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';
import { isStarted, main, runNode } from './cli.mjs';
import { transpile } from './rollup/transpile.mjs';

const EXTENSIONS = ['.ts', '.js'];
const isPackage = (id) => /^(node:|@?[a-z])/i.test(id) && !/^(test|demo)\//.test(id);

/** Makes one file of a program, packages left out. */
export const bundle = async (input, file) => {
  const made = await rollup({
    input,
    external: isPackage,
    plugins: [nodeResolve({ extensions: EXTENSIONS }), transpile()],
  });
  await made.write({ file, format: 'es', inlineDynamicImports: true, sourcemap: true });
};

/** Builds the programme and the receiver that it ends and starts, and runs it. Answers whether everything held. */
export const runFaults = async (args = []) => {
  await bundle('demo/server/main.ts', '.build/faults/receiver.mjs');
  await bundle(
    args[0] === 'side-by-side' ? 'test/faults/sideBySideMain.ts' : 'test/faults/main.ts',
    '.build/faults/faults.mjs',
  );
  return (
    (await runNode(['--enable-source-maps', '.build/faults/faults.mjs', '.build/faults/receiver.mjs', ...args])) === 0
  );
};

if (isStarted(import.meta.url)) {
  await main(async () => {
    if (!(await runFaults(process.argv.slice(2)))) process.exitCode = 1;
  });
}
