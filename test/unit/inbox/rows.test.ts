import { describe, expect, it } from 'vitest';
import { arrivals, matches, nextWaiting, rowBeside, shownRows } from '../../../demo/inbox/rows';
import { firstSeen, isFresh, markSeen } from '../../../demo/inbox/seen';
import { idOf, rowOf } from './inboxFixtures';

const old = rowOf(1, { receivedAt: '2026-03-01T09:00:00Z', changedAt: '2026-03-09T11:00:00Z' });
const young = rowOf(2, { receivedAt: '2026-03-08T09:00:00Z', changedAt: '2026-03-08T09:00:00Z' });
const unsafe = rowOf(3, { kind: 'unsafe', receivedAt: '2026-03-09T10:00:00Z', changedAt: '2026-03-09T10:00:00Z' });

describe('the order of the list', () => {
  it('shows who waits longest first, after an unsafe situation', () => {
    expect(shownRows([young, old, unsafe], 'unanswered', '')).toEqual([unsafe, old, young]);
  });
  it('shows the latest change first in the other lists', () => {
    expect(shownRows([young, old, unsafe], 'all', '')).toEqual([old, unsafe, young]);
  });
  it('keeps the questions of one bundle in their own order', () => {
    const rows = [rowOf(9, { number: '24-118.10' }), rowOf(8, { number: '24-118.2' })];
    expect(shownRows(rows, 'unanswered', '').map((row) => row.number)).toEqual(['24-118.2', '24-118.10']);
  });
});

describe('searching', () => {
  it('finds every word anywhere, without minding accents or capitals', () => {
    const row = rowOf(1, { asker: 'Zoë Ünal', place: 'Dossier › Rapportage' });
    expect(matches(row, 'ZOE rapport')).toBe(true);
    expect(matches(row, 'zoe agenda')).toBe(false);
  });
  it('hides nothing while nothing is typed', () => {
    expect(shownRows([old], 'all', '  ')).toEqual([old]);
  });
});

describe('walking through the list', () => {
  it('starts at the top going down and at the bottom going up', () => {
    expect(rowBeside([old, young], undefined, 1)).toBe(old);
    expect(rowBeside([old, young], undefined, -1)).toBe(young);
  });
  it('stays at the ends', () => {
    expect(rowBeside([old, young], young.id, 1)).toBe(young);
    expect(rowBeside([], undefined, 1)).toBeUndefined();
  });
  it('goes on with the one who waits longest, never with the question just answered', () => {
    expect(nextWaiting([young, old], old.id)).toBe(young);
    expect(nextWaiting([rowOf(4, { unanswered: false })], old.id)).toBeUndefined();
  });
});

describe('what is new', () => {
  const seen = firstSeen([old, young]);
  it('counts only waiting questions that were not there before', () => {
    expect(arrivals([old], [old, young, rowOf(7, { unanswered: false })])).toBe(1);
  });
  it('keeps a waiting question new until it is opened', () => {
    expect(isFresh(young, seen)).toBe(true);
    expect(isFresh(young, markSeen(seen, young))).toBe(false);
  });
  it('leaves answered questions from before the first visit alone', () => {
    expect(isFresh({ ...old, unanswered: false }, seen)).toBe(false);
  });
  it('marks a question again when the asker writes something', () => {
    const later = { ...young, unanswered: false, changedAt: '2026-03-10T09:00:00Z' };
    expect(isFresh(later, markSeen(seen, young))).toBe(true);
  });
  it('forgets the oldest marks beyond five hundred', () => {
    const many = Array.from({ length: 510 }, (_, n) => rowOf(n)).reduce(markSeen, seen);
    expect(Object.keys(many.rows)).toHaveLength(500);
    expect(many.rows[idOf(509)]).toBeDefined();
  });
});
