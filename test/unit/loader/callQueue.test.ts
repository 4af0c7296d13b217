import { expect, it } from 'vitest';
import { createCallQueue, type Call } from '../../../src/loader/callQueue';

it('carries out early calls in the order in which the host made them, later ones at once', () => {
  const done: Call[] = [];
  const queue = createCallQueue();
  queue.add(['open', 'ask']);
  queue.add(['close']);
  queue.connect((call) => done.push(call));
  queue.add(['show']);
  expect(done).toEqual([['open', 'ask'], ['close'], ['show']]);
});

it('keeps the order when an early call makes another call', () => {
  const done: string[] = [];
  const queue = createCallQueue();
  queue.add(['first']);
  queue.add(['second']);
  queue.connect(([name]) => {
    done.push(name);
    if (name === 'first') queue.add(['third']);
  });
  expect(done).toEqual(['first', 'second', 'third']);
});
