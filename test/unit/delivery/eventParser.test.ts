import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEventParser, type StreamEvent } from '../../../src/delivery/events/eventParser';

/** Reads bytes that come in pieces, as a browser hands them over. */
function readPieces(pieces: readonly Uint8Array[]): readonly StreamEvent[] {
  const parse = createEventParser();
  const decoder = new TextDecoder();
  return pieces.flatMap((piece) => parse(decoder.decode(piece, { stream: true })) ?? []);
}
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string): readonly StreamEvent[] => readPieces([bytesOf(text)]);
const message = (text: string, more: Partial<StreamEvent> = {}): StreamEvent => ({
  type: 'message',
  data: text,
  lastId: '',
  ...more,
});

describe('a reader of event streams', () => {
  it.each<readonly [string, string, readonly StreamEvent[]]>([
    ['one line', 'data: hoi\n\n', [message('hoi')]],
    ['lines that end in a return, or in both', 'data: a\r\rdata: b\r\n\r\n', [message('a'), message('b')]],
    ['more lines of data', 'data: YHOO\ndata: +2\ndata: 10\n\n', [message('YHOO\n+2\n10')]],
    ['a comment', ': test stream\n\ndata: first\nid: 1\n\n', [message('first', { lastId: '1' })]],
    ['one space only taken off', 'data:test\n\ndata:  test\n\n', [message('test'), message(' test')]],
    ['data without a value: nothing, and an empty line', 'data\n\ndata\ndata\n\ndata:', [message(''), message('\n')]],
    ['a name', 'event: change\ndata: 1\n\ndata: 2\n\n', [message('1', { type: 'change' }), message('2')]],
    [
      'an id that stays',
      'id: 7\ndata: a\n\ndata: b\n\n',
      [message('a', { lastId: '7' }), message('b', { lastId: '7' })],
    ],
    ['an id without an event', 'id: 7\n\ndata: b\n\n', [message('b', { lastId: '7' })]],
    ['an id that is taken back', 'id: 7\ndata: a\n\nid\ndata: b\n\n', [message('a', { lastId: '7' }), message('b')]],
    ['an id with a null in it: none', 'id: 7\u00008\ndata: a\n\n', [message('a')]],
    ['a name without data: nothing', 'event: change\n\ndata: a\n\n', [message('a')]],
    ['fields that there are not', 'retry: 5\nfoo: bar\n data: x\nData: y\ndata: a\n\n', [message('a')]],
    ['a byte order mark', '\uFEFFdata: a\n\n', [message('a')]],
    ['a second byte order mark: part of a name', '\uFEFF\uFEFFdata: a\n\ndata: b\n\n', [message('b')]],
    ['what was cut off: nothing', 'data: a\n\ndata: half', [message('a')]],
    ['what lacks its empty line: nothing', 'data: a\n', []],
  ])('reads %s', (_name, text, events) => {
    expect(read(text)).toEqual(events);
  });

  it('gives the same, wherever the bytes are cut: in a letter, in a line end, in a name', () => {
    const line = fc.oneof(
      fc.constantFrom('data: één', 'data', 'id: 7', 'id', 'event: change', ': ping', 'data: 🙂', '', '', 'retry: 1'),
      fc.string().map((text) => text.replace(/[\r\n]/g, '')),
    );
    const stream = fc.array(fc.tuple(line, fc.constantFrom('\n', '\r', '\r\n')));
    fc.assert(
      fc.property(stream, fc.boolean(), fc.array(fc.nat()), (lines, hasMark, cuts) => {
        // a return and then a new line of its own would be one line end together
        const text = (hasMark ? '\uFEFF' : '') + lines.flat().join('');
        const bytes = bytesOf(text);
        const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((one, other) => one - other)];
        const pieces = places.map((from, index) => bytes.slice(from, places[index + 1]));
        expect(readPieces(pieces)).toEqual(read(text));
      }),
    );
    const whole = ': ping\r\n\r\nid: 7\r\nevent: change\r\ndata: één 🙂\r\n\r\ndata: b\r\n\r\n';
    const each = [...bytesOf(whole)].map((byte) => Uint8Array.of(byte));
    expect(readPieces(each)).toEqual(read(whole));
    expect(read(whole)).toHaveLength(2);
  });

  it('keeps no more than an event can have, in one line or in many', () => {
    const parse = createEventParser();
    expect(parse(`data: ${'a'.repeat(60_000)}`)).toEqual([]);
    expect(parse('a'.repeat(10_000))).toBeUndefined();
    const inLines = createEventParser();
    expect(inLines('data: abcdefgh\n'.repeat(10_000))).toBeUndefined();
    expect(createEventParser()('data: a\n\n'.repeat(20_000))).toHaveLength(20_000);
  });
});
