import { describe, expect, it } from 'vitest';
import type { DeliveryProblem } from '../../../src/delivery';
import { fail, succeed } from '../../../src/foundation/result';
import { createMemoryDatabase } from '../../../src/storage';
import { but, noAnswer, only } from './answers';
import { aDesk, noting } from './desk';

describe('the person who is logged in', () => {
  const sessionOf = (owner: string, token = 'a token') => ({
    subject: { owner },
    token: async () => succeed(token),
    renew: async () => succeed(token),
  });

  it('is never sent for with the token of somebody else', async () => {
    const desk = await aDesk();
    const calls: string[] = [];
    const outbox = desk.tab({ backend: noting(desk.backend, calls), session: sessionOf('mehmet') });
    await outbox.submit(desk.submission('Van Sanne'));
    await outbox.flush();
    expect(calls).toEqual([]);
    expect(only(outbox)).toMatchObject({ state: 'waitingAuth', problem: 'owner-differs' });
  });

  it('is asked once for another token when the receiver refuses it', async () => {
    const desk = await aDesk();
    let renewals = 0;
    const renew = async () => (renewals++, succeed(desk.token));
    const outbox = desk.tab({ session: { ...sessionOf(desk.owner, 'an old token'), renew } });
    await outbox.submit(desk.submission('Verlopen'));
    await outbox.flush();
    expect(renewals).toBe(1);
    expect(only(outbox)).toMatchObject({ state: 'done' });
  });

  it('keeps everything while there is no token, without asking for each, and sends when there is one', async () => {
    const desk = await aDesk();
    let asked = 0;
    let token: string | undefined;
    const auth: DeliveryProblem = { ...noAnswer, code: 'auth-failed' };
    const session = {
      subject: { owner: desk.owner },
      token: async () => (asked++, token ? succeed(token) : fail(auth)),
      renew: async () => fail(auth),
    };
    const outbox = desk.tab({ session });
    await Promise.all([outbox.submit(desk.submission('Een')), outbox.submit(desk.submission('Twee'))]);
    await outbox.flush();
    expect(outbox.items.value.map(({ state, problem: code }) => [state, code])).toEqual([
      ['waitingAuth', 'auth-failed'],
      ['waitingAuth', 'auth-failed'],
    ]);
    expect(asked).toBeLessThanOrEqual(3);
    token = desk.token;
    await desk.settle(outbox);
    expect(desk.backend.received.length).toBe(2);
  });

  it('has another database than the next one at the same computer', async () => {
    const desk = await aDesk();
    const sanne = desk.tab({ backend: but(desk.backend, { putSubmission: async () => fail(noAnswer) }) });
    await sanne.submit(desk.submission('Van Sanne'));
    await sanne.flush();
    sanne.end();
    const mehmet = desk.tab({ database: createMemoryDatabase() });
    await mehmet.flush();
    expect(mehmet.items.value).toEqual([]);
  });
});
