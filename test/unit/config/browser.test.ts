import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ensureBrowser, findBrowser } from '../../../config/browser.mjs';

const { PATH, CHROME_PATH, PLAYWRIGHT_BROWSERS_PATH } = process.env;
let folder = '';

/** Puts a program in the only folder that is searched. */
const program = (name: string, says: string): string => {
  const file = join(folder, name);
  writeFileSync(file, `#!/bin/sh\necho '${says}'\n`);
  chmodSync(file, 0o755);
  return file;
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'support-browser-'));
  process.env['PATH'] = folder;
  process.env['PLAYWRIGHT_BROWSERS_PATH'] = folder;
  delete process.env['CHROME_PATH'];
});

afterEach(() => {
  rmSync(folder, { recursive: true });
  Object.assign(process.env, { PATH });
  for (const [name, value] of Object.entries({ CHROME_PATH, PLAYWRIGHT_BROWSERS_PATH })) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
});

describe('finding a browser for the tests', () => {
  it('takes the one that CHROME_PATH names before any other', () => {
    program('chromium', 'Chromium 156.0.1');
    process.env['CHROME_PATH'] = program('mine', 'Chromium 150.0.1');
    expect(findBrowser()).toBe(process.env['CHROME_PATH']);
  });

  it('says so when CHROME_PATH names something that is no Chromium', () => {
    process.env['CHROME_PATH'] = join(folder, 'nothing');
    expect(() => findBrowser()).toThrow(/^CHROME_PATH is set to .* which is not a Chromium/);
  });

  it('prefers the headless shell of the system', () => {
    program('chromium', 'Chromium 156.0.1');
    const shell = program('chromium-headless-shell', 'Chromium 156.0.1');
    expect(findBrowser()).toBe(shell);
  });

  it('passes over one that is too old, and one that does not start', () => {
    program('chromium-headless-shell', 'Chromium 90.0.1');
    program('chromium', 'a placeholder that tells you to install it');
    const chrome = program('google-chrome', 'Google Chrome 156.0.1');
    expect(findBrowser()).toBe(chrome);
  });
});

describe('a machine without a browser', () => {
  const refused = (): void => undefined;
  const chromium = (): string => join(folder, 'chromium');
  const find = (): string | undefined => (existsSync(chromium()) ? chromium() : undefined);

  it('gets one from the first installer that works', () => {
    const installers = [refused, () => program('chromium', 'Chromium 156.0.1'), () => expect.unreachable()];
    expect(ensureBrowser({ find, installers })).toBe(chromium());
  });

  it('is told in one sentence what to do when nothing works, with exit code 3', () => {
    const sentence = /^No Chromium was found and none could be installed: [^.]*CHROME_PATH[^.]*npm run test:unit"\.$/;
    const failure = expect.objectContaining({ exitCode: 3, message: expect.stringMatching(sentence) });
    expect(() => ensureBrowser({ find, installers: [refused] })).toThrowError(failure);
  });
});
