import { drizzle } from 'drizzle-orm/node-postgres';
import { Pool } from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openPostgres } from '../../../demo/receiver/adapters/postgres/openPostgres';
import { StartRefused } from '../../../demo/receiver/adapters/refusal';
import { migrations } from '../../../demo/receiver/migrations';
import { asAdmin, newDatabase } from '../../support/storages/postgres';
import { freePort } from '../../support/storages/unprivileged';

const SUPERUSER = inject('storages')?.postgres ?? '';
const SANNE = 'owner-of-sanne';

let url: string;
let adminUrl: string;
const open: { close(): Promise<void> }[] = [];

beforeAll(async () => {
  ({ url, adminUrl } = await newDatabase(SUPERUSER));
});
afterAll(() => Promise.all(open.map((one) => one.close())));

const opened = async (): ReturnType<typeof openPostgres> => {
  const one = await openPostgres(url);
  open.push(one);
  return one;
};
const forever = (): AbortSignal => new AbortController().signal;

test('receivers that start on an empty database at once make its tables once', async () => {
  const all = await Promise.all([opened(), opened(), opened()]);
  expect(all.filter(({ isNew }) => isNew).length).toBe(1);
  const pool = new Pool({ connectionString: adminUrl });
  const { rows } = await drizzle({ client: pool }).execute('select name from migration');
  expect(rows.length).toBe(migrations.length);
  await pool.end();
});

test('who waits at one receiver wakes for what came in at another', async () => {
  const [one, other] = [await opened(), await opened()];
  const [waiting, agent] = [one.signal?.next(SANNE, forever()), one.signal?.next('', forever())];
  other.signal?.notify(SANNE);
  await Promise.all([waiting, agent]);
});

test('a receiver whose connection broke listens again, and wakes everybody: something may have been missed', async () => {
  const one = await opened();
  const isHere = one.signal?.next(SANNE, forever());
  one.signal?.notify(SANNE);
  await isHere;
  const woken = one.signal?.next('somebody else', forever());
  await asAdmin(
    adminUrl,
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query ilike 'listen%'",
  );
  await woken;
  const [again, other] = [one.signal?.next(SANNE, forever()), await opened()];
  other.signal?.notify(SANNE);
  await again;
});

test('does not start on a server that would lose what was acknowledged, or as a user whom nothing holds', async () => {
  const refused = async (address: string): Promise<string> => {
    const error: unknown = await openPostgres(address).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(StartRefused);
    return (error as StartRefused).message; // see the line above
  };
  expect(await refused(adminUrl)).toContain('superuser');
  await asAdmin(SUPERUSER, 'create role careless login');
  await asAdmin(SUPERUSER, 'alter role careless set synchronous_commit = off');
  const careless = new URL(url);
  careless.username = 'careless';
  expect(await refused(careless.href)).toBe(
    'The database setting synchronous_commit is off, but acknowledged questions need on.',
  );
  careless.port = String(await freePort());
  expect(await refused(careless.href)).toBe("The database can't be reached (ECONNREFUSED).");
});
