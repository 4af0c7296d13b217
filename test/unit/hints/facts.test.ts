import { describe, expect, test } from 'vitest';
import { createCalendar } from '../../../src/hints/calendar';
import { createFactReader, type FactSources } from '../../../src/hints/facts';
import { NOW, pastOf } from '../../support/hintContexts';

const read = (fact: string, change: Partial<FactSources> = {}): unknown =>
  createFactReader({
    now: NOW,
    calendar: createCalendar('Europe/Amsterdam'),
    routes: new Set(['client', 'client.zorgplan']),
    facts: new Map<string, string | number>([
      ['user.functie', 'arts'],
      ['ui.width', 1280],
    ]),
    past: pastOf({ hint: 'bsn', shown: 2, lastShownAt: '2026-03-09T23:30:00Z', openedAt: '2026-03-09T23:31:00Z' }),
    ...change,
  })(fact);

describe('facts', () => {
  test('of the page, the person and the time', () => {
    expect(read('route.name')).toEqual(['client', 'client.zorgplan']);
    expect(read('user.functie')).toBe('arts');
    expect(read('ui.width')).toBe(1280);
    expect([read('time.date'), read('time.weekday'), read('time.hour')]).toEqual(['2026-03-12', 4, 10]);
    expect(read('user.afdeling')).toBeUndefined();
    expect(read('time.constructor')).toBeUndefined();
  });

  test('of a hint: in days of the calendar, not of 24 hours', () => {
    expect([read('hint.bsn.seen'), read('hint.bsn.count'), read('hint.bsn.opened'), read('hint.bsn.done')]).toEqual([
      true,
      2,
      true,
      false,
    ]);
    expect(read('hint.bsn.daysSince')).toBe(2);
  });

  test('what never happened is no, or nothing; how long ago it was is not known', () => {
    expect([read('hint.nieuw.seen'), read('hint.nieuw.count'), read('event.bewaard.count30d')]).toEqual([false, 0, 0]);
    expect(read('hint.nieuw.daysSince')).toBeUndefined();
    expect(read('event.bewaard.daysSince')).toBeUndefined();
  });

  test('of the past are not known until it has loaded', () => {
    for (const fact of ['hint.bsn.seen', 'hint.bsn.count', 'event.bewaard.count1d'])
      expect(read(fact, { past: undefined })).toBeUndefined();
  });

  test('of what the host tells, by the day', () => {
    const days = new Map([
      ['2026-02-10', 5],
      ['2026-02-11', 1],
      ['2026-03-05', 1],
      ['2026-03-06', 2],
      ['2026-03-12', 3],
    ]);
    const past = { records: new Map(), events: new Map([['bewaard', days]]) };
    const all = ['count1d', 'count7d', 'count30d', 'daysSince'].map((what) => read(`event.bewaard.${what}`, { past }));
    expect(all).toEqual([3, 5, 7, 0]);
    expect(read('event.bewaard.count99d', { past })).toBeUndefined();
  });
});
