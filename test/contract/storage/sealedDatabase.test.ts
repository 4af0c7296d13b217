import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, vi } from 'vitest';
import { openOwnerDatabase } from '../../../src/storage';
import { aCupboard, aSealedDatabase } from '../../support/sealing';
import { ownerDatabaseContract } from './ownerDatabase.contract';

describe('a sealed database', () => ownerDatabaseContract(aSealedDatabase));

describe('a sealed database that cannot get a key', () =>
  ownerDatabaseContract(() => aSealedDatabase({ source: { ...aCupboard(), isReachable: false } as never })));

describe('a database that seals nothing, by the choice of the host', () =>
  ownerDatabaseContract(() => aSealedDatabase({ isSealing: false })));

describe('a sealed database in IndexedDB', () => {
  beforeEach(() => {
    vi.stubGlobal('indexedDB', new IDBFactory());
    vi.stubGlobal('IDBKeyRange', IDBKeyRange);
  });
  afterEach(() => vi.unstubAllGlobals());
  ownerDatabaseContract(() => aSealedDatabase({ disk: openOwnerDatabase('cliendo-support:test') }));
});
