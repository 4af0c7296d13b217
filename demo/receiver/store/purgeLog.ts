import type { Database } from './database';
import { doomedBlob, purgeLog } from './tables';

/** Puts bytes on the list of what must go: they are deleted after the commit, and again after a crash. */
export async function doom(tx: Database, keys: readonly string[], at: Date): Promise<void> {
  if (keys.length > 0)
    await tx
      .insert(doomedBlob)
      .values(keys.map((blobKey) => ({ blobKey, at })))
      .onConflictDoNothing();
}

/** One line of the purge log: counts, never content. */
export interface Purge {
  readonly at: Date;
  readonly organisation: string;
  readonly what: (typeof purgeLog.$inferSelect)['what'];
  readonly why: string;
  readonly items: number;
}

/** Writes down that something went. */
export async function notePurge(tx: Database, { organisation, ...purge }: Purge): Promise<void> {
  if (purge.items > 0) await tx.insert(purgeLog).values({ ...purge, organisationId: organisation });
}
