import { expect, test } from 'vitest';
import { trailKinds } from '../../../src/app/trailKinds';

const moment = { picture: true, steps: 20 } as const;

test('listens to what is collected, and to nothing when nothing is remembered', () => {
  expect(trailKinds({ moment, collect: ['place', 'errors', 'trail'] })).toEqual(['trail', 'errors']);
  expect(trailKinds({ moment, collect: ['place', 'environment'] })).toEqual([]);
  for (const steps of [0, false] as const)
    expect(trailKinds({ moment: { ...moment, steps }, collect: ['trail', 'failedRequests'] })).toEqual([]);
});
