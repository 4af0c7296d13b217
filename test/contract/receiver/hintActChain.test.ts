import { PGlite } from '@electric-sql/pglite';
import { expect, test } from 'vitest';
import { migrations } from '../../../demo/receiver/migrations/index';

test('acts from before there was a chain get their places, and can not be changed afterwards', async () => {
  const database = new PGlite();
  const before = migrations.findIndex(({ name }) => name === 'hintActChain');
  for (const { sql } of migrations.slice(0, before)) await database.exec(`begin; ${sql} commit;`);
  await database.exec(`insert into hint_act (organisation_id, environment, at, author, author_name, act, hints, note)
    select place, 'productie', now(), 'a', 'Noor', 'pause', '{uitleg}', 'x' from unnest(array['een', 'twee', 'een']) place`);
  for (const { sql } of migrations.slice(before)) await database.exec(`begin; ${sql} commit;`);
  const { rows } = await database.query('select organisation_id as of, place::int, hash from hint_act order by seq');
  expect(rows).toEqual([
    { of: 'een', place: 1, hash: null },
    { of: 'twee', place: 1, hash: null },
    { of: 'een', place: 2, hash: null },
  ]);
  await expect(database.exec("update hint_act set note = 'y'")).rejects.toThrow(/only grows/);
  await database.close();
});
