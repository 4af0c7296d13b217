/** What an integrator installs: packed, its doors resolved as bundlers and TypeScript do, its syntax no newer than promised. */
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { binary, isStarted, main, runNode } from './cli.mjs';

const ECMA = 'es2022';

/** Uses all three doors together, with none of our compiler flags and without `skipLibCheck`. */
const CONSUMER = `
import { createSupport, type Backend } from '@cliendo/support';
import { startLoader } from '@cliendo/support/loader';
import { backendContract, createFakeBackend } from '@cliendo/support/testing';
const backend: Backend = createFakeBackend();
export const support = createSupport({ backend });
export const loader = startLoader(window, { backend: 'https://support.example.nl' });
export const rules = backendContract.length;
`;

const pack = (folder) => {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status, stderr } = spawnSync(npm, ['pack', '--silent', '--pack-destination', folder], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`The package could not be packed:\n${stderr}`);
};

const run = async (name, args) => {
  console.log(`\n${name}`);
  if ((await runNode(args)) !== 0) process.exitCode = 1;
};

const compileAsConsumer = async (folder) => {
  await mkdir(join(folder, 'node_modules/@cliendo'), { recursive: true });
  await symlink(resolve('.'), join(folder, 'node_modules/@cliendo/support'), 'dir');
  await writeFile(join(folder, 'consumer.ts'), CONSUMER);
  const flags =
    '--ignoreConfig --noEmit --strict --target es2022 --module esnext --moduleResolution bundler --lib es2022,dom';
  await run('types, as a consumer compiles them', [
    await binary('typescript', 'tsc'),
    ...flags.split(' '),
    join(folder, 'consumer.ts'),
  ]);
};

if (isStarted(import.meta.url)) {
  await main(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'support-package-'));
    try {
      pack(folder);
      const [file] = await readdir(folder);
      await run('publint', [await binary('publint'), '--strict']);
      await run('attw', [
        await binary('@arethetypeswrong/cli', 'attw'),
        join(folder, file),
        '--profile',
        'esm-only',
        '--no-emoji',
      ]);
      await run('es-check', [await binary('es-check'), ECMA, 'dist/*.js', 'dist/*.mjs', '--module']);
      await compileAsConsumer(folder);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
}
