import { migrations } from './index';

/** What a migration needs of a database: run several statements at once, and read rows. */
export interface MigrationRunner {
  run(sql: string): Promise<unknown>;
  names(sql: string): Promise<readonly string[]>;
}

/** Brings the tables up to date. Each migration is one transaction, so a cut leaves the previous version. */
export async function migrate(runner: MigrationRunner): Promise<readonly string[]> {
  await runner.run(
    'create table if not exists migration (name text primary key, at timestamptz not null default now())',
  );
  const done = new Set(await runner.names('select name from migration'));
  const open = migrations.filter((migration) => !done.has(migration.name));
  for (const { name, sql } of open)
    await runner.run(`begin; ${sql} insert into migration (name) values ('${name}'); commit;`);
  return open.map((migration) => migration.name);
}
