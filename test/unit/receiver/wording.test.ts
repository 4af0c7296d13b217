import { expect, test } from 'vitest';
import { excerptOf, plainContent } from '../../../demo/receiver/domain/plainContent';
import { questionNumber, referenceOf, yearOf } from '../../../demo/receiver/domain/reference';

test('numbers questions by year, running number and place', () => {
  expect(questionNumber(referenceOf(2024, 118), 0)).toBe('24-118.1');
  expect(referenceOf(2105, 7)).toBe('05-7');
});

test('begins a year when it begins in the Netherlands', () => {
  expect([yearOf(Date.UTC(2024, 11, 31, 22, 59)), yearOf(Date.UTC(2024, 11, 31, 23, 0))]).toEqual([2024, 2025]);
});

test('shows an excerpt on one line, at most 120 characters, never half of one', () => {
  expect(excerptOf('  Eerste\n\nregel\t en meer ')).toBe('Eerste regel en meer');
  const long = excerptOf('😀'.repeat(200));
  expect(Array.from(long)).toHaveLength(120);
  expect(long.endsWith('😀…')).toBe(true);
  expect(excerptOf('a'.repeat(120))).toBe('a'.repeat(120));
});

test('reads nothing into the words of the asker but paragraphs and lines', () => {
  expect(plainContent('\n\nEen **ster**\n- streep\n \n\n<b>x</b>\n')).toEqual([
    { t: 'p', c: ['Een **ster**', { t: 'br' }, '- streep'] },
    { t: 'p', c: ['<b>x</b>'] },
  ]);
});
