import { describe, expect, it } from 'vitest';
import { fail } from '../../../src/foundation/result';
import { storageKeys } from '../../../src/storage';
import type { SealedValue } from '../../../src/storage/sealing/sealedValue';
import { aCupboard, aDisk, aSealedDatabase } from '../../support/sealing';
import { but, noAnswer, only } from './answers';
import { aDesk } from './desk';

/** A question that was sealed in a page that is gone, before the receiver answered. */
async function aQuestionLeft() {
  const desk = await aDesk();
  const [disk, source] = [aDisk(), aCupboard()];
  const open = () => aSealedDatabase({ owner: desk.owner, disk, source, clock: desk.clock });
  const page = desk.tab({
    database: open(),
    backend: but(desk.backend, { putSubmission: async () => fail(noAnswer) }),
  });
  const question = desk.submission('Kanarie');
  expect(await page.submit(question)).toEqual({ ok: true, value: { id: question.id, saved: true } });
  await page.flush();
  page.end();
  const body = async (): Promise<SealedValue | undefined> => {
    const kept = await disk.store('items').get<SealedValue>(storageKeys.body(question.id));
    return kept.ok ? kept.value : undefined;
  };
  return { desk, disk, source, question, body, nextPage: () => desk.tab({ database: open() }) };
}

describe('a question that was sealed in an earlier page', () => {
  it('is counted without the key, waits for it, and goes when it is there', async () => {
    const { desk, source, question, nextPage } = await aQuestionLeft();
    source.isReachable = false;
    const page = nextPage();
    desk.clock.pass(600_000);
    await page.flush();
    expect(only(page)).toMatchObject({ id: question.id, state: 'backoff', problem: 'key-away', saved: true });
    expect(await page.content(question.id)).toMatchObject({ ok: false, problem: { code: 'key-away' } });
    expect(desk.backend.received).toEqual([]);
    source.isReachable = true;
    await desk.settle(page);
    expect(only(page)).toMatchObject({ state: 'done' });
    expect(desk.backend.received.map(({ id }) => id)).toEqual([question.id]);
  });

  it('waits for a person when it was changed on the disk: nothing of it is sent, nothing is deleted', async () => {
    const { desk, disk, question, body, nextPage } = await aQuestionLeft();
    const kept = await body();
    if (!kept) throw new Error('Nothing was kept.');
    const bytes = new Uint8Array(kept.bytes.slice(0));
    bytes[20] = (bytes[20] ?? 0) ^ 1;
    const broken = { ...kept, bytes: bytes.buffer };
    await disk.store('items').setMany([[storageKeys.body(question.id), broken]]);
    const page = nextPage();
    await desk.settle(page);
    expect(only(page)).toMatchObject({ state: 'attention', problem: 'seal-broken' });
    expect(desk.backend.received).toEqual([]);
    expect(await body()).toEqual(broken);
    await page.discard(question.id);
    expect(await body()).toBeUndefined();
  });

  it('waits for a person when its key is gone, and the next question goes as always', async () => {
    const { desk, disk, source, question, body, nextPage } = await aQuestionLeft();
    const wiper = aSealedDatabase({ owner: desk.owner, disk, source, clock: desk.clock });
    await (
      await wiper.revocation()
    )();
    const page = nextPage();
    await desk.settle(page);
    expect(only(page)).toMatchObject({ state: 'attention', problem: 'key-gone' });
    expect(await body()).toBeDefined();
    const next = desk.submission('De volgende');
    await page.submit(next);
    await desk.settle(page);
    expect(desk.backend.received.map(({ id }) => id)).toEqual([next.id]);
    expect(page.items.value.map(({ id, state }) => [id, state]).sort()).toEqual(
      [
        [question.id, 'attention'],
        [next.id, 'done'],
      ].sort(),
    );
  });
});
