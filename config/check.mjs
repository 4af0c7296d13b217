/**
 * `npm run check`: what CI runs, in its order, the cheap things first. No step writes to a tracked file.
 * Every step runs, so that one push shows everything. The count of the tests is the last line, whatever follows them.
 */
import { readFile } from 'node:fs/promises';
import { build } from './build.mjs';
import { binary, isStarted, main, runNode } from './cli.mjs';
import { report, runTests } from './test.mjs';

const BEFORE_BUILD = ['format:check', 'lint', 'words', 'typecheck', 'layers'];
const AFTER_BUILD = ['size', 'api', 'package:check', 'unused'];

/** Runs a script of package.json as npm would. They are all `node file …` or `command …`, so no shell is needed. */
const runScript = async (scripts, name) => {
  const [command, ...args] = scripts[name].split(' ');
  return (
    (await runNode(command === 'node' ? args : [await binary(COMMANDS[command] ?? command, command), ...args])) === 0
  );
};

/** Commands whose package has another name. */
const COMMANDS = { depcruise: 'dependency-cruiser' };

const attempt = async (name, action) => {
  console.log(`\n── ${name}`);
  try {
    return (await action()) !== false;
  } catch (error) {
    console.error(error.message);
    return false;
  }
};

if (isStarted(import.meta.url)) {
  await main(async () => {
    const { scripts } = JSON.parse(await readFile('package.json', 'utf8'));
    const failed = [];
    const step = async (name, action = () => runScript(scripts, name)) => {
      if (!(await attempt(name, action))) failed.push(name);
    };

    for (const name of BEFORE_BUILD) await step(name);
    await step('build', () => build(['sdk', 'demo', 'pages']));
    for (const name of AFTER_BUILD) await step(name);
    console.log('\n── test');
    const counts = await runTests(undefined, { isBuilt: true });
    await step('faults');
    await step('bench:short');

    console.log(
      failed.length ? `\nFailed beside the tests: ${failed.join(', ')}` : '\nAll checks beside the tests are green.',
    );
    if (failed.length) process.exitCode = 1;
    report(counts);
  });
}
