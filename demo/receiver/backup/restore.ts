import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import type { Database } from '../store/database';
import { takeReceiverSide } from '../store/rows';
import type { Kept } from './backup';
import { BackupRefused, readManifest, type Manifest } from './manifest';
import { insertLines, linesOf, proofOf, rowsOf, tableNames } from './tables';

/**
 * Fills an empty receiver from a backup and proves that it holds exactly what the backup says.
 * Everything is in one transaction: when a count or a hash differs, nothing was restored.
 */
export async function restore({ database, blobs }: Kept, folder: string, spoolFolder: string): Promise<Manifest> {
  const manifest = await readFile(join(folder, 'manifest.json'), 'utf8').then(readManifest, () => {
    throw new BackupRefused('There is no manifest: the backup was cut off, or this is another folder.');
  });
  await database.transaction((tx) => mustBeFresh(tx, manifest));
  await mkdir(spoolFolder, { recursive: true, mode: 0o700 });
  for (const [key, hash] of Object.entries(manifest.blobs)) {
    const copy = join(spoolFolder, randomUUID());
    await copyFile(join(folder, 'blobs', key), copy);
    if ((await hashOf(createReadStream(copy))) !== hash) throw new BackupRefused('A file of the backup was changed.');
    await blobs.put(key, copy);
  }
  await database.transaction((tx) => fill(tx, join(folder, 'tables'), manifest));
  for (const [key, hash] of Object.entries(manifest.blobs))
    if ((await hashOf(await blobs.get(key))) !== hash) throw new BackupRefused('A restored file is not the same.');
  return manifest;
}

/** The same tables, and nothing in them: a restore never mixes with what is there. */
async function mustBeFresh(database: Database, { migrations, tables }: Manifest): Promise<void> {
  await takeReceiverSide(database);
  const done = await rowsOf<{ name: string }>(database, 'select name from migration');
  const known = new Set(done.map(({ name }) => name));
  if (known.size !== migrations.length || !migrations.every((name) => known.has(name)))
    throw new BackupRefused(
      'The backup was made by another version of the receiver: restore it with that one, then update.',
    );
  for (const table of Object.keys(tables).filter((name) => name !== 'migration')) {
    const [found] = await rowsOf<{ some: boolean }>(database, `select exists (select from "${table}") as some`);
    if (found?.some !== false) throw new BackupRefused('The receiver is not empty: restore into a new data folder.');
  }
}

async function fill(tx: Database, folder: string, { tables }: Manifest): Promise<void> {
  await takeReceiverSide(tx);
  await rowsOf(tx, "set local time zone 'UTC'");
  const takeRulesBack = await suspendRules(tx);
  await rowsOf(tx, 'delete from migration');
  await rowsOf(tx, 'alter table access_log drop constraint access_log_is_chained'); // rows from before the chain come back as they were
  for (const table of await tableNames(tx)) {
    const text = await readFile(join(folder, `${table}.jsonl`), 'utf8');
    await insertLines(tx, table, text.split('\n').slice(0, -1));
    await setCounters(tx, table);
    const [found, wanted] = [proofOf(await linesOf(tx, table)), tables[table]];
    if (found.rows !== wanted?.rows || found.sha256 !== wanted.sha256)
      throw new BackupRefused(`The table ${table} is not what the manifest says.`);
  }
  await takeRulesBack();
  await rowsOf(
    tx,
    `alter table access_log add constraint access_log_is_chained
     check (place is not null and previous_hash is not null and hash is not null) not valid`,
  );
}

/**
 * Lets rows come in any order, and as they were: references are judged at the end, triggers not at all; the hashes prove the rows.
 * It needs no superuser, only the owner of the tables, which the receiver's user is. Nobody else can write meanwhile: the tables are locked.
 */
async function suspendRules(tx: Database): Promise<() => Promise<void>> {
  const references = await rowsOf<{ of: string; name: string }>(
    tx,
    `select conrelid::regclass::text as of, quote_ident(conname) as name from pg_constraint
     where contype = 'f' and connamespace = 'public'::regnamespace and not condeferrable order by 1, 2`,
  );
  const guarded = await rowsOf<{ of: string }>(
    tx,
    `select distinct tgrelid::regclass::text as of from pg_trigger join pg_class on pg_class.oid = tgrelid
     where not tgisinternal and relnamespace = 'public'::regnamespace order by 1`,
  );
  for (const { of, name } of references) await rowsOf(tx, `alter table ${of} alter constraint ${name} deferrable`);
  for (const { of } of guarded) await rowsOf(tx, `alter table ${of} disable trigger user`);
  await rowsOf(tx, 'set constraints all deferred');
  return async () => {
    await rowsOf(tx, 'set constraints all immediate');
    for (const { of, name } of references)
      await rowsOf(tx, `alter table ${of} alter constraint ${name} not deferrable`);
    for (const { of } of guarded) await rowsOf(tx, `alter table ${of} enable trigger user`);
  };
}

/** Numbers go on behind the last one. */
async function setCounters(tx: Database, table: string): Promise<void> {
  const columns = await rowsOf<{ name: string }>(
    tx,
    `select column_name as name from information_schema.columns
     where table_schema = 'public' and table_name = '${table}' and is_identity = 'YES'`,
  );
  for (const { name } of columns)
    await rowsOf(
      tx,
      `select setval(pg_get_serial_sequence('"${table}"', '${name}'), coalesce(max("${name}"), 0) + 1, false) from "${table}"`,
    );
}

async function hashOf(source: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of source) hash.update(chunk);
  return hash.digest('hex');
}
