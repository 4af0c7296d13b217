import { IDBDatabase, IDBFactory, IDBKeyRange, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hasDatabase, openOwnerDatabase, ownerDatabaseName } from '../../../src/storage';
import { ownerDatabaseContract } from './ownerDatabase.contract';

/** A page that comes later, or another tab: the same browser, another handle. */
const openAgain = () => openOwnerDatabase('cliendo-support:test');

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('IDBKeyRange', IDBKeyRange);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('a database in IndexedDB', () => {
  ownerDatabaseContract(openAgain);

  it('is not made before somebody puts something in or asks for something', async () => {
    const database = openAgain();
    database.store('items');
    expect(await hasDatabase('cliendo-support:test')).toBe(false);
    await database.store('items').get('a');
    expect(await hasDatabase('cliendo-support:test')).toBe(true);
  });

  it('has what was put when the page comes back', async () => {
    await openAgain()
      .store('items')
      .setMany([['row/1', 'saved']]);
    expect(await openAgain().store('items').get('row/1')).toEqual({ ok: true, value: 'saved' });
  });

  it('asks the browser to write through to the disk', async () => {
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
    await openAgain()
      .store('items')
      .setMany([['a', 1]]);
    expect(transaction).toHaveBeenCalledWith('items', 'readwrite', { durability: 'strict' });
  });

  it('puts all of it or nothing', async () => {
    const store = openAgain().store('items');
    const refused = await store.setMany([
      ['a', 1],
      ['b', () => 'a function cannot be kept'],
    ]);
    expect(refused.ok).toBe(false);
    expect(await store.keys('')).toEqual({ ok: true, value: [] });
  });

  it('lets another tab wipe, and starts anew afterwards', async () => {
    const [mine, other] = [openAgain(), openAgain()];
    await mine.store('items').setMany([['a', 1]]);
    let told = 0;
    mine.onDeleted(() => (told += 1));
    expect(await other.wipe()).toEqual({ ok: true, value: undefined });
    expect(await mine.store('items').keys('')).toEqual({ ok: true, value: [] });
    expect(told).toBe(1);
  });

  it('says that it is dead after close', async () => {
    const database = openAgain();
    database.close();
    expect(await database.store('items').get('a')).toMatchObject({ ok: false, problem: { code: 'storage-dead' } });
  });
});

describe('a database that breaks', () => {
  const failing = (error: Error, times: number) => {
    const real = IDBDatabase.prototype.transaction;
    let left = times;
    return vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
      this: IDBDatabase,
      ...given: Parameters<typeof real>
    ) {
      if (left-- > 0) throw error;
      return real.apply(this, given);
    });
  };

  it.each(['InvalidStateError', 'UnknownError'])('is opened again once when its handle died with %s', async (name) => {
    const store = openAgain().store('items');
    await store.setMany([['a', 1]]);
    failing(new DOMException('Connection to Indexed Database server lost.', name), 1);
    expect(await store.setMany([['b', 2]])).toEqual({ ok: true, value: undefined });
    expect(await store.keys('')).toEqual({ ok: true, value: ['a', 'b'] });
  });

  it('says that the storage is dead when the second handle is dead too, and does not throw', async () => {
    const store = openAgain().store('items');
    await store.setMany([['a', 1]]);
    failing(new DOMException('lost', 'UnknownError'), 2);
    expect(await store.setMany([['b', 2]])).toMatchObject({ ok: false, problem: { code: 'storage-dead' } });
  });

  it('is opened again after the browser closed it', async () => {
    const store = openAgain().store('items');
    await store.setMany([['a', 1]]);
    const open = vi.spyOn(IDBFactory.prototype, 'open');
    const closed = failing(new DOMException('closed', 'InvalidStateError'), 1);
    await store.get('a');
    expect(open).toHaveBeenCalledTimes(1);
    expect(closed).toHaveBeenCalledTimes(2);
  });

  it('says that the disk is full', async () => {
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    expect(
      await openAgain()
        .store('items')
        .setMany([['a', 1]]),
    ).toMatchObject({ ok: false, problem: { code: 'storage-full' } });
  });

  it('says that the browser refuses storage', async () => {
    vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
      throw new DOMException('third party', 'SecurityError');
    });
    expect(await openAgain().store('items').get('a')).toMatchObject({
      ok: false,
      problem: { code: 'storage-blocked' },
    });
  });

  it('says so where there is no IndexedDB at all', async () => {
    vi.stubGlobal('indexedDB', undefined);
    expect(await openAgain().store('items').get('a')).toMatchObject({ ok: false });
    expect(await hasDatabase('cliendo-support:test')).toBe(false);
  });
});

describe('the name of a database', () => {
  it('differs per owner and per receiver, and tells neither', async () => {
    const names = await Promise.all([
      ownerDatabaseName('https://a.test', 'sanne'),
      ownerDatabaseName('https://a.test', 'mehmet'),
      ownerDatabaseName('https://b.test', 'sanne'),
    ]);
    expect(new Set(names).size).toBe(3);
    expect(names.every((name) => /^cliendo-support:[\w-]{16}$/.test(name))).toBe(true);
  });

  it('is looked for even where the browser does not list databases', async () => {
    vi.stubGlobal('indexedDB', { open: () => undefined });
    expect(await hasDatabase('cliendo-support:test')).toBe(true);
  });
});
