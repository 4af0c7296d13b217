import type { RetentionTerms } from './domain/retention';
import type { Ports } from './ports';
import type { Purged } from './retentionPort';
import { troubleOf } from './troubles';

/** Erases what is past its term: rows first, in transactions, then the bytes; what a crash left of those goes the next time. */
export async function purgeOld(
  { store, blobs }: Pick<Ports, 'store' | 'blobs'>,
  terms: RetentionTerms,
): Promise<Purged> {
  const purged = await store.purge(terms);
  for (const key of await store.doomedBlobs()) await deleteBlobs({ store, blobs }, [key]);
  return purged;
}

/** Deletes bytes that are on the list of what must go. A store of bytes that is away is no reason to refuse what is done already: then the daily look does it. */
export const deleteBlobsSoon = (ports: Pick<Ports, 'store' | 'blobs'>, keys: readonly string[]): Promise<void> =>
  deleteBlobs(ports, keys).catch((error: unknown) => {
    if (troubleOf(error) === undefined) throw error;
  });

async function deleteBlobs({ store, blobs }: Pick<Ports, 'store' | 'blobs'>, keys: readonly string[]): Promise<void> {
  for (const key of keys) await blobs.delete(key);
  if (keys.length > 0) await store.forgetBlobs(keys);
}

/** What a receiver does once a day: erases what is past its term, and proves the access log. */
export async function lookDaily(ports: Pick<Ports, 'store' | 'blobs' | 'log'>, terms: RetentionTerms): Promise<void> {
  const purged = await purgeOld(ports, terms);
  ports.log.looked({ purged, ...(await ports.store.checkAccesses()) });
}
