import { describe, expect, it } from 'vitest';
import { listOf, number, objectOf, oneOf, optional, text } from '../../../src/protocol/decode';
import { problemName } from '../../../src/protocol/problem';

const decodeView = objectOf({
  id: text,
  state: oneOf(['open', 'closed']),
  marks: listOf(number),
  note: optional(text),
});

describe('decoding an answer of the receiver', () => {
  it('takes the right shape and drops what it does not know', () => {
    expect(decodeView({ id: 'a', state: 'open', marks: [1], newer: true })).toEqual({
      ok: true,
      value: { id: 'a', state: 'open', marks: [1] },
    });
  });

  it.each([
    ['not an object', 'text', ''],
    ['a list', [], ''],
    ['nothing', null, ''],
    ['a member missing', { state: 'open', marks: [] }, '/id'],
    ['a wrong word', { id: 'a', state: 'ajar', marks: [] }, '/state'],
    ['a wrong member of a list', { id: 'a', state: 'open', marks: [1, 'x'] }, '/marks/1'],
    ['a number that is none', { id: 'a', state: 'open', marks: [Number.NaN] }, '/marks/0'],
  ])('points at what is wrong: %s', (_what, value, pointer) => {
    const result = decodeView(value);
    expect(result.ok).toBe(false);
    if (!result.ok) expect(result.problem.pointer).toBe(pointer);
  });

  it('never repeats a value in its message, for it may be personal', () => {
    const result = decodeView({ id: 'a', state: 'Jansen', marks: [] });
    expect(JSON.stringify(result)).not.toContain('Jansen');
  });

  it('knows a problem of ours by its type, and no other', () => {
    expect(problemName('urn:cliendo-support:problem:rate-limited')).toBe('rate-limited');
    expect(problemName('urn:cliendo-support:problem:toString')).toBeUndefined();
    expect(problemName('about:blank')).toBeUndefined();
  });
});
