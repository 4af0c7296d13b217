import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseAst } from 'rollup/parseAst';
import { afterAll, describe, expect, it } from 'vitest';
import { NEVER_IN_CODE } from '../../config/words/glossary.mjs';
import { builtFiles, codeOf } from './manifest';

const SHIPPED_TO_USERS = Object.keys(builtFiles()).filter((file) => file !== 'testing.js');
/** Preact knows the names that its own escape hatch has. Nothing of ours uses it: the source is searched by `npm run words`. */
const PREACTS_OWN = /dangerouslySetInnerHTML|\.innerHTML\b|"innerHTML"|__html/g;
/** The picture of the page is an SVG with styles of its own, in an image: one file makes it, one draws it. */
const MAY_HOLD: Readonly<Record<string, RegExp>> = { 'data:image': /^captures-/, '<style': /^capture\.moment-/ };

const searched = (file: string): string => {
  const code = codeOf(file);
  return code.includes('__k') ? code.replace(PREACTS_OWN, '') : code;
};

const holding = (needle: string): readonly string[] =>
  SHIPPED_TO_USERS.filter((file) => searched(file).includes(needle));

const folder = mkdtempSync(join(tmpdir(), 'support-bundle-'));
afterAll(() => rmSync(folder, { recursive: true }));

const isEs2022 = (files: string, kind: 'module' | 'script'): boolean => {
  const args = ['node_modules/es-check/lib/cli/index.js', 'es2022', files, ...(kind === 'module' ? ['--module'] : [])];
  return spawnSync(process.execPath, args, { encoding: 'utf8' }).status === 0;
};

describe('the built code', () => {
  it.each(NEVER_IN_CODE)('holds no %s, which a strict policy refuses', (needle: string) => {
    expect(holding(needle).filter((file) => !MAY_HOLD[needle]?.test(file))).toEqual([]);
  });

  it('is no newer than ES2022', () => {
    expect(isEs2022('dist/loader.js', 'script')).toBe(true);
    expect(isEs2022('dist/!(loader).js', 'module')).toBe(true);
    expect(isEs2022('dist/*.mjs', 'module')).toBe(true);
  });

  it('would be refused if it were newer', () => {
    const file = join(folder, 'newer.js');
    writeFileSync(file, 'export const pattern = /x/v;');
    expect(isEs2022(file, 'module')).toBe(false);
  });

  it('leaves no name in the page from the script tag but the one that is documented', () => {
    const { body } = parseAst(codeOf('loader.js'));
    expect(body.filter(({ type }) => type !== 'ExpressionStatement')).toEqual([]);
  });

  it('does not replace what belongs to the page', () => {
    const patched =
      /\b(console\.\w+|window\.fetch|globalThis\.fetch|onmessage|history\.(push|replace)State|XMLHttpRequest\.prototype\.\w+)=[^=>]/;
    expect(SHIPPED_TO_USERS.filter((file) => patched.test(codeOf(file)))).toEqual([]);
  });
});
