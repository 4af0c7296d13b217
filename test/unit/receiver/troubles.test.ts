import { expect, test } from 'vitest';
import { troubleOf } from '../../../demo/receiver/troubles';

const said = (code: string, message = ''): Error => Object.assign(new Error(message), { code });
const heard = (error: unknown): readonly unknown[] => {
  const refusal = troubleOf(error);
  return [refusal?.problem, refusal?.more.headers?.['retry-after']];
};

test.each(['ENOSPC', 'EDQUOT', '53100'])(
  'no space left (%s) is told as storage-full, with when to try again',
  (code) => {
    expect(heard(said(code))).toEqual(['storage-full', '60']);
  },
);

test.each(['ECONNREFUSED', 'ECONNRESET', 'EAI_AGAIN', 'EAGAIN', '57P01', '57P03', '53300', '08006'])(
  'a server behind us that is away (%s) is told as maintenance, with when to try again',
  (code) => {
    expect(heard(said(code))).toEqual(['maintenance', '5']);
  },
);

test('what the query builder wrapped is found, and what the driver says without a code', () => {
  expect(heard(new Error('Failed query', { cause: said('53100') }))).toEqual(['storage-full', '60']);
  expect(heard(new Error('Failed query', { cause: new Error('Connection terminated unexpectedly') }))).toEqual([
    'maintenance',
    '5',
  ]);
});

test('every other error is none of these', () => {
  for (const error of [said('23505'), new Error('Connection of thoughts'), 'ENOSPC', undefined])
    expect(troubleOf(error)).toBeUndefined();
});
