import { describe, expect, it } from 'vitest';
import type { BackendWriting } from '../../../src/delivery';
import { fail } from '../../../src/foundation/result';
import { storageKeys } from '../../../src/storage';
import { but, only, said } from './answers';
import { aDesk } from './desk';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const JUMPS = [-DAY_MS, -5 * MINUTE_MS, 5 * MINUTE_MS, DAY_MS];

describe('a device whose clock is wrong', () => {
  it.each(JUMPS)('sends at once and once when it is %i ms off', async (jumpMs) => {
    const desk = await aDesk();
    desk.clock.pass(jumpMs);
    const outbox = desk.tab();
    await outbox.submit(desk.submission('Verkeerde tijd', [await desk.picture(2000)]));
    await outbox.flush();
    expect(only(outbox)).toMatchObject({ state: 'done' });
    expect(desk.backend.received).toHaveLength(1);
  });

  it.each(JUMPS)(
    'that is set by %i ms while a question waits does not park it: within an hour it goes',
    async (jumpMs) => {
      for (const problem of [said('maintenance'), said('rate-limited', { retryAfterMs: 30 * MINUTE_MS })]) {
        const desk = await aDesk();
        let isBusy = true;
        const putSubmission: BackendWriting['putSubmission'] = async (item, call) =>
          isBusy ? fail(problem) : desk.backend.putSubmission(item, call);
        const outbox = desk.tab({ backend: but(desk.backend, { putSubmission }) });
        await outbox.submit(desk.submission('Klok verzet'));
        await outbox.flush();
        expect(only(outbox)).toMatchObject({ state: 'backoff' });
        isBusy = false;
        desk.clock.pass(jumpMs);
        desk.clock.pass(60 * MINUTE_MS);
        await outbox.flush();
        expect(only(outbox), problem.code).toMatchObject({ state: 'done' });
        expect(desk.backend.received).toHaveLength(1);
      }
    },
  );
});

describe('storage that is cleared while a picture is on its way', () => {
  it('keeps what the page still knows: the words are sent, the picture is missed and a person is told, nothing twice', async () => {
    const desk = await aDesk();
    const picture = await desk.picture(2000);
    const putSubmission: BackendWriting['putSubmission'] = async (item, call) => {
      const answer = await desk.backend.putSubmission(item, call);
      await desk.database.store('chunks').removeMany([storageKeys.chunk(picture.id, 0)]);
      return answer;
    };
    const outbox = desk.tab({ backend: but(desk.backend, { putSubmission }) });
    await outbox.submit(desk.submission('Gewist', [picture]));
    await desk.settle(outbox);
    expect(only(outbox)).toMatchObject({ state: 'attention', reference: '24-101' });
    expect(desk.backend.received).toHaveLength(1);
  });
});
