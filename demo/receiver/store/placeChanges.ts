import { sql } from 'drizzle-orm';
import type { Rows } from './rows';

/** Any number that no other lock has. */
const LOCK = 4_207_001;

/**
 * Gives every change that was committed since the last time its place in the order over all organisations, and tells the last one.
 * A number that is given while writing says nothing about who commits first; here only what is committed gets one, by one
 * receiver at a time, which holds the lock until its own commit. So nothing can ever appear below a place that somebody has read.
 */
export async function placeChanges(rows: Rows): Promise<number> {
  return rows.ofAgents(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${LOCK})`);
    await tx.execute(sql`
      with last as (select coalesce(max(place), 0) as place from change),
        fresh as (
          select organisation_id, seq, row_number() over (order by written) as step from change where place is null
        )
      update change set place = last.place + fresh.step
      from fresh, last
      where change.organisation_id = fresh.organisation_id and change.seq = fresh.seq`);
    const result: unknown = await tx.execute(sql`select coalesce(max(place), 0)::text as last from change`);
    const [row] = (result as { readonly rows: readonly { readonly last: string }[] }).rows; // both drivers give this
    return Number(row?.last ?? 0);
  });
}
