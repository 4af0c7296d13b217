import { describe, expect, it } from 'vitest';
import type { BackendWriting } from '../../../src/delivery';
import { fail } from '../../../src/foundation/result';
import { PIECE_BYTES } from '../../../src/protocol';
import { storageKeys } from '../../../src/storage';
import { but, noAnswer, only } from './answers';
import { aClearedMessage, aDesk, noting, unsafe } from './desk';

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
      receivedAt: expect.any(String) as string,
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
    expect([...new Set(seen)]).toEqual([0, 6, 18, 43, 93, 100]);
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
    expect(offsets.map((offset) => offset / PIECE_BYTES)).toEqual([0, 0.25, 0.25, 0.5, 1, 2]);
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
