import { describe, expect, test } from 'vitest';
import { hrefMatches, hrefPattern, isLasting, numberedStem } from '../../../src/hints/lasting';
import { sectionName } from '../../../src/hints/sectionName';

describe('a name that may be counted on', () => {
  test.each([
    'bsn',
    'tab-zorgplan',
    'naw_geboorteDatum',
    'stap2',
    'client.adres.postcode',
    'regels[0].naam',
    'inputEmail3',
  ])('%s is one', (name) => expect(isLasting(name)).toBe(true));
  test.each([
    ':r1:',
    'ember123',
    'mui-4',
    'radix-:r3:',
    'headlessui-menu-button-7',
    'css-1q2w3e',
    'sc-bdVaJa',
    'ng-star-inserted',
    'veld-48213',
    'deadbeef12',
    'x7f3a9q',
    'input-x7f3a',
    'ab',
    'a-1',
    '',
    'mat-input-3',
    '4f2e8a90-row',
  ])('%s is not', (name) => expect(isLasting(name)).toBe(false));

  test('tells what numbered names have in common', () => {
    expect(numberedStem('rij-3-knop')).toBe(numberedStem('rij-12-knop'));
    expect(numberedStem('opslaan')).toBeUndefined();
  });
});

describe('a link as a pattern', () => {
  const routes = ['/dossier/:client/zorgplan', '/planning/*'];
  test.each([
    ['/dossier/jansen/zorgplan', '/dossier/*/zorgplan'],
    ['/dossier/jansen', '/dossier/jansen'],
    ['/rapport/2026/48213', '/rapport/*/*'],
    ['/agenda', '/agenda'],
    ['/pages/tables.html', '/pages/tables.html'],
    ['/48213', ''],
    ['/', ''],
  ])('%s becomes %s', (path, pattern) => expect(hrefPattern(path, routes)).toBe(pattern));

  test.each([
    ['/dossier/*/zorgplan', '/dossier/C-1/zorgplan', true],
    ['/dossier/*/zorgplan', '/dossier/C-1/zorgplan/doelen', false],
    ['/dossier/*/zorgplan', '/dossier//zorgplan', false],
    ['/agenda', '/agendapunt', false],
  ])('%s and %s: %s', (pattern, path, fits) => expect(hrefMatches(pattern, path)).toBe(fits));
});

describe('the name of a section', () => {
  const facts = { tag: 'section', role: '', id: 'naw', testid: '', words: 'Persoonsgegevens' };
  test.each([
    ['id', {}, 'id:naw'],
    ['id', { id: ':r4:' }, undefined],
    ['kop', {}, 'kop:Persoonsgegevens'],
    ['nav', { tag: 'nav', words: 'Hoofdmenu' }, 'nav:Hoofdmenu'],
    ['kop', { tag: 'nav', words: 'Hoofdmenu' }, undefined],
    ['dialog', { tag: 'div', role: 'alertdialog', words: 'Weet je het zeker?' }, 'dialog:Weet je het zeker?'],
    ['testid', { testid: 'naw-kaart' }, 'testid:naw-kaart'],
    ['kop', { words: 'x'.repeat(81) }, undefined],
  ] as const)('%s of %o is %s', (kind, change, name) => expect(sectionName(kind, { ...facts, ...change })).toBe(name));
});
