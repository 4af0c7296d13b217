import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const LISTED = 'config/bench/measured';
const NOT_INSTALLED =
  'npm could not install what the bench measures (config/bench/measured/package-lock.json). It needs the npm registry once; after that it works without.';

const installedForm = async (stamp) => {
  const [form, ...lock] = existsSync(stamp) ? (await readFile(stamp, 'utf8')).split('\n') : [];
  const isCurrent = lock.join('\n') === (await readFile(join(LISTED, 'package-lock.json'), 'utf8'));
  return isCurrent ? form : undefined;
};

/**
 * Installs the libraries and the pages of others in a folder of their own, exactly as the lock says, so that every run measures the
 * same. `form`: `short` leaves out the large templates, which are the devDependencies.
 */
export const installMeasured = async (folder, form) => {
  const stamp = join(folder, 'installed.txt');
  if (['full', form].includes(await installedForm(stamp))) return;
  await mkdir(folder, { recursive: true });
  await rm(stamp, { force: true });
  for (const file of ['package.json', 'package-lock.json']) await copyFile(join(LISTED, file), join(folder, file));
  console.log(`installing what is measured into ${folder}`);
  const quiet = ['--no-audit', '--no-fund', '--ignore-scripts'];
  const { status } = spawnSync('npm', ['ci', ...quiet, ...(form === 'short' ? ['--omit=dev'] : [])], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32', // there npm is a script
  });
  if (status !== 0) throw new Error(NOT_INSTALLED);
  await writeFile(stamp, `${form}\n${await readFile(join(LISTED, 'package-lock.json'), 'utf8')}`);
};
