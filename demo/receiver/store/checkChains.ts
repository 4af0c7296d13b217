import { and, asc, count, eq, gt, isNull, lte } from 'drizzle-orm';
import type { AccessChain, AccessCheck } from '../../../src/protocol/index';
import { linkHash, NO_LINK } from '../domain/accessHash';
import type { Database } from './database';
import { accessChain, accessLog } from './tables';

/** Rows that are read at a time: a log of years does not fit in memory. */
const BATCH = 1000;

/** Walks every chain from its first row to its end and tells the first place where one does not hold. */
export async function checkChains(database: Database): Promise<AccessCheck> {
  const found = await database.selectDistinct({ organisation: accessLog.organisationId }).from(accessLog);
  const chains: AccessChain[] = [];
  for (const { organisation } of found.sort((one, other) => (one.organisation < other.organisation ? -1 : 1)))
    chains.push(await checkChain(database, organisation));
  return { sound: chains.every(({ broken }) => broken === undefined), chains };
}

async function checkChain(database: Database, organisation: string): Promise<AccessChain> {
  const [end = { place: 0, hash: NO_LINK }] = await database
    .select()
    .from(accessChain)
    .where(eq(accessChain.organisationId, organisation)); // before the rows: what is added meanwhile lies behind it
  const broken = await firstBreak(database, organisation, end);
  const loose = and(eq(accessLog.organisationId, organisation), isNull(accessLog.place));
  const [unchained] = await database.select({ rows: count() }).from(accessLog).where(loose);
  return {
    organisation,
    rows: end.place,
    unchained: unchained?.rows ?? 0,
    head: end.hash,
    ...(broken && { broken }),
  };
}

interface End {
  readonly place: number;
  readonly hash: string;
}

async function firstBreak(database: Database, organisation: string, end: End): Promise<AccessChain['broken']> {
  let last: End = { place: 0, hash: NO_LINK };
  for (let rows = await linksAfter(database, organisation, { after: 0, upTo: end.place }); rows.length > 0;) {
    for (const row of rows) {
      const place = last.place + 1;
      if (row.place !== place) return { place, reason: 'missing' };
      if (row.previousHash !== last.hash || linkHash({ ...row, place, previousHash: last.hash }) !== row.hash)
        return { place, reason: 'changed' };
      last = { place, hash: row.hash };
    }
    rows = await linksAfter(database, organisation, { after: last.place, upTo: end.place });
  }
  if (last.place < end.place) return { place: last.place + 1, reason: 'missing' };
  return last.hash === end.hash && !(await isForgotten(database, organisation, end))
    ? undefined
    : { place: Math.max(1, last.place), reason: 'end' };
}

const linksAfter = (
  database: Database,
  organisation: string,
  { after, upTo }: { readonly after: number; readonly upTo: number },
) =>
  database
    .select()
    .from(accessLog)
    .where(and(eq(accessLog.organisationId, organisation), gt(accessLog.place, after), lte(accessLog.place, upTo)))
    .orderBy(asc(accessLog.place))
    .limit(BATCH);

/** Whether rows stand behind an end that was put back; what was added since we read the end moved it on. */
async function isForgotten(database: Database, organisation: string, end: End): Promise<boolean> {
  const [now] = await database.select().from(accessChain).where(eq(accessChain.organisationId, organisation));
  const behind = and(eq(accessLog.organisationId, organisation), gt(accessLog.place, now?.place ?? end.place));
  return (await database.select({ seq: accessLog.seq }).from(accessLog).where(behind).limit(1)).length > 0;
}
