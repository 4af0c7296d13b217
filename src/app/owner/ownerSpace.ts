import type { Outbox } from '../../delivery';
import { isId, type Id } from '../../foundation/id';
import { createLifetime } from '../../foundation/lifetime';
import { succeed, type Failure, type Result } from '../../foundation/result';
import {
  createChunkStore,
  createMemoryDatabase,
  openOwnerDatabase,
  ownerDatabaseName,
  pieceDigests,
  type ChunkStore,
  type OwnerDatabase,
} from '../../storage';
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
  /** The number of this browser for this person: made once, so that the receiver can tell two devices apart. */
  device(): Promise<Result<Id, Failure>>;
  /** Gives this owner's outbox; fetches its chunk the first time. */
  outbox(): Promise<Outbox>;
  /** Stops what runs for this owner and lets go of the database. What is stored stays. */
  end(): void;
}

/** What a space is made with. */
export interface OwnerSpaceOptions {
  readonly owner: string;
  readonly settings: Settings;
  newId(): Id;
  /** Makes what the owner's values pass on their way to the disk. */
  seal(owner: string, disk: OwnerDatabase): Promise<OwnerDatabase>;
  makeOutbox(space: Pick<OwnerSpace, 'owner' | 'database'>): Promise<Outbox>;
}

/** Creates the space of an owner. Nobody's space lives in memory: there is no key to file it under. */
export async function createOwnerSpace({
  owner,
  settings,
  newId,
  seal,
  makeOutbox,
}: OwnerSpaceOptions): Promise<OwnerSpace> {
  const isKept = owner !== '' && settings.storage.mode === 'device';
  const database = isKept
    ? await seal(owner, openOwnerDatabase(await ownerDatabaseName(backendName(settings), owner)))
    : createMemoryDatabase();
  const room = { owner, database, chunks: createChunkStore(database.store('chunks')), digests: pieceDigests };
  const lifetime = createLifetime();
  lifetime.add(() => database.close());
  return {
    ...room,
    device: () => deviceIn(database, newId),
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

async function deviceIn(database: OwnerDatabase, newId: () => Id): Promise<Result<Id, Failure>> {
  const meta = database.store('meta');
  const known = await meta.get('device');
  if (!known.ok) return known;
  if (isId(known.value)) return succeed(known.value);
  const device = newId();
  const kept = await meta.setMany([['device', device]]);
  return kept.ok ? succeed(device) : kept;
}
