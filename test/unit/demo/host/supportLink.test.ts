import { expect, test } from 'vitest';
import { takeSupportLink } from '../../../../demo/host/supportLink';

const AT = 'https://dossier.example';

test('the number of a question is taken out of an address, and the rest of it stays', () => {
  expect(takeSupportLink(`${AT}/?support=vraag:24-118.1`)).toEqual({ number: '24-118.1', rest: '/' });
  expect(takeSupportLink(`${AT}/agenda?week=12&support=vraag%3A24-118.1#dag`)).toEqual({
    number: '24-118.1',
    rest: '/agenda?week=12#dag',
  });
});

test.each([
  '',
  '?support=',
  '?support=vraag:',
  '?support=ask',
  '?support=vraag:<b>',
  `?support=vraag:${'1'.repeat(99)}`,
])('an address with %j leads to no question', (search) =>
  expect(takeSupportLink(`${AT}/${search}`).number).toBeUndefined(),
);
