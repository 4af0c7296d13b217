import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/node-postgres';
import { Pool } from 'pg';
import { inject } from 'vitest';
import { createDiskBlobs } from '../../../demo/receiver/adapters/diskBlobs';
import { openBlobs } from '../../../demo/receiver/adapters/openBlobs';
import type { OpenDatabase } from '../../../demo/receiver/adapters/openDatabase';
import { openInMemory } from '../../../demo/receiver/adapters/pglite/openPglite';
import { openPostgres } from '../../../demo/receiver/adapters/postgres/openPostgres';
import type { BlobStore } from '../../../demo/receiver/ports';
import type { Database } from '../../../demo/receiver/store/database';
import { newDatabase } from '../../support/storages/postgres';
import { newBucket, SWIFT_KEYS } from '../../support/storages/swift';

/** What a receiver under test keeps things in: the project of the run decides (`config/vitest.config.ts`). */
export interface StoragesUnderTest {
  readonly opened: OpenDatabase;
  /** The same database for whoever is allowed everything. */
  readonly behind: Database;
  readonly blobs: BlobStore;
  /** Opens the same ones once more, as another receiver does; not on PGlite, which belongs to one process. */
  again?(): Promise<StoragesUnderTest>;
  close(): Promise<void>;
}

/** Opens new, empty storages. */
export async function openStorages(folder: string): Promise<StoragesUnderTest> {
  const { postgres, swift } = inject('storages') ?? {};
  const blobs =
    swift === undefined ? createDiskBlobs(join(folder, 'blobs')) : await openBlobs(await newBucket(swift), SWIFT_KEYS);
  if (postgres === undefined) {
    const opened = await openInMemory();
    return { opened, behind: opened.database, blobs, close: () => opened.close() };
  }
  return onPostgres(await newDatabase(postgres), blobs);
}

async function onPostgres(
  given: { readonly url: string; readonly adminUrl: string },
  blobs: BlobStore,
): Promise<StoragesUnderTest> {
  const { url, adminUrl } = given;
  const opened = await openPostgres(url);
  const admin = new Pool({ connectionString: adminUrl, max: 2 });
  admin.on('error', () => undefined); // the server may stop before the last connection is closed
  return {
    opened,
    behind: drizzle({ client: admin }),
    blobs,
    again: () => onPostgres(given, blobs),
    async close() {
      await opened.close();
      await admin.end();
    },
  };
}
