/** What an integrator installs: packed, its doors resolved as bundlers and TypeScript do, its syntax no newer than promised. */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { binary, isStarted, main, runNode } from './cli.mjs';

const ECMA = 'es2022';

const pack = (folder) => {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status, stderr } = spawnSync(npm, ['pack', '--silent', '--pack-destination', folder], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`The package could not be packed:\n${stderr}`);
};

const run = async (name, args) => {
  console.log(`\n${name}`);
  if ((await runNode(args)) !== 0) process.exitCode = 1;
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
    } finally {
      await rm(folder, { recursive: true });
    }
  });
}
