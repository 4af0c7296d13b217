import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** Tells whether a script is the one that Node was started with, rather than imported by another. */
export const isStarted = (moduleUrl) => moduleUrl === pathToFileURL(process.argv[1] ?? '').href;

/** Runs what a script does, and turns a failure into one sentence and exit code 1 instead of a stack. */
export const main = async (action) => {
  try {
    await action();
  } catch (error) {
    console.error(process.env.DEBUG ? error : `\n${error.message}`);
    process.exitCode = error.exitCode ?? 1;
  }
};

/** Answers where the command of an installed package lies, so that nothing depends on a shell or on PATH. */
export const binary = async (packageName, command = packageName) => {
  const folder = fileURLToPath(new URL(`../node_modules/${packageName}`, import.meta.url));
  const { bin } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
};

/** Runs a Node script and answers its exit code. Its output goes to ours. */
export const runNode = (args, env = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: 'inherit', env: { ...process.env, ...env } });
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(signal ? 1 : code));
  });
