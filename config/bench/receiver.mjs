/** Builds the receiver and the programme that measures it, and runs it: `npm run bench -- receiver`. */
import { runNode } from '../cli.mjs';
import { bundle } from '../faults.mjs';

export const run = async () => {
  await bundle('demo/server/main.ts', '.build/bench/receiver.mjs');
  await bundle('test/bench/receiver.ts', '.build/bench/receiverBench.mjs');
  await bundle('test/bench/manyOrganisations.ts', '.build/bench/manyOrganisations.mjs');
  process.exitCode = await runNode([
    '.build/bench/receiverBench.mjs',
    '.build/bench/receiver.mjs',
    '.build/bench/manyOrganisations.mjs',
  ]);
};
