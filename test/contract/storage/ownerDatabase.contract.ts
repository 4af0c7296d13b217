import { expect, it } from 'vitest';
import { createChunkStore, type OwnerDatabase } from '../../../src/storage';
import { PIECE_BYTES } from '../../../src/protocol';

/** What every owner's database does, wherever it keeps things. `make` gives an empty one. */
export function ownerDatabaseContract(make: () => OwnerDatabase): void {
  it('gives nothing for a key that was never put', async () => {
    expect(await make().store('items').get('row/1')).toEqual({ ok: true, value: undefined });
  });

  it('gives back what was put, also bytes', async () => {
    const store = make().store('items');
    await store.setMany([
      ['row/1', { state: 'ready' }],
      ['body/1', Uint8Array.of(1, 2, 3).buffer],
    ]);
    expect(await store.get('row/1')).toEqual({ ok: true, value: { state: 'ready' } });
    const body = await store.get<ArrayBuffer>('body/1');
    expect(body.ok && body.value && [...new Uint8Array(body.value)]).toEqual([1, 2, 3]);
  });

  it('keeps bytes as they were when the caller changes its own', async () => {
    const store = make().store('items');
    const bytes = Uint8Array.of(1, 2, 3);
    await store.setMany([['body/1', bytes.buffer]]);
    bytes[0] = 9;
    const body = await store.get<ArrayBuffer>('body/1');
    expect(body.ok && body.value && [...new Uint8Array(body.value)]).toEqual([1, 2, 3]);
  });

  it('lists keys and entries by how they begin, in order', async () => {
    const store = make().store('items');
    await store.setMany([
      ['row/b', 2],
      ['row/a', 1],
      ['body/a', 3],
      ['rowing', 4],
    ]);
    expect(await store.keys('row/')).toEqual({ ok: true, value: ['row/a', 'row/b'] });
    expect(await store.entries('row/')).toEqual({
      ok: true,
      value: [
        ['row/a', 1],
        ['row/b', 2],
      ],
    });
    expect(await store.keys('none/')).toEqual({ ok: true, value: [] });
  });

  it('removes what is there and does not mind what is not', async () => {
    const store = make().store('drafts');
    await store.setMany([
      ['a', 1],
      ['b', 2],
    ]);
    expect(await store.removeMany(['a', 'never-there'])).toEqual({ ok: true, value: undefined });
    expect(await store.keys('')).toEqual({ ok: true, value: ['b'] });
  });

  it('keeps its rooms apart', async () => {
    const database = make();
    await database.store('items').setMany([['a', 1]]);
    expect(await database.store('chunks').keys('')).toEqual({ ok: true, value: [] });
    expect(await database.store('drafts').keys('')).toEqual({ ok: true, value: [] });
    expect(await database.store('meta').get('a')).toEqual({ ok: true, value: undefined });
  });

  it('is empty after a wipe, and works', async () => {
    const database = make();
    await database.store('items').setMany([['a', 1]]);
    await database.store('chunks').setMany([['b', 1]]);
    expect(await database.wipe()).toEqual({ ok: true, value: undefined });
    expect(await database.store('items').keys('')).toEqual({ ok: true, value: [] });
    expect(await database.store('chunks').keys('')).toEqual({ ok: true, value: [] });
    expect(await database.store('items').setMany([['a', 2]])).toEqual({ ok: true, value: undefined });
  });

  it('keeps a picture in pieces of a MiB and gives the whole back', async () => {
    const chunks = createChunkStore(make().store('chunks'));
    const bytes = Uint8Array.from({ length: 11 * PIECE_BYTES + 7 }, (_, index) => index % 251);
    await chunks.put('picture', bytes.buffer);
    expect(await chunks.count('picture')).toEqual({ ok: true, value: 12 });
    const last = await chunks.piece('picture', 11);
    expect(last.ok && last.value?.byteLength).toBe(7);
    const whole = await chunks.get('picture');
    expect(whole.ok && whole.value && Buffer.from(whole.value).equals(Buffer.from(bytes))).toBe(true);
  });

  it('removes one picture and leaves another', async () => {
    const chunks = createChunkStore(make().store('chunks'));
    await chunks.put('one', Uint8Array.of(1).buffer);
    await chunks.put('two', Uint8Array.of(2).buffer);
    await chunks.remove('one');
    expect(await chunks.get('one')).toEqual({ ok: true, value: undefined });
    expect((await chunks.count('two')).ok && (await chunks.count('two'))).toEqual({ ok: true, value: 1 });
  });
}
