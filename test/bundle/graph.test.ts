import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { builtFiles, chunk, codeOf, loadedWith } from './manifest';

const SHIPPED_TO_USERS = Object.keys(builtFiles()).filter((file) => file !== 'testing.js');
/** What the loader fetches, and what npm users import. */
const DOORS = ['support.js', 'index.js'];
/** A text of Preact's renderer that minifying leaves alone. */
const PREACT = '__k';

describe('what a closed widget costs', () => {
  it('is the script tag alone: it imports nothing, and the rest only when it is wanted', () => {
    expect(loadedWith('loader.js')).toEqual(['loader.js']);
    expect(builtFiles()['loader.js']?.dynamicImports).toEqual(['support.js']);
  });

  it('is nothing of Preact in the core, while the panel does bring it', () => {
    const holdsPreact = (file: string): boolean => codeOf(file).includes(PREACT);
    for (const door of DOORS) expect(loadedWith(door).filter(holdsPreact)).toEqual([]);
    expect(loadedWith(chunk('panel')).filter(holdsPreact)).toHaveLength(1);
  });

  it('is no feature in the core before it is asked for', () => {
    const features = /^(panel|owner|launcher|review|captures?|conversations|delivery|help|hints|designer|locale)[.-]/;
    for (const door of DOORS) expect(loadedWith(door).filter((file) => features.test(file))).toEqual([]);
  });
});

describe('the built files', () => {
  it('hold one copy of Preact and one of the signals', () => {
    const holding = (text: string): string[] => SHIPPED_TO_USERS.filter((file) => codeOf(file).includes(text));
    expect(holding(PREACT)).toHaveLength(1);
    expect(holding('Cycle detected')).toHaveLength(1);
  });

  it('are reached from a door: no chunk is left over', () => {
    const files = builtFiles();
    const reached = new Set(Object.keys(files).filter((file) => files[file]?.entry));
    for (const file of reached)
      for (const next of [...(files[file]?.imports ?? []), ...(files[file]?.dynamicImports ?? [])]) reached.add(next);
    expect([...reached].sort()).toEqual(Object.keys(files).sort());
  });

  it('have the integrity that the manifest gives', () => {
    for (const [file, { integrity, bytes }] of Object.entries(builtFiles())) {
      const content = readFileSync(join('dist', file));
      expect(content).toHaveLength(bytes);
      expect(`sha384-${createHash('sha384').update(content).digest('base64')}`).toBe(integrity);
    }
  });

  it('come with the licence of everything that was bundled', () => {
    const notices = readFileSync('dist/NOTICES', 'utf8');
    for (const name of ['preact', '@preact/signals-core', '@preact/signals', 'idb-keyval', 'ky']) {
      expect(notices).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(`, 'm'));
    }
  });
});
