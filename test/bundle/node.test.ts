import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';

/** Runs a module in a Node of its own, as a server would; gives what it printed. */
const runInNode = (script: string): string =>
  execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });

it('can be imported on a server, does nothing there and says so', () => {
  const printed = runInNode(`
    const before = Object.getOwnPropertyNames(globalThis).join();
    const { createSupport, defineSupportElement } = await import('./dist/index.js');
    defineSupportElement();
    const support = createSupport({ backend: 'https://support.example.nl', auth: '/support-token' });
    await support.open();
    const { phase } = await support.ready;
    const said = support.unavailable().map(({ code }) => code);
    support.destroy();
    console.log(JSON.stringify({ phase, said, isClean: Object.getOwnPropertyNames(globalThis).join() === before }));`);
  expect(JSON.parse(printed)).toEqual({ phase: 'unavailable', said: ['no-document'], isClean: true });
});

it('is an ES module; the script tag is a file of its own', async () => {
  expect(await readFile('dist/index.js', 'utf8')).toMatch(/export\s*\{/);
  expect(await readFile('dist/loader.js', 'utf8')).not.toMatch(/export\s*[{*]|import\.meta/);
});
