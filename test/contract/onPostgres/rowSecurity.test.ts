import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WEBHOOK_EVENTS } from '../../../demo/receiver/outgoingPort';
import { createRows, type Rows } from '../../../demo/receiver/store/rows';
import type { Database } from '../../../demo/receiver/store/database';
import { aHintDocument } from '../../support/hintDocuments';
import { publishHints, withRole } from '../receiver/hintsUnderTest';
import { startReceiver, type Caller, type ReceiverUnderTest } from '../receiver/receiverUnderTest';
import { acceptedWith, aPng, manifestOf, nextId, patch } from '../receiver/wire';

let receiver: ReceiverUnderTest;
let rows: Rows;
let unsaid: Database;
let sanne: Caller;
let mehmet: Caller;
let elders: Caller;

const OWN = { voorbeeldzorg: 'voorbeeldzorg', elders: 'elders' };
/** Tables about nobody. */
const OPEN_TABLES = ['migration'];
/** Tables that a person has no rows in, ever. */
const NOT_FOR_ASKERS = ['content_grant', 'doomed_blob', 'outgoing', 'purge_log'];

/** Tables in which each organisation has one row here, for all its people. */
const OF_ORGANISATIONS =
  'organisation reference_counter access_chain webhook hint_revision hint_content hint_act hint_pause hint_asset hint_draft'.split(
    ' ',
  );

beforeAll(async () => {
  receiver = await startReceiver();
  await receiver.ports.store.keepSubscriptions(
    Object.values(OWN).map((organisation) => ({ id: organisation, organisation, events: WEBHOOK_EVENTS })),
  );
  unsaid = receiver.guarded;
  rows = createRows(unsaid);
  sanne = await receiver.asker();
  mehmet = await receiver.asker('p-mehmet');
  elders = await receiver.asker('p-sanne', { claims: { org: 'elders' } });
  const noor = { token: await receiver.agent() };
  for (const person of [sanne, mehmet, elders]) {
    const whole = manifestOf(aPng(1000));
    const { questions } = await acceptedWith(receiver, person, whole);
    const question = questions[0]?.id;
    await patch(receiver, person, { id: whole.id, offset: 0, bytes: aPng(1000) });
    const half = manifestOf(aPng(1000));
    await acceptedWith(receiver, person, half);
    await patch(receiver, person, { id: half.id, offset: 0, bytes: aPng(1000).subarray(0, 500) });
    await receiver.put('/v1/hints/history', person, { records: [{ hint: 'uitleg', shown: 1 }] });
    await receiver.put(`/v1/hints/events/${nextId()}`, person, { owner: person.owner, events: [] });
    await receiver.put(`/v1/me/device-keys/${nextId()}`, person, {});
    await receiver.put(`/v1/questions/${question}/actions/${nextId()}`, person, {
      owner: person.owner,
      type: 'solved',
    });
    await receiver.put(`/v1/agent/questions/${question}/replies/${nextId()}`, noor, { text: 'Zo', status: 'answered' });
    await receiver.get(`/v1/agent/questions/${question}`, noor);
    await receiver.get(`/v1/questions/${question}`, person);
  }
  for (const org of [undefined, 'elders'] as const)
    await publishHints(receiver, await withRole(receiver, 'hintPublisher', org), { document: aHintDocument() });
  await receiver.behind(
    `insert into hint_pause select distinct organisation_id, 'productie', 'uitleg', now() from person`,
  );
  await receiver.behind(
    `insert into hint_asset (organisation_id, asset, type, size, blob_key, author, at)
      select distinct organisation_id, repeat('a', 64), 'image/png', 1, 'picture-of-' || organisation_id, 'noor', now() from person`,
  );
  await receiver.behind(
    `insert into hint_draft select distinct organisation_id, 'productie', 'uitleg', 'tooltip', '', '{}', repeat('a', 64), 0, now(), 'noor', 'Noor' from person`,
  );
  await receiver.behind(
    `insert into hint_draft_save (organisation_id, owner, at) select organisation_id, owner, now() from person`,
  );
  await receiver.behind(
    `insert into tombstone select gen_random_uuid(), organisation_id, owner, 'retention', now() from person`,
  );
});
afterAll(() => receiver.close());

const asker = ({ owner }: Caller, organisation: string) => ({ owner, organisation: { id: organisation } });
const tables = async (): Promise<readonly string[]> =>
  (await receiver.behind("select table_name as name from information_schema.tables where table_schema = 'public'")).map(
    ({ name }) => String(name),
  );
const count = async (database: Database, table: string): Promise<number> => {
  const result: unknown = await database.execute(sql.raw(`select count(*)::int as count from "${table}"`));
  return (result as { readonly rows: readonly { readonly count: number }[] }).rows[0]?.count ?? 0; // node-postgres gives this
};

test('every table with rows of people is guarded, also for who owns it', async () => {
  const guarded = await receiver.behind(
    'select relname as name from pg_class where relrowsecurity and relforcerowsecurity',
  );
  const names = new Set(guarded.map(({ name }) => name));
  expect((await tables()).filter((name) => !names.has(name))).toEqual(OPEN_TABLES);
});

test('a transaction that does not say whose it is sees nothing and writes nothing', async () => {
  const counts = await Promise.all(
    (await tables()).map(async (table): Promise<[string, number]> => [table, await count(unsaid, table)]),
  );
  expect(counts.filter(([table, found]) => found > 0 && !OPEN_TABLES.includes(table))).toEqual([]);
  await expect(unsaid.execute(sql.raw("insert into organisation (id, name) values ('x', 'X')"))).rejects.toThrow();
});

test('a query without any condition gives an asker the own rows only; the receiver sees all (control)', async () => {
  for (const table of await tables()) {
    if (OPEN_TABLES.includes(table)) continue;
    const all = await rows.ofReceiver((tx) => count(tx, table));
    const counts = await Promise.all([
      rows.ofAsker(asker(sanne, OWN.voorbeeldzorg), (tx) => count(tx, table)),
      rows.ofAsker(asker(mehmet, OWN.voorbeeldzorg), (tx) => count(tx, table)),
      rows.ofAsker(asker(elders, OWN.elders), (tx) => count(tx, table)),
      rows.ofAsker(asker(sanne, OWN.elders), (tx) => count(tx, table)),
    ]);
    const isOfOrganisation = OF_ORGANISATIONS.includes(table);
    if (isOfOrganisation) expect([table, counts]).toEqual([table, [1, 1, 1, 1]]);
    else if (NOT_FOR_ASKERS.includes(table)) expect([table, counts]).toEqual([table, [0, 0, 0, 0]]);
    else {
      const [one = 0, two = 0, three = 0, mixed] = counts;
      expect([table, one > 0, two > 0, three > 0, mixed]).toEqual([table, true, true, true, 0]);
      expect([table, one < all, one + two + three <= all]).toEqual([table, true, true]);
    }
  }
});

test('a change or an erasure without any condition reaches the own rows only', async () => {
  const others = () =>
    receiver.behind(`select owner, name from person where owner <> '${sanne.owner}' order by owner, name`);
  const before = await others();
  await rows.ofAsker(asker(sanne, OWN.voorbeeldzorg), async (tx) => {
    await tx.execute(sql.raw("update person set name = 'Iemand anders'"));
    await tx.execute(sql.raw('delete from upload_chunk'));
  });
  expect(await others()).toEqual(before);
  expect(await receiver.behind('select count(*)::int as left from upload_chunk')).toEqual([{ left: 2 }]);
});

test('nobody writes a row for somebody else', async () => {
  const grave = sql.raw(
    `insert into tombstone values (gen_random_uuid(), 'voorbeeldzorg', '${mehmet.owner}', 'no', now())`,
  );
  await expect(rows.ofAsker(asker(sanne, OWN.voorbeeldzorg), (tx) => tx.execute(grave))).rejects.toThrow();
});

test('an asker adds what is to be told about the own organisation, for no other, and never changes it', async () => {
  const before = await receiver.behind('select count(*)::int as told from outgoing');
  const told = (organisation: string) =>
    sql.raw(`insert into outgoing (id, organisation_id, target, event, body, at, next_at)
      values (gen_random_uuid(), '${organisation}', 'webhook:x', 'message.added', '{}', now(), now())`);
  await rows.ofAsker(asker(sanne, OWN.voorbeeldzorg), async (tx) => {
    await tx.execute(told(OWN.voorbeeldzorg));
    await tx.execute(sql.raw("update outgoing set state = 'done'"));
    await tx.execute(sql.raw('delete from outgoing'));
  });
  await expect(rows.ofAsker(asker(sanne, OWN.voorbeeldzorg), (tx) => tx.execute(told(OWN.elders)))).rejects.toThrow();
  expect(await receiver.behind('select count(*)::int as told from outgoing')).toEqual([
    { told: Number(before[0]?.['told']) + 1 },
  ]);
  expect(await receiver.behind("select from outgoing where state = 'done'")).toEqual([]);
});

test('agents see no keys of devices, nothing that people did with hints and no lists of what was erased', async () => {
  for (const table of ['device_key', 'doomed_blob', 'purge_log', 'hint_state', 'hint_batch', 'hint_draft'])
    expect(await rows.ofAgents((tx) => count(tx, table))).toBe(0);
  expect(await rows.ofAgents((tx) => count(tx, 'question'))).toBe(6);
});
