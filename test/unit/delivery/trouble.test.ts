import { describe, expect, it } from 'vitest';
import type { BackendWriting, DeliveryProblem } from '../../../src/delivery';
import { fail, succeed } from '../../../src/foundation/result';
import { PIECE_BYTES } from '../../../src/protocol';
import { storageKeys } from '../../../src/storage';
import { but, only, said } from './answers';
import { aDesk, noting } from './desk';

describe('trouble', () => {
  it('waits as long as the receiver asks, also when the person comes back to the page', async () => {
    const desk = await aDesk();
    let isBusy = true;
    let wake = (): void => undefined;
    const putSubmission: BackendWriting['putSubmission'] = async (item, call) =>
      isBusy ? fail(said('rate-limited', { retryAfterMs: 60_000 })) : desk.backend.putSubmission(item, call);
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
    const putSubmission = async () => (tries++, fail(said('maintenance')));
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
      isRight ? desk.backend.putSubmission(item, call) : fail(said('forbidden-origin'));
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
    const outbox = desk.tab({ backend: but(desk.backend, { putSubmission: async () => fail(said('malformed')) }) });
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
      const answer = isLost ? fail(said('not-found')) : await watched.uploadOffset(id, call);
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
      return fail(said('mismatching-upload-offset', { expectedOffset: PIECE_BYTES })); // another tab had just sent it
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

  it('keeps the picture that not even the smallest piece of gets through, with its question, and sends it when the person tries again', async () => {
    const desk = await aDesk();
    let isNarrow = true;
    const tooLarge: DeliveryProblem = { code: 'proxy-too-large', status: 413, retryable: true, message: '' };
    const uploadPiece: BackendWriting['uploadPiece'] = async (piece, call) =>
      isNarrow ? fail(tooLarge) : desk.backend.uploadPiece(piece, call);
    const outbox = desk.tab({ backend: but(desk.backend, { uploadPiece }) });
    const picture = await desk.picture(PIECE_BYTES);
    const question = desk.submission('Dichte poort', [picture]);
    await outbox.submit(question);
    await desk.settle(outbox);
    expect(only(outbox)).toMatchObject({ state: 'attention', problem: 'proxy-too-large', reference: '24-101' });
    expect(await outbox.content(question.id)).toEqual({ ok: true, value: question.submission });
    expect(await desk.database.store('chunks').keys(picture.id)).toMatchObject({ value: [expect.any(String)] });
    isNarrow = false;
    await outbox.retry(question.id);
    await desk.settle(outbox);
    expect(only(outbox)).toMatchObject({ state: 'done' });
    expect(desk.backend.bytesOf(picture.id)?.byteLength).toBe(PIECE_BYTES);
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
