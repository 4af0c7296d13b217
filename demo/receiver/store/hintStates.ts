import { and, count, eq, gt, min, sql } from 'drizzle-orm';
import { laterSwitch, mergeHintRecords, type HintHistory, type HintRecord } from '../../../src/protocol/index';
import type { HintPerson, HintStore, TooOften } from '../hintPort';
import type { StoreContext } from './context';
import type { Database } from './database';
import { hintBatch, hintState } from './hintTables';
import { flood, hourBefore, lockWriter } from './limits';

/** More hints than a document can hold, twice. */
const MAX_RECORDS = 4000;
/** One a minute, and as many again for what waited. */
const BATCHES_PER_HOUR = 120;
/** No hint has this name: the switch for all of them. */
const SWITCH = '*';

type States = Pick<HintStore, 'hintHistory' | 'mergeHintHistory' | 'keepHintEvents'>;

/** Creates the part of the store that holds what people did with hints. */
export const createHintStateStore = ({ rows, clock }: StoreContext): States => ({
  hintHistory: (asker) => rows.ofAsker(asker, (tx) => historyOf(tx, asker)),
  mergeHintHistory: (given, asker) =>
    rows.ofAsker(asker, async (tx) => {
      await lockWriter(tx, `hints ${asker.owner}`);
      const merged = merge(await historyOf(tx, asker), given);
      if (merged.records.length > MAX_RECORDS) return undefined;
      const changed = new Set(given.records.map(({ hint }) => hint));
      const records = merged.records.filter(({ hint }) => changed.has(hint));
      const all = [
        ...records.map((record) => ({ hint: record.hint, record })),
        ...(given.off && merged.off ? [{ hint: SWITCH, record: merged.off }] : []),
      ];
      const of = { organisationId: asker.organisation.id, owner: asker.owner, changedAt: new Date(clock.now()) };
      if (all.length > 0)
        await tx
          .insert(hintState)
          .values(all.map((one) => ({ ...of, ...one })))
          .onConflictDoUpdate({
            target: [hintState.organisationId, hintState.owner, hintState.hint],
            set: { record: sql`excluded.record`, changedAt: sql`excluded.changed_at` },
          });
      return merged;
    }),
  keepHintEvents: ({ id, digest, events }, asker) =>
    rows.ofAsker(asker, async (tx) => {
      await lockWriter(tx, `hints ${asker.owner}`);
      const now = clock.now();
      const known = await batchOf(tx, id, asker);
      if (known !== undefined) return known === digest ? { state: 'same', value: undefined } : { state: 'conflict' };
      const many = await tooMany(tx, asker, now);
      if (many !== undefined) return many;
      const made = await tx
        .insert(hintBatch)
        .values({ id, digest, events, organisationId: asker.organisation.id, owner: asker.owner, at: new Date(now) })
        .onConflictDoNothing()
        .returning({ id: hintBatch.id });
      return made.length > 0 ? { state: 'created', value: undefined } : { state: 'conflict' }; // somebody else's id
    }),
});

async function historyOf(tx: Database, asker: HintPerson): Promise<HintHistory> {
  const found = await tx
    .select({ hint: hintState.hint, record: hintState.record })
    .from(hintState)
    .where(and(eq(hintState.organisationId, asker.organisation.id), eq(hintState.owner, asker.owner)))
    .orderBy(hintState.hint);
  const off = found.map(({ record }) => record).find((record) => 'value' in record);
  return {
    records: found.map(({ record }) => record).filter((record): record is HintRecord => 'hint' in record),
    ...(off && { off }),
  };
}

function merge(kept: HintHistory, given: HintHistory): HintHistory {
  const records = new Map(kept.records.map((record) => [record.hint, record]));
  for (const record of given.records)
    records.set(record.hint, mergeHintRecords(records.get(record.hint) ?? record, record));
  const off = laterSwitch(kept.off, given.off);
  return { records: [...records.values()], ...(off && { off }) };
}

async function batchOf(tx: Database, id: string, asker: HintPerson): Promise<string | undefined> {
  const isThis = and(sql`${hintBatch.id} = ${id}`, eq(hintBatch.owner, asker.owner));
  const [known] = await tx.select({ digest: hintBatch.digest }).from(hintBatch).where(isThis);
  return known?.digest;
}

async function tooMany(tx: Database, { owner, organisation }: HintPerson, now: number): Promise<TooOften | undefined> {
  const [row] = await tx
    .select({ count: count(), oldest: min(hintBatch.at) })
    .from(hintBatch)
    .where(
      and(eq(hintBatch.organisationId, organisation.id), eq(hintBatch.owner, owner), gt(hintBatch.at, hourBefore(now))),
    );
  return row && flood('hint-events', row, { perHour: BATCHES_PER_HOUR, now });
}
