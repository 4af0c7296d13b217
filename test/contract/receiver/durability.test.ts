import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { sql } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import type { OpenDatabase } from '../../../demo/receiver/adapters/openDatabase';
import { DURABLE_PARTS, openPglite } from '../../../demo/receiver/adapters/pglite/openPglite';
import { StartRefused } from '../../../demo/receiver/adapters/refusal';

const root = mkdtempSync(join(tmpdir(), 'durability-'));
const SLOW = { timeout: 120_000 };

afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Stock PGlite's file system: it has no fsync. */
class SilentFs extends NodeFS {
  readonly synced = { files: 0 };
}

const organisations = async ({ database }: OpenDatabase): Promise<unknown> =>
  ((await database.execute(sql.raw('select id from organisation'))) as { readonly rows: unknown }).rows; // what PGlite gives

test(
  'opens a new folder, keeps what was committed, and opens it again without anything left of the first start',
  SLOW,
  async () => {
    const folder = join(root, 'kept');
    mkdirSync(join(folder, 'database.new'), { recursive: true });
    writeFileSync(join(folder, 'database.new', 'torn'), 'left by a first start that was cut off');
    const first = await openPglite(folder);
    expect(first.isNew).toBe(true);
    await first.database.execute(sql.raw("insert into organisation (id, name) values ('zorg', 'Zorg')"));
    await expect(openPglite(folder)).rejects.toThrow(/in use by process/);
    await first.close();
    expect(existsSync(join(folder, 'database.new'))).toBe(false);

    writeFileSync(join(folder, 'receiver.lock'), JSON.stringify({ pid: 2 ** 22 + 1, startedAt: '1' })); // a process that can't be there
    writeFileSync(join(folder, 'database', 'postmaster.pid'), 'left by a killed process');
    const again = await openPglite(folder);
    expect([again.isNew, await organisations(again)]).toEqual([false, [{ id: 'zorg' }]]);
    await again.close();
    expect(existsSync(join(folder, 'receiver.lock'))).toBe(false);
  },
);

test('refuses to start when fsync is switched off, as in stock PGlite', SLOW, async () => {
  const start = openPglite(join(root, 'off'), { ...DURABLE_PARTS, startParams: PGlite.defaultStartParams });
  await expect(start).rejects.toThrow(StartRefused);
  await expect(start).rejects.toThrow('The database setting fsync is off, but acknowledged questions need on.');
  expect(existsSync(join(root, 'off', 'receiver.lock'))).toBe(false);
});

test('refuses to start when fsync is on but reaches no disk', SLOW, async () => {
  const start = openPglite(join(root, 'silent'), { ...DURABLE_PARTS, fileSystem: (folder) => new SilentFs(folder) });
  await expect(start).rejects.toThrow(StartRefused);
  await expect(start).rejects.toThrow('A committed row was not pushed to the disk.');
});

test('refuses a folder that can not be made, in one sentence', async () => {
  writeFileSync(join(root, 'file'), '');
  await expect(openPglite(join(root, 'file', 'data'))).rejects.toThrow(/^The data folder can't be made \(ENOTDIR\)\.$/);
});
