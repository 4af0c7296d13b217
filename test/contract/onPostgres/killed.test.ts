import { resolve } from 'node:path';
import { beforeAll, expect, inject, test } from 'vitest';
import { bundle } from '../../../config/faults.mjs';
import { sideBySide } from '../../faults/sideBySide';
import { newDatabase } from '../../support/storages/postgres';

const PROGRAM = resolve('.build/killed/onPostgres.mjs');

beforeAll(() => bundle('demo/server/main.ts', PROGRAM));

const run = async (receivers: number, clients: number, kills: number) => {
  const { url } = await newDatabase(inject('storages')?.postgres ?? '');
  return sideBySide({ program: PROGRAM, receivers, clients, kills, env: { DATABASE_URL: url } });
};
const NOTHING = { lost: [], doubled: [], corrupt: [] };

test(
  'two receivers side by side, one killed while fifty clients upload: nothing lost, nothing doubled',
  { timeout: 300_000 },
  async () => {
    expect(await run(2, 50, 2)).toMatchObject({ ...NOTHING, kills: 2 });
  },
);

test('one receiver, killed three times: what it acknowledged is there', { timeout: 300_000 }, async () => {
  expect(await run(1, 4, 3)).toMatchObject({ ...NOTHING, kills: 3 });
});
