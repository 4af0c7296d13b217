import type { Outbox } from '../../delivery';
import { createLifetime } from '../../foundation/lifetime';
import { createChunkStore, createMemoryDatabase, openOwnerDatabase, ownerDatabaseName, pieceDigests, type ChunkStore, type OwnerDatabase } from '../../storage';
import { once } from '../once';
import type { Settings } from '../settings';

/** Everything of one person on this device. Another person has another space; spaces never see each other. */
export interface OwnerSpace {
  /** Hash of issuer, organisation and subject; empty while nobody is signed in. */
  readonly owner: string;
  readonly database: OwnerDatabase;
  readonly chunks: ChunkStore;
  /** Gives the digest of each piece of an attachment, as the receiver will check them. */
  digests(bytes: ArrayBuffer): Promise<readonly string[]>;
  /** Gives this owner's outbox; fetches its chunk the first time. */
  outbox(): Promise<Outbox>;
  /** Stops what runs for this owner and lets go of the database. What is stored stays. */
  end(): void;
}

/** What a space is made with. */
export interface OwnerSpaceOptions {
  readonly owner: string;
  readonly settings: Settings;
  makeOutbox(space: Pick<OwnerSpace, 'owner' | 'database'>): Promise<Outbox>;
}

/** Creates the space of an owner. Nobody's space lives in memory: there is no key to file it under. */
export async function createOwnerSpace({ owner, settings, makeOutbox }: OwnerSpaceOptions): Promise<OwnerSpace> {
  const isKept = owner !== '' && settings.storage.mode === 'device';
  const database = isKept ? openOwnerDatabase(await ownerDatabaseName(backendName(settings), owner)) : createMemoryDatabase();
  const room = { owner, database, chunks: createChunkStore(database.store('chunks')), digests: pieceDigests };
  const lifetime = createLifetime();
  lifetime.add(() => database.close());
  return {
    ...room,
    outbox: once(async () => {
      const outbox = await makeOutbox(room);
      lifetime.add(() => outbox.end());
      return outbox;
    }),
    end: () => lifetime.end(),
  };
}

/** What the databases of this receiver are filed under; an object of the host's has one name for all. */
export const backendName = ({ backend }: Settings): string => (typeof backend === 'string' ? backend : 'backend');
