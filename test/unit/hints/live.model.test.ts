import { expect, test } from 'vitest';
import { silentLog } from '../../../src/foundation/log';
import { succeed } from '../../../src/foundation/result';
import type { HintDelivery } from '../../../src/hints';
import { LiveModel } from '../../../src/hints/live.model';
import { indexOf } from '../../../src/protocol';
import { manualClock } from '../../support/builders';
import { aHint, aHintDocument } from '../../support/hintDocuments';

/** A source that hands out its index once, like one that keeps a tag. */
function aLive(first: HintDelivery) {
  const answers = [first];
  let asked = 0;
  const source = {
    index: async () => {
      asked += 1;
      return succeed(answers.shift() ?? ({ is: 'unchanged' } as const));
    },
    content: async () => succeed({}),
  };
  const clock = manualClock();
  const live = new LiveModel({ source, clock, log: silentLog, onRead: () => undefined, onRejected: () => undefined });
  return { live, clock, answer: (next: HintDelivery) => answers.push(next), asked: () => asked };
}

const delivery = (value: unknown): HintDelivery => ({ is: 'index', value, isCached: false });
const INDEX = indexOf(aHintDocument({ hints: [aHint()] }), new Set());
const idsOf = ({ live }: ReturnType<typeof aLive>) =>
  (live.index.peek()?.hints.on('zorgplan') ?? []).map(({ id }) => id);

test('what is asked for twice at once is asked for once, and lost by neither', async () => {
  const world = aLive(delivery(INDEX));
  await Promise.all([world.live.refresh(), world.live.refresh(), world.live.freshen()]);
  expect([idsOf(world), world.asked()]).toEqual([['uitleg'], 1]);
  await world.live.refresh();
  expect([idsOf(world), world.asked()]).toEqual([['uitleg'], 2]);
});

test('an index that can not be read takes nothing away, and nothing that interrupts starts on it', async () => {
  const world = aLive(delivery(INDEX));
  await world.live.refresh();
  expect(world.live.isCut.peek()).toBe(false);
  world.answer(delivery({ ...INDEX, policy: { timezone: 'Mars/Olympus' } }));
  await world.live.refresh();
  expect([idsOf(world), world.live.isCut.peek()]).toEqual([['uitleg'], true]);
});

test('what is no longer live goes', async () => {
  const world = aLive(delivery(INDEX));
  await world.live.refresh();
  world.answer({ is: 'nothing' });
  await world.live.refresh();
  expect(idsOf(world)).toEqual([]);
});
