import type { RetentionTerms } from './domain/retention';
import type { Ports } from './ports';
import type { Purged } from './retentionPort';

/** Erases what is past its term: rows first, in transactions, then the bytes; what a crash left of those goes the next time. */
export async function purgeOld(
  { store, blobs }: Pick<Ports, 'store' | 'blobs'>,
  terms: RetentionTerms,
): Promise<Purged> {
  const purged = await store.purge(terms);
  for (const key of await store.doomedBlobs()) {
    await blobs.delete(key);
    await store.forgetBlob(key);
  }
  return purged;
}

/** What a receiver does once a day: erases what is past its term, and proves the access log. */
export async function lookDaily(ports: Pick<Ports, 'store' | 'blobs' | 'log'>, terms: RetentionTerms): Promise<void> {
  const purged = await purgeOld(ports, terms);
  ports.log.looked({ purged, ...(await ports.store.checkAccesses()) });
}
