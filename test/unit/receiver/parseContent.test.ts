import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseContent, safeHref, type ContentNode } from '../../../src/protocol/index';

const p = (...c: ContentNode[]): ContentNode => ({ t: 'p', c });

test.each<[string, string, readonly ContentNode[]]>([
  ['nothing', ' \n \n', []],
  ['paragraphs and line breaks', 'Een\ntwee\n\n\ndrie', [p('Een', { t: 'br' }, 'twee'), p('drie')]],
  [
    'marks',
    'Ga **snel** of *rustig* naar `Agenda`',
    [
      p('Ga ', { t: 'strong', c: ['snel'] }, ' of ', { t: 'em', c: ['rustig'] }, ' naar ', {
        t: 'code',
        c: ['Agenda'],
      }),
    ],
  ],
  [
    'marks in marks',
    '**heel *erg* belangrijk**',
    [p({ t: 'strong', c: ['heel ', { t: 'em', c: ['erg'] }, ' belangrijk'] })],
  ],
  ['marks that are none', '2 * 3 * 4 en ** los ** en `los', [p('2 * 3 * 4 en ** los ** en `los')]],
  ['an escaped star', '\\*niet schuin\\*', [p('*niet schuin*')]],
  [
    'a list',
    'Doe dit:\n- open\n- sluit\n  en wacht',
    [
      p('Doe dit:'),
      {
        t: 'ul',
        c: [
          { t: 'li', c: ['open'] },
          { t: 'li', c: ['sluit', { t: 'br' }, 'en wacht'] },
        ],
      },
    ],
  ],
  [
    'a numbered list and what follows',
    '1. open\n2. sluit\nKlaar',
    [
      {
        t: 'ol',
        c: [
          { t: 'li', c: ['open'] },
          { t: 'li', c: ['sluit'] },
        ],
      },
      p('Klaar'),
    ],
  ],
  [
    'a link',
    'Kijk [hier](https://help.example/a?b=c#d).',
    [p('Kijk ', { t: 'a', href: 'https://help.example/a?b=c#d', c: ['hier'] }, '.')],
  ],
  [
    'a bare address, without its full stop',
    'Zie https://help.example/a.',
    [p('Zie ', { t: 'a', href: 'https://help.example/a', c: ['https://help.example/a'] }, '.')],
  ],
  [
    'an address as the words of a link',
    '[https://a.example](https://b.example)',
    [p({ t: 'a', href: 'https://b.example', c: ['https://a.example'] })],
  ],
  [
    'HTML',
    '<b onclick="x()">hoi</b><script>alert(1)</script>',
    [p('<b onclick="x()">hoi</b><script>alert(1)</script>')],
  ],
  ['Windows lines', 'een\r\n\r\ntwee\rdrie', [p('een'), p('twee', { t: 'br' }, 'drie')]],
])('reads %s', (_what, source, content) => {
  expect(parseContent(source)).toEqual(content);
});

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\nscript:alert(1)',
  '\u0001javascript:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'http://help.example',
  '//evil.example',
  '/pad',
  'https:evil',
  'https://',
  'https://a\\@b',
  'https://user:pw@evil.example',
  'https://help.example@evil.example',
  'file:///etc',
  'blob:https://a',
  'mailto:',
  'mailto:a@b?bcc=c@d',
  'tel:',
  'tel:abc',
  'artikel:1',
  '',
  ' ',
])('does not link to %j', (written) => {
  expect(safeHref(written)).toBeUndefined();
  expect(JSON.stringify(parseContent(`[klik](${written})`))).not.toContain('"href"');
});

test.each([
  'https://help.example',
  'https://help.example:8443/a/b?c=d#e',
  'mailto:help@cliendo.example',
  'tel:+31201234567',
  'HTTPS://HELP.EXAMPLE/',
])('links to %s', (written) => {
  expect(safeHref(written)).toBe(written);
});

const depthOf = (nodes: readonly ContentNode[]): number =>
  Math.max(0, ...nodes.map((node) => (typeof node !== 'string' && 'c' in node ? 1 + depthOf(node.c) : 1)));
const sizeOf = (nodes: readonly ContentNode[]): number =>
  nodes.reduce((sum, node) => sum + 1 + (typeof node !== 'string' && 'c' in node ? sizeOf(node.c) : 0), 0);
const textOf = (nodes: readonly ContentNode[]): string =>
  nodes.map((node) => (typeof node === 'string' ? node : 'c' in node ? textOf(node.c) : '')).join('');
const ALLOWED = new Set(['p', 'ul', 'ol', 'li', 'strong', 'em', 'code', 'a', 'br']);
const isKnown = (node: ContentNode): boolean =>
  typeof node === 'string' ||
  (ALLOWED.has(node.t) &&
    (!('c' in node) || node.c.every(isKnown)) &&
    (node.t !== 'a' || safeHref(node.href) === node.href));

test('whatever is written: known nodes only, at most 2,000 and 8 deep, and nothing said is lost', () => {
  const pieces = fc.constantFrom(
    '**',
    '*',
    '`',
    '[',
    '](https://a.example)',
    '](javascript:x)',
    '\n',
    '\n\n',
    '- ',
    '1. ',
    '\\',
    'https://b.example/',
    '<i>',
    'woord ',
    ' ',
  );
  fc.assert(
    fc.property(
      fc.array(pieces, { maxLength: 200 }).map((all) => all.join('')),
      (source) => {
        const content = parseContent(source);
        expect(content.every(isKnown)).toBe(true);
        expect(sizeOf(content)).toBeLessThanOrEqual(2000);
        expect(depthOf(content)).toBeLessThanOrEqual(8);
        expect((textOf(content).match(/woord/g) ?? []).length).toBe((source.match(/woord/g) ?? []).length);
      },
    ),
    { numRuns: 1000, seed: 3 },
  );
});

test.each([
  ['**'.repeat(5000)],
  ['['.repeat(10_000)],
  ['[a]('.repeat(2500)],
  ['`'.repeat(9999)],
  ['* a'.repeat(3333)],
  ['https://'.repeat(1250)],
  ['- a\n'.repeat(2500)],
  ['*a '.repeat(3333)],
  [`${' '.repeat(5000)}\n`.repeat(2)],
])('gives a hostile text back as text (%.12j…)', (source) => {
  const content = parseContent(source);
  expect(sizeOf(content)).toBeLessThanOrEqual(2000);
  expect(content.every(isKnown)).toBe(true);
});
