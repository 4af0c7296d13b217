import naughty from 'big-list-of-naughty-strings';
import { describe, expect, it } from 'vitest';
import { AccessModel } from '../../../demo/inbox/access.model';
import { accessCsv } from '../../../demo/inbox/accessCsv';
import { fail, succeed } from '../../../src/foundation/result';
import type { AccessFilter, AccessRow } from '../../../src/protocol/index';
import { idOf } from './inboxFixtures';

const rowOf = (seq: number, name = 'Noor'): AccessRow => ({
  seq,
  at: '2026-03-09T09:00:00Z',
  event: 'view',
  purpose: 'answering',
  outcome: 'granted',
  actor: { id: 'noor', name, role: 'agent' },
  onBehalfOf: 'noor',
  organisation: 'Voorbeeldzorg',
  question: idOf(1),
  number: '24-118.1',
  clientRefs: ['c-1', 'c-2'],
  requestId: 'r-1',
  hash: 'abc',
});

/** Reads what a spreadsheet reads: RFC 4180 with semicolons. */
function read(csv: string): readonly (readonly string[])[] {
  const cell = /"((?:[^"]|"")*)"(;|\r\n)/gy;
  const lines: string[][] = [[]];
  const text = csv.replace(/^\ufeff/, '');
  let end = 0;
  for (let found = cell.exec(text); found; found = cell.exec(text)) {
    lines.at(-1)?.push((found[1] ?? '').replaceAll('""', '"'));
    if (found[2] === '\r\n') lines.push([]);
    end = cell.lastIndex;
  }
  expect(end, 'every sign belongs to a cell').toBe(text.length);
  return lines.slice(0, -1);
}

const namesIn = (names: readonly string[]): readonly string[] =>
  read(accessCsv(names.map((name, seq) => rowOf(seq, name)))).map((cells) => cells[3] ?? '');

describe('the access log as a file for a spreadsheet', () => {
  it('has one line per row, with every fact of it', () => {
    expect(read(accessCsv([rowOf(7)]))).toEqual([
      expect.arrayContaining(['regel', 'tijdstip', 'wie', 'namens', 'waarom', 'uitkomst', 'cliënten', 'hash']),
      [
        '7',
        '2026-03-09T09:00:00Z',
        'noor',
        'Noor',
        'agent',
        'noor',
        'Bekeken',
        'Om te antwoorden',
        'Toegestaan',
        'Voorbeeldzorg',
        '24-118.1',
        idOf(1),
        '',
        '',
        'c-1 c-2',
        'r-1',
        'abc',
      ],
    ]);
  });

  it('keeps a plain name as it is', () => {
    expect(namesIn(['Ö. van "den" Berg; jr', 'Noor 👩‍⚕️'])).toEqual([
      'naam',
      'Ö. van "den" Berg; jr',
      'Noor 👩[U+200D]⚕️',
    ]);
  });

  it.each(['=1+1', '+31', '-2', '@SUM(A1)', ' =1', '＝1+1', '=HYPERLINK("https://elders.example","klik")'])(
    'holds no formula: %s',
    (name) => expect(namesIn([name])[1]).toBe(`'${name}`),
  );

  it('shows a sign that breaks the line or turns it, and does neither', () => {
    expect(namesIn(['a\r\nb', '\u202egpj.exe', 'c\u200bd', '\t=1'])).toEqual([
      'naam',
      'a[U+000D][U+000A]b',
      '[U+202E]gpj.exe',
      'c[U+200B]d',
      '[U+0009]=1',
    ]);
  });

  it('takes every naughty text as a name', () => {
    const texts = naughty as readonly string[]; // the package is a JSON file with texts
    const names = namesIn(texts).slice(1);
    expect(names).toHaveLength(texts.length);
    expect(names.filter((name) => /^\s*[=+\-@]|[\r\n\0\u202e]/u.test(name))).toEqual([]);
  });
});

describe('fetching the whole log', () => {
  /** A log of this many rows, five a page; from a page on it may be gone. */
  const logOf = (rows: number, breaksAt = Infinity) => {
    const asked: AccessFilter[] = [];
    const accesses = async (filter: AccessFilter) => {
      asked.push(filter);
      if (asked.length >= breaksAt) return fail({ code: 'unreachable', message: '' });
      const from = filter.before ?? rows + 1;
      const items = Array.from({ length: Math.min(5, from - 1) }, (_none, index) => rowOf(from - 1 - index));
      return succeed({ items, more: from - 1 > 5 });
    };
    const model = new AccessModel({
      accesses,
      checkAccesses: async () => succeed({ sound: true, chains: [] }),
    } as never);
    return { asked, model };
  };

  it('reads page after page of what is searched, and says how many it has', async () => {
    const { asked, model } = logOf(12);
    model.client.value = ' c-1 ';
    const rows = await model.collect();
    expect(rows?.map(({ seq }) => seq)).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
    expect(asked).toEqual([{ client: 'c-1' }, { client: 'c-1', before: 8 }, { client: 'c-1', before: 3 }]);
    expect(model.saving.value).toEqual({ state: 'done', rows: 12 });
  });

  it('gives nothing when a page cannot be read, and says so', async () => {
    const { model } = logOf(12, 2);
    expect(await model.collect()).toBeUndefined();
    expect(model.saving.value).toEqual({ state: 'failed', rows: 0 });
  });

  it('is done once at a time', async () => {
    const { asked, model } = logOf(3);
    const first = model.collect();
    expect(await model.collect()).toBeUndefined();
    expect(await first).toHaveLength(3);
    expect(asked).toHaveLength(1);
  });
});
