import { drizzle } from 'drizzle-orm/node-postgres';
import { Client, Pool, type ClientConfig } from 'pg';
import { migrate } from '../../migrations/migrate';
import type { OpenDatabase } from '../openDatabase';
import { StartRefused } from '../refusal';
import { checkServer } from './checkServer';
import { openSharedSignal } from './sharedSignal';

/** Connections of one receiver, beside the one that listens. */
const CONNECTIONS = 10;
/** Any number that no other lock has. */
const MIGRATION_LOCK = 4_207_002;

/**
 * Opens a PostgreSQL database, which any number of receivers may share. Throws `StartRefused` when its commits would not
 * survive a power cut, or when row-level security would not hold for this user.
 */
export async function openPostgres(url: string, connections = CONNECTIONS): Promise<OpenDatabase> {
  const config: ClientConfig = { connectionString: url, application_name: 'support-receiver', keepAlive: true };
  const applied = await bringUpToDate(config);
  const pool = new Pool({ ...config, max: connections, connectionTimeoutMillis: 10_000 });
  pool.on('error', () => undefined); // a connection that breaks while nobody uses it: the next query takes another
  pool.on('connect', (client) => void client.on('error', () => undefined)); // one that breaks between two queries of a transaction: the next one fails
  const signal = await openSharedSignal(config, pool);
  return {
    database: drizzle({ client: pool }),
    isNew: applied.includes('start'),
    signal,
    async close() {
      await signal.close();
      await pool.end();
    },
  };
}

/** Checks the server and updates the tables; of several receivers that start at once, one does and the others wait. */
async function bringUpToDate(config: ClientConfig): Promise<readonly string[]> {
  const client = new Client(config);
  try {
    await client.connect();
  } catch (error) {
    throw new StartRefused(`The database can't be reached (${String((error as NodeJS.ErrnoException).code)}).`); // errors of a connection have a code
  }
  try {
    await checkServer(async (sql) => (await client.query<Record<string, unknown>>(sql)).rows[0]);
    await client.query(`select pg_advisory_lock(${MIGRATION_LOCK})`);
    return await migrate({
      run: (sql) => client.query(sql),
      names: async (sql) => (await client.query<{ name: string }>(sql)).rows.map(({ name }) => name),
    });
  } finally {
    await client.end(); // gives the lock back
  }
}
