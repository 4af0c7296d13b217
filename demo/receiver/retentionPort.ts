import type { Id } from '../../src/foundation/id';
import type { PurgeLine } from '../../src/protocol/index';
import type { RetentionTerms } from './domain/retention';

/** Whose something was. */
export interface Owner {
  readonly owner: string;
  readonly organisation: { readonly id: string };
}

/** How many of each were erased. */
export type Purged = Readonly<Record<PurgeLine['what'], number>>;

/** What is kept no longer than its term. */
export interface RetentionStore {
  /** Erases what is past its term and writes down how much. Bytes follow: `doomedBlobs` names them. */
  purge(terms: RetentionTerms): Promise<Purged>;
  /** Keys of bytes whose rows are gone. */
  doomedBlobs(): Promise<readonly string[]>;
  /** Puts a key on that list: bytes may lie there that no row knows of. */
  doomBlob(key: string): Promise<void>;
  /** These bytes are gone. */
  forgetBlobs(keys: readonly string[]): Promise<void>;
  /** Why something of this asker was erased; nothing when no such id of theirs was. */
  grave(id: Id, asker: Owner): Promise<string | undefined>;
  /** Every purge, oldest first. */
  purges(): Promise<readonly PurgeLine[]>;
}
