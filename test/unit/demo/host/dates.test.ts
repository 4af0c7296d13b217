import { describe, expect, test } from 'vitest';
import { addDays, ageOn, mondayOf, shortDate, timeOf, weekNumber } from '../../../../demo/host/dates';
import type { Appointment } from '../../../../demo/host/dossier.model';
import { beginsDuringAnother, rowOf, rowsOf } from '../../../../demo/host/weekGrid';

describe('days', () => {
  test('a Sunday belongs to the week that began on Monday', () => {
    expect(mondayOf('2026-11-29')).toBe('2026-11-23');
    expect(mondayOf('2026-11-23')).toBe('2026-11-23');
  });

  test.each([
    ['2026-01-01', 1],
    ['2026-12-31', 53],
    ['2027-01-03', 53],
    ['2024-12-30', 1],
    ['2026-11-23', 48],
  ])('%s is in week %i', (date, week) => {
    expect(weekNumber(date)).toBe(week);
  });

  test('a day more is the next date, also when the clock changes', () => {
    expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
    expect(addDays('2026-10-24', 2)).toBe('2026-10-26');
  });

  test('an age goes up on the birthday', () => {
    expect(ageOn('1941-04-12', '2026-04-11')).toBe(84);
    expect(ageOn('1941-04-12', '2026-04-12')).toBe(85);
  });

  test('dates and times are written as people here write them', () => {
    expect(shortDate('1941-04-12')).toBe('12-04-1941');
    expect(timeOf(8 * 60 + 5)).toBe('08:05');
  });
});

describe('the week', () => {
  const at = (id: string, start: string, minutes: number): Appointment => ({
    id,
    start,
    minutes,
    date: '2026-11-23',
    kind: 'visit',
    person: 'p-sanne',
    location: '',
    note: '',
  });

  test('an appointment takes a row for each quarter of an hour', () => {
    expect([rowOf('08:00'), rowOf('09:15'), rowsOf(at('a', '09:15', 45))]).toEqual([1, 6, 3]);
  });

  test('what is too early or too late stays on the page', () => {
    expect([rowOf('06:00'), rowOf('23:00'), rowsOf(at('a', '17:00', 180))]).toEqual([1, 37, 2]);
  });

  test('an appointment during another one steps aside', () => {
    const day = [at('a', '09:00', 60), at('b', '09:30', 30), at('c', '10:00', 30)];
    expect(day.map((one) => beginsDuringAnother(one, day))).toEqual([false, true, false]);
  });
});
