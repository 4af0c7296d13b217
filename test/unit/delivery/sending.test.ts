import { describe, expect, it } from 'vitest';
import type { BackendWriting, DeliveryProblem, Outbox } from '../../../src/delivery';
import { fail, succeed } from '../../../src/foundation/result';
import { PIECE_BYTES, PROBLEMS, type ProblemName } from '../../../src/protocol';
import { createMemoryDatabase, storageKeys, type OwnerDatabase } from '../../../src/storage';
import { aClearedMessage, aDesk, noting, unsafe } from './desk';

const problem = (name: ProblemName, more: Partial<DeliveryProblem> = {}): DeliveryProblem => {
  const [status, retryable] = PROBLEMS[name];
  return { code: name, name, status, retryable, message: '', ...more };
};

const noAnswer: DeliveryProblem = { code: 'no-answer', status: 0, retryable: true, message: '' };

/** A backend of which some methods behave differently. */
const but = (backend: BackendWriting, change: Partial<BackendWriting>): BackendWriting => ({ ...backend, ...change });

const only = ({ items }: Outbox) => items.value[0];

describe('sending a question', () => {
  it('says saved when it is stored, and sent when the receiver has it', async () => {
    const desk = await aDesk();
    const outbox = desk.tab();
    const question = desk.submission('Waar is de knop?');
    expect(await outbox.submit(question)).toEqual({ ok: true, value: { id: question.id, saved: true } });
    expect(only(outbox)).toMatchObject({ id: question.id, kind: 'submission', saved: true, percent: 0 });
    await outbox.flush();
    expect(only(outbox)).toMatchObject({
      state: 'done',
      reference: '24-101',
      questions: [{ number: '24-101.1' }],
      percent: 100,
    });
    expect(desk.backend.received.map(({ submission }) => submission)).toEqual([question.submission]);
  });

  it('brings its pictures after it, and is done when the receiver has every byte', async () => {
    const desk = await aDesk();
    const outbox = desk.tab();
    const [large, small] = [await desk.picture(2 * PIECE_BYTES + 5), await desk.picture(700)];
    await outbox.submit(desk.submission('Kijk', [large, small]));
    await outbox.flush();
    expect(only(outbox)).toMatchObject({ state: 'done', percent: 100 });
    expect([large, small].map(({ id }) => desk.backend.bytesOf(id)?.byteLength)).toEqual([large.size, small.size]);
  });

  it('has progress that never runs ahead of the receiver, and never back', async () => {
    const desk = await aDesk();
    const outbox = desk.tab();
    const seen: number[] = [];
    const stop = outbox.items.subscribe(([item]) => item && seen.push(item.percent));
    await outbox.submit(desk.submission('Kijk', [await desk.picture(4 * PIECE_BYTES)]));
    await outbox.flush();
    stop();
    expect([...new Set(seen)]).toEqual([0, 25, 50, 75, 100]);
  });

  it('sends once when the button is pressed twice', async () => {
    const desk = await aDesk();
    const outbox = desk.tab();
    const question = desk.submission('Dubbel geklikt');
    const answers = await Promise.all([outbox.submit(question), outbox.submit(question)]);
    expect(answers).toEqual([1, 2].map(() => ({ ok: true, value: { id: question.id, saved: true } })));
    await outbox.flush();
    expect([outbox.items.value.length, desk.backend.received.length]).toEqual([1, 1]);
  });

  it('refuses other words under the same id', async () => {
    const desk = await aDesk();
    const outbox = desk.tab();
    const question = desk.submission('Eerst dit');
    await outbox.submit(question);
    const { submission } = desk.submission('Toch iets anders');
    expect(await outbox.submit({ id: question.id, submission })).toMatchObject({
      ok: false,
      problem: { code: 'already-sealed' },
    });
  });

  it('gives back what will be sent, to the letter', async () => {
    const desk = await aDesk();
    const outbox = desk.tab({ backend: but(desk.backend, { putSubmission: async () => fail(noAnswer) }) });
    const question = desk.submission('Te kopiëren');
    await outbox.submit(question);
    expect(await outbox.content(question.id)).toEqual({ ok: true, value: question.submission });
  });

  it('does not take what somebody else wrote, or a picture whose bytes are not there', async () => {
    const desk = await aDesk();
    const outbox = desk.tab();
    const { id, submission } = desk.submission('Van een ander');
    expect(await outbox.submit({ id, submission: { ...submission, owner: 'mehmet' } })).toMatchObject({
      ok: false,
      problem: { code: 'owner-differs' },
    });
    const picture = { ...(await desk.picture(10)), id: desk.newId() };
    expect(await outbox.submit(desk.submission('Zonder bytes', [picture]))).toMatchObject({
      ok: false,
      problem: { code: 'attachment-missing' },
    });
    expect(outbox.items.value).toEqual([]);
  });

  it('takes fifty and says then that it is full', async () => {
    const desk = await aDesk();
    const outbox = desk.tab({ backend: but(desk.backend, { putSubmission: async () => fail(noAnswer) }) });
    for (let count = 0; count < 50; count++)
      expect((await outbox.submit(desk.submission(`Vraag ${count}`))).ok).toBe(true);
    expect(await outbox.submit(desk.submission('De eenenvijftigste'))).toMatchObject({
      ok: false,
      problem: { code: 'outbox-full' },
    });
  });

  it('puts a question about safety before what waited longer, and every text before a picture', async () => {
    const desk = await aDesk();
    let isOnline = false;
    const calls: string[] = [];
    const watched = noting(desk.backend, calls);
    const outbox = desk.tab({
      backend: but(watched, {
        putSubmission: async (item, call) => (isOnline ? watched.putSubmission(item, call) : fail(noAnswer)),
        putMessage: watched.putMessage,
        putAction: watched.putAction,
        uploadOffset: watched.uploadOffset,
        uploadPiece: watched.uploadPiece,
        submission: watched.submission,
      }),
    });
    const first = desk.submission('Eerst', [await desk.picture(10)]);
    const second = unsafe(desk.submission('Onveilig'));
    await outbox.submit(first);
    desk.clock.pass(10);
    await outbox.submit(second);
    await outbox.flush();
    isOnline = true;
    await desk.settle(outbox);
    expect(desk.backend.received.map(({ id }) => id)).toEqual([second.id, first.id]);
    expect(calls).toEqual(['putSubmission', 'putSubmission', 'uploadOffset', 'uploadPiece', 'submission']);
  });

  it('sends messages and actions the same way', async () => {
    const desk = await aDesk();
    const outbox = desk.tab();
    const asked = desk.submission('Een vraag');
    await outbox.submit(asked);
    await outbox.flush();
    const question = asked.submission.questions[0]?.id ?? desk.newId();
    await outbox.sendMessage({ question, id: desk.newId(), message: aClearedMessage(desk.owner, 'Nog iets') });
    await outbox.sendAction({ question, id: desk.newId(), action: { owner: desk.owner, type: 'solved' } });
    await outbox.flush();
    expect(outbox.items.value.map(({ kind, state }) => [kind, state])).toEqual([
      ['submission', 'done'],
      ['message', 'done'],
      ['action', 'done'],
    ]);
    const conversation = await desk.backend.conversation(question, { token: desk.token, language: 'nl' });
    expect(conversation).toMatchObject({
      ok: true,
      value: { status: 'closed', messages: [{ own: true }, { own: true }] },
    });
  });
});

describe('after a reload', () => {
  it('sends what was left', async () => {
    const desk = await aDesk();
    const before = desk.tab({ backend: but(desk.backend, { putSubmission: async () => fail(noAnswer) }) });
    const question = desk.submission('Voor de pauze', [await desk.picture(PIECE_BYTES + 1)]);
    await before.submit(question);
    await before.flush();
    before.end();
    const after = desk.tab();
    await desk.settle(after);
    expect(only(after)).toMatchObject({ state: 'done' });
    expect(desk.backend.received.map(({ id }) => id)).toEqual([question.id]);
  });

  it('goes on where a picture was', async () => {
    const desk = await aDesk();
    const picture = await desk.picture(3 * PIECE_BYTES);
    const offsets: number[] = [];
    const uploadPiece: BackendWriting['uploadPiece'] = async (piece, call) => {
      offsets.push(piece.offset);
      return offsets.length === 2 ? fail(noAnswer) : desk.backend.uploadPiece(piece, call);
    };
    const before = desk.tab({ backend: but(desk.backend, { uploadPiece }) });
    await before.submit(desk.submission('Kijk', [picture]));
    await before.flush();
    before.end();
    await desk.settle(desk.tab({ backend: but(desk.backend, { uploadPiece }) }));
    expect(offsets).toEqual([0, PIECE_BYTES, PIECE_BYTES, 2 * PIECE_BYTES]);
  });

  it('forgets bytes at once and the rest after a day, when it was received', async () => {
    const desk = await aDesk();
    const outbox = desk.tab();
    const question = desk.submission('Klaar', [await desk.picture(10)]);
    await outbox.submit(question);
    await outbox.flush();
    expect(await desk.database.store('chunks').keys('')).toEqual({ ok: true, value: [] });
    expect(await desk.database.store('items').keys('')).toEqual({ ok: true, value: [storageKeys.row(question.id)] });
    desk.clock.pass(86_400_000);
    await outbox.flush();
    expect(await desk.database.store('items').keys('')).toEqual({ ok: true, value: [] });
    expect(outbox.items.value).toEqual([]);
  });
});

describe('two tabs', () => {
  it('send a question once, and both know', async () => {
    const desk = await aDesk();
    const calls: string[] = [];
    const backend = noting(desk.backend, calls);
    const [one, two] = [desk.tab({ backend }), desk.tab({ backend })];
    await one.submit(desk.submission('Uit tab een'));
    await Promise.all([one.flush(), two.flush()]);
    await two.flush();
    expect(calls).toEqual(['putSubmission']);
    expect([only(one)?.state, only(two)?.state]).toEqual(['done', 'done']);
  });
});

describe('nothing to do', () => {
  it('asks the network and the host for nothing', async () => {
    const desk = await aDesk();
    const calls: string[] = [];
    const session = {
      subject: undefined,
      token: async () => (calls.push('token'), fail(noAnswer)),
      renew: async () => fail(noAnswer),
    };
    const outbox = desk.tab({ backend: noting(desk.backend, calls), session });
    await outbox.flush();
    desk.clock.pass(3_600_000);
    await outbox.flush();
    expect(calls).toEqual([]);
  });
});

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

describe('trouble', () => {
  it('waits as long as the receiver asks, also when the person comes back to the page', async () => {
    const desk = await aDesk();
    let isBusy = true;
    let wake = (): void => undefined;
    const putSubmission: BackendWriting['putSubmission'] = async (item, call) =>
      isBusy ? fail(problem('rate-limited', { retryAfterMs: 60_000 })) : desk.backend.putSubmission(item, call);
    const outbox = desk.tab({ backend: but(desk.backend, { putSubmission }), onWake: (given) => (wake = given) });
    await outbox.submit(desk.submission('Druk'));
    await outbox.flush();
    isBusy = false;
    desk.clock.pass(30_000);
    wake();
    await outbox.flush();
    expect(only(outbox)).toMatchObject({ state: 'backoff', problem: 'rate-limited' });
    desk.clock.pass(30_000);
    await outbox.flush();
    expect(only(outbox)).toMatchObject({ state: 'done' });
  });

  it('tries again when the network is back, but not for every event of a flickering one', async () => {
    const desk = await aDesk();
    let wake = (): void => undefined;
    let tries = 0;
    const putSubmission = async () => (tries++, fail(problem('maintenance')));
    const outbox = desk.tab({ backend: but(desk.backend, { putSubmission }), onWake: (given) => (wake = given) });
    await outbox.submit(desk.submission('Wifi'));
    await outbox.flush();
    const before = tries;
    for (let count = 0; count < 20; count++) wake();
    await outbox.flush(); // with this one and the one that was just waked: two
    expect(tries - before).toBeLessThanOrEqual(2);
  });

  it('does not believe a receipt for other bytes', async () => {
    const desk = await aDesk();
    const putSubmission: BackendWriting['putSubmission'] = async (item, call) => {
      const answer = await desk.backend.putSubmission(item, call);
      return answer.ok ? succeed({ ...answer.value, digest: 'sha-256=:anders:' }) : answer;
    };
    const outbox = desk.tab({ backend: but(desk.backend, { putSubmission }) });
    await outbox.submit(desk.submission('Vreemde bon'));
    await outbox.flush();
    expect(only(outbox)).toMatchObject({ state: 'backoff', problem: 'receipt-differs' });
    expect(only(outbox)).not.toHaveProperty('reference');
  });

  it('waits no longer than fifteen seconds for a backend that never answers', async () => {
    const desk = await aDesk();
    let isStopped = false;
    const isAsked = new Promise<void>((resolve) => {
      const putSubmission: BackendWriting['putSubmission'] = (_item, { signal }) => {
        resolve();
        return new Promise(() => signal?.addEventListener('abort', () => (isStopped = true)));
      };
      void desk.tab({ backend: but(desk.backend, { putSubmission }) }).submit(desk.submission('Stilte'));
    });
    await isAsked;
    desk.clock.pass(14_999);
    expect(isStopped).toBe(false);
    desk.clock.pass(1);
    expect(isStopped).toBe(true);
  });

  it("takes a host's own backend that throws for one that did not answer", async () => {
    const desk = await aDesk();
    const putSubmission = () => {
      throw new Error('a bug of the host');
    };
    const outbox = desk.tab({ backend: but(desk.backend, { putSubmission }) });
    await outbox.submit(desk.submission('Fout van de host'));
    await outbox.flush();
    expect(only(outbox)).toMatchObject({ state: 'backoff', problem: 'no-answer' });
  });

  it('keeps what needs a person, and tries it again when the person says so', async () => {
    const desk = await aDesk();
    let isRight = false;
    const putSubmission: BackendWriting['putSubmission'] = async (item, call) =>
      isRight ? desk.backend.putSubmission(item, call) : fail(problem('forbidden-origin'));
    const outbox = desk.tab({ backend: but(desk.backend, { putSubmission }) });
    const question = desk.submission('Verkeerde instelling');
    await outbox.submit(question);
    await desk.settle(outbox);
    expect(only(outbox)).toMatchObject({ state: 'attention', problem: 'forbidden-origin' });
    expect(await outbox.content(question.id)).toEqual({ ok: true, value: question.submission });
    isRight = true;
    await outbox.retry(question.id);
    expect(only(outbox)).toMatchObject({ state: 'done' });
  });

  it('removes an item with its bytes when the person throws it away', async () => {
    const desk = await aDesk();
    const outbox = desk.tab({ backend: but(desk.backend, { putSubmission: async () => fail(problem('malformed')) }) });
    const question = desk.submission('Weg ermee', [await desk.picture(10)]);
    await outbox.submit(question);
    await outbox.flush();
    await outbox.discard(question.id);
    expect(outbox.items.value).toEqual([]);
    expect(await desk.database.store('items').keys('')).toEqual({ ok: true, value: [] });
    expect(await desk.database.store('chunks').keys('')).toEqual({ ok: true, value: [] });
  });

  it('puts the text again when the receiver lost the picture', async () => {
    const desk = await aDesk();
    const calls: string[] = [];
    let isLost = true;
    const watched = noting(desk.backend, calls);
    const uploadOffset: BackendWriting['uploadOffset'] = async (id, call) => {
      const answer = isLost ? fail(problem('not-found')) : await watched.uploadOffset(id, call);
      isLost = false;
      return answer;
    };
    const outbox = desk.tab({
      backend: { ...but(desk.backend, { uploadOffset }), putSubmission: watched.putSubmission },
    });
    await outbox.submit(desk.submission('Kwijt', [await desk.picture(10)]));
    await outbox.flush();
    expect(calls).toEqual(['putSubmission', 'putSubmission', 'uploadOffset']);
    expect(only(outbox)).toMatchObject({ state: 'done' });
  });

  it('goes on at the offset that the receiver names', async () => {
    const desk = await aDesk();
    let isAhead = true;
    const uploadPiece: BackendWriting['uploadPiece'] = async (piece, call) => {
      const answer = await desk.backend.uploadPiece(piece, call);
      if (!isAhead) return answer;
      isAhead = false;
      return fail(problem('mismatching-upload-offset', { expectedOffset: PIECE_BYTES })); // another tab had just sent it
    };
    const outbox = desk.tab({ backend: but(desk.backend, { uploadPiece }) });
    await outbox.submit(desk.submission('Twee tabs', [await desk.picture(2 * PIECE_BYTES)]));
    await outbox.flush();
    expect(only(outbox)).toMatchObject({ state: 'done' });
  });

  it('sends smaller pieces when something in between finds them too large', async () => {
    const desk = await aDesk();
    const tooLarge: DeliveryProblem = { code: 'proxy-too-large', status: 413, retryable: true, message: '' };
    const uploadPiece: BackendWriting['uploadPiece'] = async (piece, call) =>
      piece.bytes.byteLength > 300_000 ? fail(tooLarge) : desk.backend.uploadPiece(piece, call);
    const outbox = desk.tab({ backend: but(desk.backend, { uploadPiece }) });
    await outbox.submit(desk.submission('Smalle poort', [await desk.picture(PIECE_BYTES)]));
    await desk.settle(outbox);
    expect(only(outbox)).toMatchObject({ state: 'done' });
  });

  it('does not send a picture that changed on the disk; the others arrive, and a person is told', async () => {
    const desk = await aDesk();
    const [damaged, whole] = [await desk.picture(10), await desk.picture(20)];
    await desk.database.store('chunks').setMany([[storageKeys.chunk(damaged.id, 0), new ArrayBuffer(10)]]);
    const outbox = desk.tab();
    await outbox.submit(desk.submission('Beschadigd', [damaged, whole]));
    await desk.settle(outbox);
    expect(only(outbox)).toMatchObject({ state: 'attention', problem: 'attachment-damaged', reference: '24-101' });
    expect(desk.backend.bytesOf(damaged.id)?.byteLength).toBe(0);
    expect(desk.backend.bytesOf(whole.id)?.byteLength).toBe(20);
  });

  it('is done when a picture was taken back', async () => {
    const desk = await aDesk();
    const [back, other] = [await desk.picture(10), await desk.picture(20)];
    const uploadOffset: BackendWriting['uploadOffset'] = async (id, call) => {
      if (id === back.id) await desk.backend.removeAttachment(id, call);
      return desk.backend.uploadOffset(id, call);
    };
    const outbox = desk.tab({ backend: but(desk.backend, { uploadOffset }) });
    await outbox.submit(desk.submission('Teruggenomen', [back, other]));
    await desk.settle(outbox);
    expect(only(outbox)).toMatchObject({ state: 'done', percent: 100 });
  });
});

describe('a storage that fails', () => {
  const full = { code: 'storage-full', message: '' } as const;
  const failing = (database: OwnerDatabase, isFailing: () => boolean): OwnerDatabase => ({
    ...database,
    store: (name) => {
      const store = database.store(name);
      return { ...store, setMany: async (entries) => (isFailing() ? fail(full) : store.setMany(entries)) };
    },
  });

  it('is said at once, and the question is sent all the same', async () => {
    const desk = await aDesk();
    const outbox = desk.tab({ database: failing(desk.database, () => true) });
    const question = desk.submission('Volle schijf');
    expect(await outbox.submit(question)).toEqual({ ok: true, value: { id: question.id, saved: false } });
    expect(only(outbox)).toMatchObject({ saved: false });
    await outbox.flush();
    expect(desk.backend.received.map(({ id }) => id)).toEqual([question.id]);
    expect(only(outbox)).toMatchObject({ state: 'done' });
  });

  it('is tried again: what only the page held becomes saved', async () => {
    const desk = await aDesk();
    let isFull = true;
    const backend = but(desk.backend, { putSubmission: async () => fail(noAnswer) });
    const outbox = desk.tab({ database: failing(desk.database, () => isFull), backend });
    const question = desk.submission('Even vol');
    await outbox.submit(question);
    await outbox.flush();
    isFull = false;
    await outbox.flush();
    expect(only(outbox)).toMatchObject({ saved: true });
    expect(await desk.database.store('items').keys('')).toEqual({
      ok: true,
      value: [storageKeys.body(question.id), storageKeys.row(question.id)],
    });
  });

  it('does not call saved what does not come back the same', async () => {
    const desk = await aDesk();
    const database: OwnerDatabase = {
      ...desk.database,
      store: (name) => {
        const store = desk.database.store(name);
        return {
          ...store,
          get: async <Value>(key: string) =>
            key.startsWith('body/') ? succeed(new ArrayBuffer(3) as Value) : store.get<Value>(key),
        };
      },
    };
    const outbox = desk.tab({ database });
    const question = desk.submission('Kapotte schijf');
    expect(await outbox.submit(question)).toEqual({ ok: true, value: { id: question.id, saved: false } });
  });
});
