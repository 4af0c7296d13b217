import { signal } from '@preact/signals-core';
import { describe, expect, test } from 'vitest';
import { createWaysOut } from '../../../src/app/owner/leaving';
import { manualClock } from '../../support/builders';

/** Somebody is signed in, with a queue and a database that tell what was done to them. */
function someoneSignedIn({ waiting = 0 } = {}) {
  const did: string[] = [];
  const slow = { flush: Promise.resolve(), token: Promise.resolve() };
  const note = (what: string) => async () => void did.push(what);
  const database = {
    revocation: async () => {
      await slow.token;
      did.push('got a token');
      return note('erased the key');
    },
    wipe: note('deleted the database'),
  };
  const outbox = { flush: () => slow.flush.then(note('sent')) };
  const space = signal({ database, outbox: async () => outbox });
  const owners = { space, leave: () => void did.push('left') };
  const model = { waiting: signal(waiting), unread: signal(2), unreadable: signal(['one']) };
  const clock = manualClock();
  const ways = createWaysOut({ owners, model, clock } as never); // what leaving uses of them
  return { ways, did, model, clock, slow };
}

describe('signing out', () => {
  test('keeps what is stored and shows nothing of it any more', async () => {
    const { ways, did, model } = someoneSignedIn({ waiting: 3 });
    await ways.signOut(false);
    expect(did).toEqual(['left']);
    expect([model.waiting.value, model.unread.value, model.unreadable.value]).toEqual([0, 0, []]);
  });

  test('with a wipe takes a token before it leaves, and then erases the key and the database', async () => {
    const { ways, did } = someoneSignedIn();
    await ways.signOut(true);
    expect(did.slice(0, 2)).toEqual(['got a token', 'left']);
    expect(did.slice(2).sort()).toEqual(['deleted the database', 'erased the key']);
  });

  test('with a wipe waits a second for a token and no longer: the database goes all the same', async () => {
    const { ways, did, clock, slow } = someoneSignedIn();
    slow.token = new Promise(() => undefined);
    const out = ways.signOut(true);
    clock.pass(1_000);
    await out;
    expect(did).toEqual(['left', 'deleted the database']);
  });

  test('sends first what waits, and waits ten seconds for that at most', async () => {
    const quick = someoneSignedIn({ waiting: 1 });
    await quick.ways.sendWaiting();
    expect(quick.did).toEqual(['sent']);
    const slow = someoneSignedIn({ waiting: 1 });
    slow.slow.flush = new Promise(() => undefined);
    const sent = slow.ways.sendWaiting();
    await Promise.resolve();
    slow.clock.pass(10_000);
    await sent;
    expect(slow.did).toEqual([]);
  });

  test('asks nothing of the network when nothing waits', async () => {
    const { ways, did } = someoneSignedIn();
    await ways.sendWaiting();
    expect(did).toEqual([]);
  });
});

describe('asking the person before signing out', () => {
  test('gives the answer', async () => {
    const { ways } = someoneSignedIn({ waiting: 1 });
    expect(await ways.answered(Promise.resolve('delete'))).toBe('delete');
  });

  test('never holds up the sign-out for ever: what is not answered, or could not be asked, is kept', async () => {
    const { ways, clock } = someoneSignedIn({ waiting: 1 });
    const unanswered = ways.answered(new Promise(() => undefined));
    clock.pass(150_000);
    expect(await unanswered).toBeUndefined();
    expect(await ways.answered(Promise.reject(new Error('the chunk did not arrive')))).toBeUndefined();
  });
});
