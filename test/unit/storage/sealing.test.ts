import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { createChunkStore, type OwnerDatabase, type StoreName } from '../../../src/storage';
import type { SealedValue } from '../../../src/storage/sealing/sealedValue';
import { manualClock } from '../../support/builders';
import { aCupboard, aDisk, aSealedDatabase } from '../../support/sealing';

const WORDS = 'Kanarie: mevrouw Jansen is gevallen';
const textOf = (bytes: ArrayBuffer): string => Buffer.from(bytes).toString('latin1');
const bodyOf = (text: string): ArrayBuffer => new TextEncoder().encode(text).buffer;

/** Everything on a disk, as a text in which plain words would be found. */
async function everythingOn(disk: OwnerDatabase): Promise<string> {
  const rooms: readonly StoreName[] = ['items', 'chunks', 'drafts', 'meta'];
  const found = await Promise.all(rooms.map((room) => disk.store(room).entries<unknown>('')));
  return JSON.stringify(found, (_key, value: unknown) => (value instanceof ArrayBuffer ? textOf(value) : value));
}

/** Puts something of every kind. */
async function fill(database: OwnerDatabase): Promise<void> {
  await database.store('items').setMany([
    ['row/1', { state: 'ready' }],
    ['body/1', bodyOf(WORDS)],
  ]);
  await createChunkStore(database.store('chunks')).put('picture', bodyOf(WORDS));
  await database.store('drafts').setMany([['bundle', { value: WORDS }]]);
  await database.store('meta').setMany([['draft.left', { value: WORDS }]]);
}

const everythingIn = async (database: OwnerDatabase): Promise<readonly unknown[]> => [
  await database.store('items').get('row/1'),
  await database.store('items').get('body/1'),
  await createChunkStore(database.store('chunks')).get('picture'),
  await database.store('drafts').get('bundle'),
  await database.store('meta').get('draft.left'),
];

const ALL = [
  { ok: true, value: { state: 'ready' } },
  { ok: true, value: bodyOf(WORDS) },
  { ok: true, value: bodyOf(WORDS) },
  { ok: true, value: { value: WORDS } },
  { ok: true, value: { value: WORDS } },
];

describe('what a device keeps', () => {
  it('holds no word of a person, and the next page reads all of it', async () => {
    const [disk, source] = [aDisk(), aCupboard()];
    const page = aSealedDatabase({ disk, source });
    await fill(page);
    expect(page.isLasting).toBe(true);
    expect(await everythingOn(disk)).not.toContain('Kanarie');
    expect(await everythingIn(aSealedDatabase({ disk, source }))).toEqual(ALL);
  });

  it('is in clear where the host chose so: the same search finds the words', async () => {
    const disk = aDisk();
    await fill(aSealedDatabase({ disk, isSealing: false }));
    expect(await everythingOn(disk)).toContain('Kanarie');
  });

  it('holds no secret: with the whole disk and without the receiver nothing opens', async () => {
    const [disk, source] = [aDisk(), aCupboard()];
    await fill(aSealedDatabase({ disk, source }));
    source.isReachable = false;
    const next = aSealedDatabase({ disk, source });
    expect(await next.store('items').get('body/1')).toMatchObject({ ok: false, problem: { code: 'key-away' } });
    expect(await next.store('items').get('row/1')).toEqual(ALL[0]);
    source.isReachable = true;
    expect(await next.store('items').get('body/1')).toEqual(ALL[1]);
  });

  it('can be sealed while the receiver is out of reach, and sent in the same page without it', async () => {
    const [disk, source] = [aDisk(), aCupboard()];
    await fill(aSealedDatabase({ disk, source }));
    source.isReachable = false;
    const page = aSealedDatabase({ disk, source });
    await page.store('items').setMany([['body/2', bodyOf('Tijdens de storing')]]);
    expect(page.isLasting).toBe(true);
    expect(await page.store('items').get('body/2')).toEqual({ ok: true, value: bodyOf('Tijdens de storing') });
    source.isReachable = true;
    expect(await aSealedDatabase({ disk, source }).store('items').get('body/2')).toMatchObject({ ok: true });
  });

  it('never changes with the same bytes: a picture that is kept twice looks different twice', async () => {
    const [disk, source] = [aDisk(), aCupboard()];
    const page = aSealedDatabase({ disk, source });
    const seen = new Set<string>();
    for (let times = 0; times < 20; times++) {
      await page.store('drafts').setMany([['bundle', WORDS]]);
      const kept = await disk.store('drafts').get<SealedValue>('bundle');
      if (kept.ok && kept.value) seen.add(textOf(kept.value.bytes));
    }
    expect(seen.size).toBe(20);
  });

  it('is sealed by the next version when it was kept in clear by the one before', async () => {
    const [disk, source] = [aDisk(), aCupboard()];
    await fill(disk);
    const page = aSealedDatabase({ disk, source });
    expect(await everythingIn(page)).toEqual(ALL);
    await page.store('items').entries('row/');
    await expect.poll(() => everythingOn(disk)).not.toContain('Kanarie');
    expect(await everythingIn(page)).toEqual(ALL);
    expect(await everythingIn(aSealedDatabase({ disk, source, isSealing: false }))).toEqual(ALL);
  });

  it('takes the last of two values that were put at the same time', async () => {
    const page = aSealedDatabase();
    const long = 'lang '.repeat(100_000);
    await Promise.all([
      page.store('drafts').setMany([['bundle', long]]),
      page.store('drafts').setMany([['bundle', 'kort']]),
    ]);
    expect(await page.store('drafts').get('bundle')).toEqual({ ok: true, value: 'kort' });
  });
});

describe('a device that is new to a person', () => {
  it('keeps nothing on the disk and says so, until the receiver has given a key', async () => {
    const [disk, source, clock] = [aDisk(), aCupboard(), manualClock()];
    source.isReachable = false;
    const page = aSealedDatabase({ disk, source, clock });
    let told = 0;
    page.onLasting(() => (told += 1));
    await fill(page);
    expect(page.isLasting).toBe(false);
    expect(await everythingIn(page)).toEqual(ALL);
    expect(await disk.store('items').keys('')).toEqual({ ok: true, value: [] });
    expect(await everythingOn(disk)).not.toContain('Kanarie');

    source.isReachable = true;
    clock.pass(5_000);
    await page.store('items').entries('row/');
    expect(page.isLasting).toBe(true);
    expect(told).toBe(1);
    expect(await everythingOn(disk)).not.toContain('Kanarie');
    expect(await everythingIn(aSealedDatabase({ disk, source }))).toEqual(ALL);
  });

  it('asks at most once in two seconds, however much is typed, also when the clock was set back', async () => {
    const [source, clock] = [aCupboard(), manualClock()];
    source.isReachable = false;
    const page = aSealedDatabase({ source, clock });
    for (let times = 0; times < 10; times++) await page.store('drafts').setMany([['bundle', times]]);
    expect(source.asked).toHaveLength(1);
    clock.pass(-86_400_000);
    await page.store('drafts').setMany([['bundle', 'na het verzetten']]);
    expect(source.asked).toHaveLength(2);
  });

  it('keeps in memory what is put while a slow receiver is asked, after two seconds of waiting', async () => {
    const [disk, time, real] = [aDisk(), manualClock(), aCupboard()];
    let waits = 0;
    const clock = { ...time, after: (ms: number, action: () => void) => ((waits += 1), time.after(ms, action)) };
    let answer = (): void => undefined;
    const asked = new Promise<void>((resolve) => (answer = resolve));
    const source = { ...real, fetch: async (device: never) => (await asked, real.fetch(device)) };
    const page = aSealedDatabase({ disk, source, clock });
    const put = page.store('drafts').setMany([['bundle', WORDS]]);
    await expect.poll(() => waits).toBe(1);
    time.pass(2_000);
    expect(await put).toEqual({ ok: true, value: undefined });
    expect(page.isLasting).toBe(false);
    answer();
    await expect.poll(() => page.isLasting).toBe(true);
    expect(await aSealedDatabase({ disk, source: real }).store('drafts').get('bundle')).toEqual({
      ok: true,
      value: WORDS,
    });
  });
});

describe('a key that is gone', () => {
  it('is said, deletes nothing, and a new one seals what comes after', async () => {
    const [disk, source] = [aDisk(), aCupboard()];
    const page = aSealedDatabase({ disk, source });
    await fill(page);
    await (
      await page.revocation()
    )();
    const next = aSealedDatabase({ disk, source, newId: () => '11111111-1111-4111-8111-111111111111' as never });
    expect(await next.store('items').get('body/1')).toMatchObject({ ok: false, problem: { code: 'key-gone' } });
    const kept = await disk.store('items').get('body/1');
    expect(kept.ok && kept.value).toBeTruthy();
    await next.store('items').setMany([['body/2', bodyOf('Na de oude sleutel')]]);
    const later = aSealedDatabase({ disk, source });
    expect(await later.store('items').get('body/2')).toMatchObject({ ok: true });
    expect(await later.store('items').get('body/1')).toMatchObject({ ok: false, problem: { code: 'key-gone' } });
  });

  it('leaves ciphertext that is dead, also for who copied the disk before the wipe', async () => {
    const [disk, source] = [aDisk(), aCupboard()];
    const page = aSealedDatabase({ disk, source });
    await fill(page);
    const copied = await disk.store('items').get<SealedValue>('body/1');
    const known = await disk.store('meta').entries<unknown>('');
    const revoke = await page.revocation();
    await page.wipe();
    page.close();
    await revoke();
    expect(JSON.parse(await everythingOn(disk))).toEqual([1, 2, 3, 4].map(() => ({ ok: true, value: [] })));
    const thief = aDisk();
    if (copied.ok && known.ok) {
      await thief.store('meta').setMany(known.value);
      await thief.store('items').setMany([['body/1', copied.value]]);
    }
    expect(await aSealedDatabase({ disk: thief, source }).store('items').get('body/1')).toMatchObject({
      ok: false,
      problem: { code: 'key-gone' },
    });
  });
});

describe('what was changed on the disk', () => {
  const broken = { ok: false, problem: { code: 'seal-broken' } };

  it('does not open with any one bit of it turned over', async () => {
    const [disk, source] = [aDisk(), aCupboard()];
    await aSealedDatabase({ disk, source })
      .store('items')
      .setMany([['body/1', bodyOf(WORDS)]]);
    const kept = await disk.store('items').get<SealedValue>('body/1');
    if (!kept.ok || !kept.value) throw new Error('Nothing was kept.');
    const sealed = kept.value;
    const page = aSealedDatabase({ disk, source });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('bytes' as const, 'lock' as const),
        fc.nat(),
        fc.integer({ min: 0, max: 7 }),
        async (part, at, bit) => {
          const bytes = new Uint8Array(sealed[part].slice(0));
          const index = at % bytes.length;
          bytes[index] = (bytes[index] ?? 0) ^ (1 << bit);
          await disk.store('items').setMany([['body/1', { ...sealed, [part]: bytes.buffer }]]);
          expect(await page.store('items').get('body/1')).toMatchObject(broken);
        },
      ),
      { numRuns: 200 },
    );
    await disk.store('items').setMany([['body/1', { ...sealed, holds: 'json' }]]);
    expect(await page.store('items').get('body/1')).toMatchObject(broken);
    await disk.store('items').setMany([['body/1', { ...sealed, bytes: sealed.bytes.slice(0, 20) }]]);
    expect(await page.store('items').get('body/1')).toMatchObject(broken);
    await disk.store('items').setMany([['body/1', sealed]]);
    expect(await page.store('items').get('body/1')).toMatchObject({ ok: true });
  });

  it('does not open in the place of another piece, another item or another room', async () => {
    const [disk, source] = [aDisk(), aCupboard()];
    const page = aSealedDatabase({ disk, source });
    await page.store('chunks').setMany([
      ['one/0', bodyOf('a')],
      ['one/1', bodyOf('b')],
      ['two/0', bodyOf('c')],
    ]);
    const swap = async (from: string, [room, to]: readonly [StoreName, string]): Promise<unknown> => {
      const kept = await disk.store('chunks').get<SealedValue>(from);
      if (kept.ok) await disk.store(room).setMany([[to, kept.value]]);
      return page.store(room).get(to);
    };
    expect(await swap('one/1', ['chunks', 'one/0'])).toMatchObject(broken);
    expect(await swap('one/1', ['chunks', 'two/0'])).toMatchObject(broken);
    expect(await swap('one/1', ['items', 'body/1'])).toMatchObject(broken);
  });

  it('does not open for another person, who has no key for it either', async () => {
    const [disk, source] = [aDisk(), aCupboard()];
    await fill(aSealedDatabase({ disk, source }));
    const withHerKeys = aSealedDatabase({ disk, source, owner: 'mehmet' });
    expect(await withHerKeys.store('items').get('body/1')).toMatchObject(broken);
    const withHisOwn = aSealedDatabase({ disk, source: aCupboard('mehmet'), owner: 'mehmet' });
    expect(await withHisOwn.store('items').get('body/1')).toMatchObject({ ok: false, problem: { code: 'key-gone' } });
  });
});

describe('a disk that is nearly full', () => {
  it('refuses a picture that would take more than half of what is left, and keeps words', async () => {
    vi.stubGlobal('navigator', { storage: { estimate: async () => ({ quota: 3_000_000, usage: 1_000_000 }) } });
    const page = aSealedDatabase();
    const put = (bytes: number) => page.store('chunks').setMany([['one/0', new ArrayBuffer(bytes)]]);
    expect(await put(1_000_001)).toMatchObject({ ok: false, problem: { code: 'storage-full' } });
    expect(await put(999_999)).toEqual({ ok: true, value: undefined });
    expect(await page.store('drafts').setMany([['bundle', WORDS]])).toEqual({ ok: true, value: undefined });
    vi.unstubAllGlobals();
  });
});
