import { join } from 'node:path';
import { openBlobs, type S3Secrets } from '../receiver/adapters/openBlobs';
import type { OpenDatabase } from '../receiver/adapters/openDatabase';
import { openPglite } from '../receiver/adapters/pglite/openPglite';
import { takeLock } from '../receiver/adapters/lockFile';
import { openPostgres } from '../receiver/adapters/postgres/openPostgres';
import type { BlobStore } from '../receiver/ports';

/** Where the receiver keeps things. */
export interface StorageSettings {
  /** What is this receiver's alone: at least what is still coming in. */
  readonly dataFolder: string;
  /** Of PostgreSQL; default: PGlite in the data folder. */
  readonly databaseUrl?: string;
  /** `disk:<folder>` or `s3://<bucket>?endpoint=<url>`; default: in the data folder. */
  readonly blobStore?: string;
  readonly s3Secrets?: S3Secrets;
}

/** Open storages and the way to close them. */
export interface Storages extends OpenDatabase {
  readonly blobs: BlobStore;
}

/** Reads the settings of a process. */
export const storageSettings = (dataFolder: string, env: NodeJS.ProcessEnv): StorageSettings => ({
  dataFolder,
  ...(env['DATABASE_URL'] && { databaseUrl: env['DATABASE_URL'] }),
  ...(env['BLOB_STORE'] && { blobStore: env['BLOB_STORE'] }),
  s3Secrets: env,
});

/** Opens the database and the store of bytes, or throws `StartRefused`. */
export async function openStorages(settings: StorageSettings): Promise<Storages> {
  const { dataFolder, blobStore = `disk:${join(dataFolder, 'blobs')}`, s3Secrets = {} } = settings;
  const opened = await openDatabase(settings);
  try {
    return { ...opened, blobs: await openBlobs(blobStore, s3Secrets) };
  } catch (error) {
    await opened.close();
    throw error;
  }
}

async function openDatabase({ dataFolder, databaseUrl }: StorageSettings): Promise<OpenDatabase> {
  if (databaseUrl === undefined) return openPglite(dataFolder);
  const release = takeLock(join(dataFolder, 'receiver.lock'));
  try {
    const opened = await openPostgres(databaseUrl);
    return {
      ...opened,
      async close() {
        await opened.close();
        release();
      },
    };
  } catch (error) {
    release();
    throw error;
  }
}
