import { describe, expect, it } from 'vitest';
import { createFormat } from '../../../src/locale';

const nl = createFormat('nl', 'Europe/Amsterdam');
const now = Date.UTC(2026, 2, 12, 9, 0);
const minute = 60_000;
const hour = 60 * minute;

describe('a moment', () => {
  it.each([
    [0, 'nu'],
    [20_000, 'nu'],
    [5 * minute, '5 minuten geleden'],
    [3 * hour, '3 uur geleden'],
    [25 * hour, 'gisteren'],
    [10 * 24 * hour, '2 maart 2026'],
  ])('%i ms ago', (elapsedMs, text) => {
    expect(nl.ago(now - elapsedMs, now)).toBe(text);
  });

  it('is now when the clock of the receiver runs ahead', () => {
    expect(nl.ago(now + 2 * minute, now)).toBe('nu');
  });

  it('is told in the time zone of the reader', () => {
    expect(nl.time('2026-03-12T09:05:00Z')).toBe('10:05');
  });
});

describe('a size', () => {
  it.each([
    [0, '0 byte'],
    [999, '999 byte'],
    [2_400_000, '2,4 MB'],
    [25_000_000, '25 MB'],
  ])('%i bytes', (bytes, text) => {
    expect(nl.size(bytes)).toBe(text);
  });
});

it('a choice is joined as the language does', () => {
  expect(nl.oneOf(['PNG', 'JPEG', 'PDF'])).toBe('PNG, JPEG of PDF');
});

it('a short stretch of time is never zero', () => {
  expect([nl.duration(10), nl.duration(12_000), nl.duration(180_000)]).toEqual([
    '1 seconde',
    '12 seconden',
    '3 minuten',
  ]);
});
