import { describe, expect, it, vi } from 'vitest';
import type { BackendWriting } from '../../../src/delivery';
import { but } from './answers';
import { aDesk } from './desk';

/** A network that is so slow that nothing is answered, and what was sent at leaving. */
async function aSlowDesk() {
  const desk = await aDesk();
  const atLeaving: { readonly id: string; readonly isOwn: boolean }[] = [];
  let begin = (): void => undefined;
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const putSubmission: BackendWriting['putSubmission'] = async (item, call) => {
    if (!call.keepalive) {
      begin();
      return new Promise(() => undefined);
    }
    atLeaving.push({ id: item.id, isOwn: call.token === desk.token });
    return desk.backend.putSubmission(item, call);
  };
  let leave = (): void => undefined;
  const outbox = desk.tab({ backend: but(desk.backend, { putSubmission }), onLeave: (given) => (leave = given) });
  return { desk, outbox, begun, atLeaving, leave: () => leave() };
}

describe('leaving the page', () => {
  it('sends the text that is on its way once more, with a request that outlives the page', async () => {
    const { desk, outbox, begun, atLeaving, leave } = await aSlowDesk();
    const question = desk.submission('Nog even snel');
    await outbox.submit(question);
    await begun;
    leave();
    await vi.waitFor(() => expect(desk.backend.received.map(({ id }) => id)).toEqual([question.id]));
    expect(atLeaving).toEqual([{ id: question.id, isOwn: true }]);
  });

  it('does not try that with a text of more than 60,000 bytes', async () => {
    const { desk, outbox, begun, atLeaving, leave } = await aSlowDesk();
    await outbox.submit(desk.submission('x'.repeat(60_000)));
    await begun;
    leave();
    await new Promise((resolve) => setImmediate(resolve));
    expect(atLeaving).toEqual([]);
  });

  it('sends nothing that was received already', async () => {
    const desk = await aDesk();
    let leave = (): void => undefined;
    let count = 0;
    const putSubmission: BackendWriting['putSubmission'] = (item, call) => {
      count += 1;
      return desk.backend.putSubmission(item, call);
    };
    const outbox = desk.tab({ backend: but(desk.backend, { putSubmission }), onLeave: (given) => (leave = given) });
    await outbox.submit(desk.submission('Is er al'));
    await outbox.flush();
    leave();
    await new Promise((resolve) => setImmediate(resolve));
    expect(count).toBe(1);
  });
});
