import type { StoreName } from './keyValueStore';

/** Raised when a room is added. Rows grow by members only, so it is not raised for those. */
export const SCHEMA_VERSION = 1;

/** Every room, made when a database is new. */
export const STORE_NAMES: readonly StoreName[] = ['items', 'chunks', 'drafts', 'meta'];

/** Where the questions that somebody works on stand in `drafts`. */
export const DRAFT_KEY = 'bundle';
/** On which channel tabs of one person tell each other that those were saved. */
export const draftChannel = (owner: string): string => `cliendo-support:draft:${owner}`;

/** Keys, in one place. Ids have no `/`, so no prefix reaches into another's keys. */
export const storageKeys = {
  /** `items`: what the outbox knows of an item. */
  row: (item: string) => `row/${item}`,
  /** `items`: the exact bytes that are sent. */
  body: (item: string) => `body/${item}`,
  /** `chunks`: one MiB of an attachment. */
  chunk: (attachment: string, index: number) => `${attachment}/${index}`,
} as const;
