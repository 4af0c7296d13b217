/** A control of the power cuts: PGlite as it comes. */
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import type { OpenDatabase } from '../../../demo/receiver/adapters/openDatabase';
import { migrate } from '../../../demo/receiver/migrations/migrate';

/** Stands in the place of `openPglite`. */
export async function openPglite(dataFolder: string): Promise<OpenDatabase> {
  const client = await PGlite.create(join(dataFolder, 'database'));
  await migrate({
    run: (sql) => client.exec(sql),
    names: async (sql) => (await client.query<{ name: string }>(sql)).rows.map(({ name }) => name),
  });
  return { database: drizzle({ client }), isNew: false, close: () => client.close() };
}
