import { describe, expect, test } from 'vitest';
import { expiryOf, lateOf } from '../../../src/questions/waiting/age';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const now = 100 * DAY;
const one = (id: string, days: number, count = 1) => ({ id, savedAt: now - days * DAY, count });

describe('a question that waits', () => {
  test('is late after five days, not a moment before', () => {
    expect(lateOf([{ id: 'a', savedAt: now - 5 * DAY + 1, count: 1 }], now)).toBeUndefined();
    expect(lateOf([one('a', 5)], now)).toMatchObject({ count: 1, days: 5 });
  });

  test('is counted with the others, by questions, and the oldest comes first', () => {
    expect(lateOf([one('new', 1), one('late', 6), one('oldest', 9.5, 3)], now)).toMatchObject({
      count: 4,
      days: 9,
      items: [{ id: 'oldest' }, { id: 'late' }],
    });
  });

  test('is not late because a clock was set back', () => {
    expect(lateOf([one('tomorrow', -1)], now)).toBeUndefined();
  });
});

describe('a draft', () => {
  test('tells when it goes from half of its time on, so that nobody loses it by surprise', () => {
    expect(expiryOf(now - 36 * HOUR + 1, { now, ttlHours: 72 })).toBeUndefined();
    expect(expiryOf(now - 36 * HOUR, { now, ttlHours: 72 })).toBe(now + 36 * HOUR);
  });
});
