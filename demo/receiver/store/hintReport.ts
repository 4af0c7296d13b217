import { sql } from 'drizzle-orm';
import { HINT_FIGURES, type HintDocument, type HintReport } from '../../../src/protocol/index';
import { LEAST_PEOPLE } from '../domain/fewPeople';
import { hintReport, type HintTold } from '../domain/hintReport';
import type { Database } from './database';

/** Of which events a report is made. */
interface Reported {
  readonly organisation: string;
  readonly environment: string;
  /** `2026-03`, UTC. */
  readonly month: string;
  /** What is live there. */
  readonly document: HintDocument | undefined;
}

/**
 * Counts people over all batches of an organisation, so it runs on the side of the receiver and names the organisation itself.
 * Nothing but counts comes out of the database. Events do not tell their environment: those count whose hint was ever published there.
 */
export async function reportOf(tx: Database, reported: Reported): Promise<HintReport> {
  const { organisation, environment, month, document } = reported;
  const [from, to] = boundsOf(month);
  const counted = sql.join(
    HINT_FIGURES.map((figure) => sql`${figure}`),
    sql`, `,
  );
  const result: unknown = await tx.execute(sql`
    with told as materialized (
      select distinct owner, event ->> 'hint' as hint, event ->> 'step' as step,
        event ->> 'appVersion' as release, event ->> 'what' as what
      from hint_batch, jsonb_array_elements(events) as event
      where organisation_id = ${organisation} and at >= ${from}::timestamptz and at < ${to}::timestamptz
        and event ->> 'what' in (${counted})
        and event ->> 'hint' in (
          select hint from hint_content where organisation_id = ${organisation} and environment = ${environment})
    ), named as (
      select release from told where release is not null
      group by release having count(distinct owner) >= ${LEAST_PEOPLE}
    )
    select hint, named.release, step, what, count(distinct owner)::int as people
    from told left join named on named.release = told.release
    group by grouping sets ((hint, named.release, what), (hint, named.release, what, step))
    having grouping(step) = 1 or step is not null`);
  return hintReport(month, (result as { readonly rows: readonly HintTold[] }).rows, document); // both drivers give this
}

/** The first moment of a month and of the next. */
function boundsOf(month: string): readonly [from: string, to: string] {
  const start = new Date(`${month}-01T00:00:00Z`);
  const next = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1, 1));
  return [start.toISOString(), next.toISOString()];
}
