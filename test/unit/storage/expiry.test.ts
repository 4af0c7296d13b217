import { describe, expect, it } from 'vitest';
import { keep, stillKept } from '../../../src/storage';

const HOUR_MS = 3_600_000;

describe('a draft that is kept for 72 hours', () => {
  const draft = keep('Waar is de knop?', 0);

  it.each([
    [0, 'Waar is de knop?'],
    [72 * HOUR_MS, 'Waar is de knop?'],
    [72 * HOUR_MS + 1, undefined],
    [-24 * HOUR_MS, 'Waar is de knop?'], // the clock was set back: a draft is lost only once
  ])('is there %j ms later: %j', (now, expected) => {
    expect(stillKept(draft, { now, ttlHours: 72 })).toBe(expected);
  });

  it('is not there when nothing was kept', () => {
    expect(stillKept(undefined, { now: 0, ttlHours: 72 })).toBeUndefined();
  });
});
