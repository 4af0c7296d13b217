import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Database } from '../store/database';

/** Rows of one table, counted and hashed: two tables with the same are the same. */
export interface TableProof {
  readonly rows: number;
  /** Hex of the SHA-256 of the rows as JSON, in order. */
  readonly sha256: string;
}

/** The names of all tables of the receiver. */
export async function tableNames(database: Database): Promise<readonly string[]> {
  const rows = await rowsOf<{ name: string }>(
    database,
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'durability_probe' order by 1`,
  );
  return rows.map(({ name }) => name);
}

/** Every row of a table as one line of JSON, in an order that is the same in every database. */
export async function linesOf(database: Database, table: string): Promise<readonly string[]> {
  const rows = await rowsOf<{ line: string }>(
    database,
    `select row_to_json(t)::text as line from "${table}" t order by row_to_json(t)::text collate "C"`,
  );
  return rows.map(({ line }) => line);
}

/** Puts lines back as they were, also the numbers that the database gave. */
export async function insertLines(tx: Database, table: string, lines: readonly string[]): Promise<void> {
  const rows = await rowsOf<{ name: string }>(
    tx,
    `select column_name as name from information_schema.columns
     where table_schema = 'public' and table_name = '${table}' order by ordinal_position`,
  );
  const columns = rows.map(({ name }) => `"${name}"`).join(', ');
  for (const line of lines)
    await tx.execute(
      sql`insert into ${sql.identifier(table)} (${sql.raw(columns)}) overriding system value
          select ${sql.raw(columns)} from json_populate_record(null::${sql.identifier(table)}, ${line}::json)`,
    );
}

/** Counts and hashes lines. */
export function proofOf(lines: readonly string[]): TableProof {
  const hash = createHash('sha256');
  for (const line of lines) hash.update(`${line}\n`);
  return { rows: lines.length, sha256: hash.digest('hex') };
}

/** Runs a statement of our own: no value of anybody is in it. */
export async function rowsOf<Row>(database: Database, statement: string): Promise<readonly Row[]> {
  const result: unknown = await database.execute(sql.raw(statement));
  return (result as { readonly rows: readonly Row[] }).rows; // both drivers give this
}
