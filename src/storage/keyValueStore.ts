import type { Undo } from '../foundation/lifetime';
import type { Failure, Result } from '../foundation/result';

/** The rooms of one owner's database. */
export type StoreName = 'items' | 'chunks' | 'drafts' | 'meta';

/**
 * Why the device could not keep or give something.
 * `storage-full`: no room left · `storage-blocked`: the browser refuses storage here · `storage-dead`: it was there and stopped answering.
 * Of what is sealed: `key-away` its key cannot be had now · `key-gone` it is gone for good · `seal-broken` it was changed since.
 */
export type StorageProblem = Failure<
  'storage-full' | 'storage-blocked' | 'storage-dead' | 'key-away' | 'key-gone' | 'seal-broken'
>;

/** Tells whether waiting does not help: the bytes are there and nobody will ever read them. */
export const isUnreadable = ({ code }: Pick<StorageProblem, 'code'>): boolean =>
  code === 'key-gone' || code === 'seal-broken';

/** What a store promises: a value, or a coded reason. It never throws. */
export type Stored<Value> = Promise<Result<Value, StorageProblem>>;

/** Keeps values by key. Values are plain: no Blobs, no functions. */
export interface KeyValueStore {
  /** Gives the value of a key; `undefined` when there is none. The caller knows the type it has put there. */
  get<Value>(key: string): Stored<Value | undefined>;
  /** Puts all of these or, when one fails, none. Resolves when they are on the disk, not before. */
  setMany(entries: readonly (readonly [key: string, value: unknown])[]): Stored<void>;
  /** Removes all of these or none. Keys that are not there do not matter. */
  removeMany(keys: readonly string[]): Stored<void>;
  /** Gives the keys that begin with `prefix`, in order. */
  keys(prefix: string): Stored<readonly string[]>;
  /** Gives keys and values whose key begins with `prefix`, in order. */
  entries<Value>(prefix: string): Stored<readonly (readonly [key: string, value: Value])[]>;
}

/** Everything the device keeps for one owner. Another owner has another database, so it is never even opened. */
export interface OwnerDatabase {
  /** Whether it is still there after a reload. It may become so: a device that is new to a person first needs a key. */
  readonly isLasting: boolean;
  /** Gives a room. Nothing is opened before the first call on it. */
  store(name: StoreName): KeyValueStore;
  /** Tells when what was put in it has become lasting. */
  onLasting(listener: () => void): Undo;
  /** Tells when another page has deleted everything: what was known of it holds no more. */
  onDeleted(listener: () => void): Undo;
  /** Gets a value ready to be put without a wait, for a page that may be left at any moment. Give it to `setMany` as it is. */
  prepare(room: StoreName, key: string, value: unknown): Promise<unknown>;
  /**
   * Gets ready to make what was ever sealed here unreadable for good, also what a disk keeps of deleted bytes.
   * The answer does it: it asks the receiver, and needs neither this database nor who is signed in any more.
   */
  revocation(): Promise<() => Promise<void>>;
  /** Deletes everything. */
  wipe(): Stored<void>;
  /** Lets go of the handle. Every later call gives `storage-dead`. */
  close(): void;
}
