import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCalendar, dayAfter, daysBetween } from '../../../src/hints/calendar';
import { refusedByBudget, refusedByQuietHours, type Interruptions } from '../../../src/hints/policy';
import { refusedBySchedule } from '../../../src/hints/schedule';
import type { QuietHours } from '../../../src/protocol';

const amsterdam = createCalendar('Europe/Amsterdam');
const at = (moment: string): number => Date.parse(moment);

describe('local time', () => {
  test.each([
    ['2026-03-29T00:59:00Z', { date: '2026-03-29', weekday: 7, minutes: 119 }],
    ['2026-03-29T01:00:00Z', { date: '2026-03-29', weekday: 7, minutes: 180 }],
    ['2026-10-25T00:30:00Z', { date: '2026-10-25', weekday: 7, minutes: 150 }],
    ['2026-10-25T01:30:00Z', { date: '2026-10-25', weekday: 7, minutes: 150 }],
    ['2026-12-31T23:30:00Z', { date: '2027-01-01', weekday: 5, minutes: 30 }],
  ])('%s is %j in Amsterdam', (moment, local) => {
    expect(amsterdam.at(at(moment))).toEqual(local);
  });

  test('leads back to the moment, but for the hour that comes twice', () => {
    const zones = fc.constantFrom(
      'Europe/Amsterdam',
      'America/St_Johns',
      'Australia/Lord_Howe',
      'Asia/Kathmandu',
      'UTC',
    );
    const moments = fc.integer({ min: Date.UTC(2020, 0) / 60_000, max: Date.UTC(2030, 0) / 60_000 });
    fc.assert(
      fc.property(zones, moments, (zone, minute) => {
        const calendar = createCalendar(zone);
        const local = calendar.at(minute * 60_000);
        expect(calendar.at(calendar.momentOf(local.date, local.minutes))).toEqual(local);
      }),
    );
  });

  test('a time that is passed over comes an hour later', () => {
    expect(amsterdam.momentOf('2026-03-29', 150)).toBe(at('2026-03-29T01:30:00Z'));
  });

  test('days are days, also those of 23 and 25 hours', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(dayAfter('2026-10-24', 2)).toBe('2026-10-26');
    expect(amsterdam.momentOf('2026-03-30', 0) - amsterdam.momentOf('2026-03-29', 0)).toBe(23 * 3_600_000);
    expect(amsterdam.momentOf('2026-10-26', 0) - amsterdam.momentOf('2026-10-25', 0)).toBe(25 * 3_600_000);
  });
});

describe('a schedule', () => {
  const schedule = { from: '2026-03-29', until: '2026-10-25' };
  test.each([
    ['2026-03-28T22:59:59Z', true],
    ['2026-03-28T23:00:00Z', false],
    ['2026-10-25T22:59:59Z', false],
    ['2026-10-25T23:00:00Z', true],
  ])('of whole days in Amsterdam at %s refuses: %s', (moment, isRefused) => {
    expect(refusedBySchedule(schedule, amsterdam, at(moment)) !== undefined).toBe(isRefused);
  });

  test('says when it starts', () => {
    expect(refusedBySchedule(schedule, amsterdam, at('2026-01-01T00:00:00Z'))?.next).toBe(at('2026-03-28T23:00:00Z'));
    expect(refusedBySchedule(schedule, amsterdam, at('2027-01-01T00:00:00Z'))).toEqual({ reason: 'schedule' });
  });

  test('may hold a moment with its zone', () => {
    const until = '2026-06-01T12:00:00+02:00';
    expect(refusedBySchedule({ until }, amsterdam, at('2026-06-01T09:59:59Z'))).toBeUndefined();
    expect(refusedBySchedule({ until }, amsterdam, at('2026-06-01T10:00:00Z'))).toBeDefined();
  });
});

describe('quiet hours', () => {
  const nights: QuietHours = { days: [5], from: '22:30', to: '06:30' };
  const lunch: QuietHours = { days: [1, 2, 3, 4, 5], from: '12:00', to: '13:00' };
  const until = (hours: readonly QuietHours[], moment: string): number | undefined =>
    refusedByQuietHours(hours, amsterdam, at(moment))?.next;

  test('past midnight belong to the day on which they start', () => {
    expect(until([nights], '2026-03-13T21:29:00Z')).toBeUndefined(); // Friday 22:29
    expect(until([nights], '2026-03-13T21:30:00Z')).toBe(at('2026-03-14T05:30:00Z'));
    expect(until([nights], '2026-03-14T05:29:00Z')).toBe(at('2026-03-14T05:30:00Z')); // Saturday 6:29
    expect(until([nights], '2026-03-14T05:30:00Z')).toBeUndefined();
    expect(until([nights], '2026-03-14T22:00:00Z')).toBeUndefined(); // Saturday night is not Friday's
    expect(until([nights], '2026-03-13T03:00:00Z')).toBeUndefined(); // Friday morning is Thursday's night
  });

  test('from Sunday into Monday', () => {
    const sunday = { ...nights, days: [7] };
    expect(until([sunday], '2026-03-16T03:00:00Z')).toBe(at('2026-03-16T05:30:00Z'));
  });

  test('end by the clock on the wall in the night in which it is put forward', () => {
    const saturday = { ...nights, days: [6] };
    expect(until([saturday], '2026-03-28T22:00:00Z')).toBe(at('2026-03-29T04:30:00Z'));
    expect(until([saturday], '2026-10-24T21:00:00Z')).toBe(at('2026-10-25T05:30:00Z'));
  });

  test('within a day, and the last end when two overlap', () => {
    expect(until([lunch], '2026-03-12T11:30:00Z')).toBe(at('2026-03-12T12:00:00Z'));
    expect(until([lunch], '2026-03-12T12:00:00Z')).toBeUndefined();
    expect(until([lunch], '2026-03-14T11:30:00Z')).toBeUndefined(); // Saturday
    expect(until([lunch, { ...lunch, to: '14:00' }], '2026-03-12T11:30:00Z')).toBe(at('2026-03-12T13:00:00Z'));
  });
});

describe('the budget for interruptions', () => {
  const now = at('2026-03-12T09:00:00Z');
  const hour = 3_600_000;
  const show = (hint: string, hoursAgo: number, isInterrupting = true) => ({
    hint,
    at: now - hoursAgo * hour,
    ordinal: 0,
    isInterrupting,
  });
  const spent = (change: Partial<Interruptions>): Interruptions => ({
    now,
    calendar: amsterdam,
    shows: [],
    lastShown: new Map(),
    uncounted: 0,
    ...change,
  });

  test('of a session is spent by what was shown in it, and by what shows now', () => {
    const policy = { maxInterruptingPerSession: 2 };
    expect(refusedByBudget(policy, spent({ shows: [show('a', 30), show('b', 1, false)] }))).toBeUndefined();
    expect(refusedByBudget(policy, spent({ shows: [show('a', 30), show('a', 1)] }))).toEqual({
      reason: 'policy_session',
    });
    expect(refusedByBudget(policy, spent({ shows: [show('a', 30)], uncounted: 1 }))).toEqual({
      reason: 'policy_session',
    });
  });

  test('of a day counts the other device too, each showing once', () => {
    const policy = { maxInterruptingPerDay: 2 };
    const shows = [show('a', 2)];
    const here = new Map([['a', now - 2 * hour]]);
    expect(refusedByBudget(policy, spent({ shows, lastShown: here }))).toBeUndefined();
    const there = new Map([...here, ['b', now - hour] as const]);
    expect(refusedByBudget(policy, spent({ shows, lastShown: there }))).toEqual({
      reason: 'policy_day',
      next: at('2026-03-12T23:00:00Z'),
    });
  });

  test('of a day starts at midnight in Amsterdam', () => {
    const policy = { maxInterruptingPerDay: 1 };
    expect(refusedByBudget(policy, spent({ lastShown: new Map([['a', at('2026-03-11T22:59:00Z')]]) }))).toBeUndefined();
    expect(refusedByBudget(policy, spent({ lastShown: new Map([['a', at('2026-03-11T23:00:00Z')]]) }))).toBeDefined();
  });

  test('leaves time between two, on whichever device', () => {
    const policy = { minGap: 'PT2H' };
    expect(refusedByBudget(policy, spent({ shows: [show('a', 2)] }))).toBeUndefined();
    expect(refusedByBudget(policy, spent({ lastShown: new Map([['a', now - hour]]) }))).toEqual({
      reason: 'policy_gap',
      next: now + hour,
    });
    expect(refusedByBudget(policy, spent({ uncounted: 1 }))).toEqual({ reason: 'policy_gap' });
  });

  test('of nothing is nothing', () => {
    expect(refusedByBudget({ maxInterruptingPerDay: 0 }, spent({}))).toMatchObject({ reason: 'policy_day' });
    expect(refusedByBudget({ maxInterruptingPerSession: 0 }, spent({}))).toMatchObject({ reason: 'policy_session' });
    expect(refusedByBudget({}, spent({ shows: [show('a', 0)], uncounted: 3 }))).toBeUndefined();
  });
});
