import { expect, test } from 'vitest';
import { timelineOf } from '../../../demo/inbox/timeline';

test('steps, errors and failed requests stand in the order in which they happened', () => {
  const at = (second: number): string => `2026-03-12T09:00:0${second}.000Z`;
  const step = (second: number) => ({ at: at(second), place: 'Agenda', role: 'button', name: `${second}`, result: '' });
  const line = timelineOf({
    steps: [step(1), step(3), step(6)],
    errors: [{ at: at(4), kind: 'TypeError', message: '', stack: [] }],
    failedRequests: [{ at: at(2), method: '', route: '/api', status: 500, durationMs: 1 }],
  });
  expect(line.map(({ kind }) => kind)).toEqual(['step', 'request', 'step', 'error', 'step']);
});
