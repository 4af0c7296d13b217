/** The four typechecks: the product with the demo pages, the domain without the DOM, the receiver without the DOM, the tests. */
import { binary, isStarted, main, runNode } from './cli.mjs';

const PROJECTS = ['tsconfig.json', 'config/tsconfig.domain.json', 'demo/receiver/tsconfig.json', 'test/tsconfig.json'];

if (isStarted(import.meta.url)) {
  await main(async () => {
    const tsc = await binary('typescript', 'tsc');
    for (const project of PROJECTS) {
      console.log(project);
      if ((await runNode([tsc, '-p', project])) !== 0) process.exitCode = 1;
    }
  });
}
