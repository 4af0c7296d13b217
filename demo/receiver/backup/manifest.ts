import type { TableProof } from './tables';

/** Thrown where a backup or a restore can't be trusted; its message is for the operator. */
export class BackupRefused extends Error {
  override readonly name = 'BackupRefused';
}

/** What a backup holds: a restore must give exactly this. */
export interface Manifest {
  readonly madeAt: string;
  readonly migrations: readonly string[];
  readonly tables: Readonly<Record<string, TableProof>>;
  /** Hex of the SHA-256 of every file, by key. */
  readonly blobs: Readonly<Record<string, string>>;
}

/** Reads a manifest, or refuses: half a backup has none. */
export function readManifest(text: string): Manifest {
  const value: unknown = JSON.parse(text);
  const isManifest = typeof value === 'object' && value !== null && 'tables' in value && 'blobs' in value;
  if (!isManifest) throw new BackupRefused('This folder holds no backup of a receiver.');
  return value as Manifest; // written by `backup`; what it says is proved by the hashes
}

/** Says in one line how much it is. */
export function summaryOf({ tables, blobs }: Manifest): string {
  const rows = Object.values(tables).reduce((sum, table) => sum + table.rows, 0);
  return `${Object.keys(tables).length} tables, ${rows} rows, ${Object.keys(blobs).length} files`;
}
