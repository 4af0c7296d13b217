/**
 * Finds a Chromium for the tests, or installs one: CHROME_PATH, then Playwright's own, then the system's.
 * `node config/browser.mjs` prints which one it is; exit code 3 means there is none and none could be installed.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { isStarted, main } from './cli.mjs';
import { chromium } from '@playwright/test';

const OLDEST = 120;
/** The headless shell does all that the tests need at half the CPU. */
const COMMANDS = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge',
];
const FIXED_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  process.env.PROGRAMFILES && join(process.env.PROGRAMFILES, 'Google/Chrome/Application/chrome.exe'),
];
const APT_PACKAGES = ['chromium', 'chromium-headless-shell', 'fonts-liberation'];
const NONE =
  'No Chromium was found and none could be installed: set CHROME_PATH to one, run "npx playwright install chromium", or run only what needs no browser with "npm run test:unit".';

const withoutBrowser = (sentence) => Object.assign(new Error(sentence), { exitCode: 3 });

const isRoot = () => process.getuid?.() === 0;

const canRun = (file) => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const onPath = (command) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, command))
    .find(canRun);

/** Asks a binary what it is: a file that is there but does not start is not a browser. */
const versionOf = (file) => {
  const answer = spawnSync(file, ['--version'], { encoding: 'utf8', timeout: 30_000 });
  return answer.status === 0 ? Number(/(\d+)\./.exec(answer.stdout)?.[1] ?? 0) : 0;
};

const playwrightsOwn = () => {
  try {
    return chromium.executablePath();
  } catch {
    return undefined; // Playwright throws on a system it has no build for
  }
};

const candidates = () =>
  [playwrightsOwn(), ...COMMANDS.map(onPath), ...FIXED_PLACES].filter((file) => file && existsSync(file));

/** Finds an installed Chromium. A CHROME_PATH that does not work is an error: another browser would be a surprise. */
export const findBrowser = () => {
  const asked = process.env.CHROME_PATH;
  if (asked && versionOf(asked) < OLDEST)
    throw withoutBrowser(
      `CHROME_PATH is set to ${asked}, which is not a Chromium of version ${OLDEST} or newer that starts.`,
    );
  return asked || candidates().find((file) => versionOf(file) >= OLDEST);
};

/** Finds a Chromium with everything in it: the headless shell captures no display. Nothing when there is only the shell. */
export const findFullBrowser = () =>
  [process.env.CHROME_PATH, ...candidates()].find(
    (file) => file && !/headless.shell/i.test(file) && versionOf(file) >= OLDEST,
  );

/** Chromium refuses its sandbox to root. */
export const launchArguments = () => (isRoot() ? ['--no-sandbox'] : []);

const isDebian = () =>
  process.platform === 'linux' &&
  existsSync('/etc/debian_version') &&
  !/^ID=ubuntu$/m.test(readFileSync('/etc/os-release', 'utf8'));

const run = (command, args) => {
  console.error(`No browser yet, trying: ${command} ${args.join(' ')}`);
  spawnSync(command, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: 480_000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
};

const installWithApt = () => {
  run('apt-get', ['update', '-qq']);
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...APT_PACKAGES]);
};

const installWithPlaywright = () => {
  const cli = createRequire(import.meta.url).resolve('@playwright/test/cli');
  run(process.execPath, [cli, 'install', ...(isRoot() ? ['--with-deps'] : []), 'chromium']);
};

const installersHere = () => [
  ...(isDebian() && isRoot() && onPath('apt-get') ? [installWithApt] : []),
  installWithPlaywright,
];

/** Finds a Chromium or installs one, and answers its path. Fails with one sentence and exit code 3. */
export const ensureBrowser = ({ find = findBrowser, installers = installersHere() } = {}) => {
  let found = find();
  for (const install of found ? [] : installers) {
    install();
    found = find();
    if (found) break;
  }
  if (!found) throw withoutBrowser(NONE);
  return found;
};

if (isStarted(import.meta.url)) await main(() => console.log(ensureBrowser()));
