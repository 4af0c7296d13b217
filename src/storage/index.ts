/**
 * What the device keeps, per owner: drafts, the outbox, bytes of attachments.
 *
 * Terms: a *database* belongs to one owner and has four rooms (*stores*); a *chunk* is 1 MiB of an attachment.
 * Invariants: nothing is opened at import or before the first call; a write that resolved is on the disk;
 * trouble is a coded `StorageProblem`, never a throw; a dead handle is opened again once.
 */
export { isUnreadable } from './keyValueStore';
export type { KeyValueStore, OwnerDatabase, StorageProblem, Stored, StoreName } from './keyValueStore';
export { createMemoryDatabase } from './memoryStore';
export { createChunkStore, type ChunkStore } from './chunkStore';
export { keep, stillKept, type Kept } from './expiry';
export { DRAFT_KEY, draftChannel, storageKeys } from './schema';
export { contentDigest, pieceDigests, sha256, textHash } from './browser/digest';
export { openOwnerDatabase } from './browser/indexedDbStore';
export { hasDatabase, ownerDatabaseName } from './browser/ownerDatabase';
