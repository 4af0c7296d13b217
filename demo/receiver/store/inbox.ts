import { asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Id } from '../../../src/foundation/id';
import type { AgentStatus, ChangePage, InboxPage } from '../../../src/protocol/index';
import type { InboxStore, Outcome } from '../ports';
import { agentActor, logAccessToAll } from './accessLog';
import { readAgentQuestion, type Reading } from './agentQuestion';
import { changeView } from './changes';
import { ANYBODY } from './changeSignal';
import type { Database } from './database';
import { grantContent, redeemGrant } from './grants';
import { inboxRow, inboxRows } from './inboxRows';
import { lockQuestion, moveQuestion, type QuestionRow } from './moveQuestion';
import type { StoreContext } from './context';
import { change, organisation, question } from './tables';
import { writeOnce } from './writeOnce';
import { replyOf } from './writes';

const PAGE = 200;
type Filter = 'unanswered' | 'open' | 'all';

const WAITING = sql`${question.replies} = 0 and not ${question.solved}`;
const OPEN = inArray(question.status, ['withContact', 'received', 'inProgress', 'needsInfo']);

/** Creates the agents' side. */
export function createInboxStore({ database, clock, signal }: StoreContext): InboxStore {
  const tellAsker = async (id: Id, outcome: Outcome<undefined>): Promise<Outcome<undefined>> => {
    const [row] = await database.select({ owner: question.owner }).from(question).where(eq(question.id, id));
    if (row !== undefined && outcome.state !== 'notAnswered') signal.notify(row.owner);
    return outcome;
  };

  return {
    inbox: (filter, by) => database.transaction((tx) => readInbox(tx, filter, { by, at: new Date(clock.now()) })),

    openQuestion: (id, by) =>
      database.transaction((tx) => readAgentQuestion(tx, id, { by, at: new Date(clock.now()) })),

    inboxChanges: (after) => inboxChanges(database, after),
    nextInboxChange: (enough) => signal.next(ANYBODY, enough),

    reply: async (item, agent) =>
      database
        .transaction((tx) => writeOnce(tx, item, replyOf(item, item.reply, { agent, now: new Date(clock.now()) })))
        .then((outcome) => tellAsker(item.question, outcome)),

    setStatus: async (id, status) =>
      database
        .transaction((tx) => moveByAgent(tx, id, { status, now: new Date(clock.now()) }))
        .then((outcome) => tellAsker(id, outcome)),

    grant: (id, by) => database.transaction((tx) => grantContent(tx, id, { by, now: clock.now() })),
    redeem: (secret) => redeemGrant(database, secret, clock.now()),
  };
}

async function moveByAgent(
  tx: Database,
  id: Id,
  { status, now }: { readonly status: AgentStatus['status']; readonly now: Date },
): Promise<Outcome<undefined>> {
  const row = await lockQuestion(tx, id);
  if (row === undefined) return { state: 'missing' };
  if (row.status === status) return { state: 'same', value: undefined };
  const moved = await moveQuestion(tx, row, { act: { kind: 'status', status }, now, speaks: false, byAsker: false });
  return moved ? { state: 'same', value: undefined } : { state: 'notAnswered' };
}

async function readInbox(database: Database, filter: Filter, { by, at }: Reading): Promise<InboxPage> {
  const cursor = await inboxCursor(database); // before the rows: what changes in between is told again
  const where = { unanswered: WAITING, open: OPEN, all: undefined }[filter];
  const rows = await inboxRows(database)
    .where(where)
    .orderBy(filter === 'unanswered' ? asc(question.receivedAt) : desc(question.changedAt), asc(question.number))
    .limit(PAGE);
  const count = (condition: typeof WAITING) => sql<number>`count(*) filter (where ${condition})`.mapWith(Number);
  const [counts] = await database
    .select({ unanswered: count(WAITING), open: count(sql`${OPEN}`), all: sql<number>`count(*)`.mapWith(Number) })
    .from(question);
  await logAccessToAll(database, clientsOf(rows), {
    at,
    event: 'list',
    purpose: 'answering',
    actor: agentActor(by.agent),
    requestId: by.requestId,
  });
  return { items: rows.map(inboxRow), counts: counts ?? { unanswered: 0, open: 0, all: 0 }, cursor };
}

/** Per organisation the clients that a list is about. */
function clientsOf(
  rows: readonly { readonly question: Pick<QuestionRow, 'organisationId' | 'body'> }[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { question: row } of rows) {
    const refs = found.get(row.organisationId) ?? new Set();
    if (row.body.client?.ref !== undefined) refs.add(row.body.client.ref);
    found.set(row.organisationId, refs);
  }
  return found;
}

/** How many changes there were in all organisations: it only grows, and no change can slip in below it. */
async function inboxCursor(database: Database): Promise<number> {
  const [row] = await database
    .select({ cursor: sql<number>`coalesce(sum(${organisation.changeSeq}), 0)`.mapWith(Number) })
    .from(organisation);
  return row?.cursor ?? 0;
}

/** A change that was written earlier can commit later; so a few more are told than the counts went up. Telling one twice only makes an inbox read it again. */
const TOLD_AGAIN = 8;

/** The newest changes of all organisations. `next` is exact, so nobody waits in vain; the items say what to read again. */
async function inboxChanges(database: Database, after: number): Promise<ChangePage> {
  const next = await inboxCursor(database);
  if (next <= after) return { items: [], next: after, more: false };
  const rows = await database
    .select()
    .from(change)
    .orderBy(desc(change.written))
    .limit(Math.min(next - after + TOLD_AGAIN, PAGE));
  return { items: rows.reverse().map(changeView), next, more: false };
}
