import { asc, desc, eq, gt, inArray, sql } from 'drizzle-orm';
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
import { placeChanges } from './placeChanges';
import { queueAnswerMail } from './queueAnswerMail';
import type { Rows } from './rows';
import { change, question } from './tables';
import { writeOnce } from './writeOnce';
import { replyOf } from './writes';

const PAGE = 200;
type Filter = 'unanswered' | 'open' | 'all';

const WAITING = sql`${question.replies} = 0 and not ${question.solved}`;
const OPEN = inArray(question.status, ['withContact', 'received', 'inProgress', 'needsInfo']);

/** Creates the agents' side. */
export function createInboxStore(context: StoreContext): InboxStore {
  const { rows, clock, signal, answerMails = new Map() } = context;
  const tellAsker = async (id: Id, outcome: Outcome<undefined>): Promise<Outcome<undefined>> => {
    const [row] = await rows.ofAgents((tx) =>
      tx.select({ owner: question.owner }).from(question).where(eq(question.id, id)),
    );
    if (row !== undefined && outcome.state !== 'notAnswered') signal.notify(row.owner);
    return outcome;
  };

  return {
    async inbox(filter, by) {
      const cursor = await placeChanges(rows); // before the rows: what changes in between is told again
      const page = await rows.ofAgents((tx) => readInbox(tx, filter, { by, at: new Date(clock.now()) }));
      return { ...page, cursor };
    },

    openQuestion: (id, by) => rows.ofAgents((tx) => readAgentQuestion(tx, id, { by, at: new Date(clock.now()) })),

    inboxChanges: (after) => inboxChanges(rows, after),
    nextInboxChange: (enough) => signal.next(ANYBODY, enough),

    reply: async (item, agent) =>
      rows
        .ofAgents(async (tx) => {
          const now = clock.now();
          const outcome = await writeOnce(
            tx,
            item,
            replyOf(item, item.reply, { agent, now: new Date(now), limits: context }),
          );
          if (outcome.state === 'created') await queueAnswerMail(tx, item.question, { answerMails, now });
          return outcome;
        })
        .then((outcome) => tellAsker(item.question, outcome)),

    setStatus: async (id, status) =>
      rows
        .ofAgents((tx) => moveByAgent(tx, id, { status, now: new Date(clock.now()) }))
        .then((outcome) => tellAsker(id, outcome)),

    grant: (id, by) => rows.ofAgents((tx) => grantContent(tx, id, { by, now: clock.now() })),
    redeem: (secret) => rows.ofReceiver((tx) => redeemGrant(tx, secret, clock.now())),
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

async function readInbox(database: Database, filter: Filter, { by, at }: Reading): Promise<Omit<InboxPage, 'cursor'>> {
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
  return { items: rows.map(inboxRow), counts: counts ?? { unanswered: 0, open: 0, all: 0 } };
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

/** What was committed after a place, in order. */
async function inboxChanges(rows: Rows, after: number): Promise<ChangePage> {
  const last = await placeChanges(rows);
  if (last <= after) return { items: [], next: after, more: false };
  const found = await rows.ofAgents((tx) =>
    tx
      .select()
      .from(change)
      .where(gt(change.place, after))
      .orderBy(asc(change.place))
      .limit(PAGE + 1),
  );
  const told = found.slice(0, PAGE);
  return { items: told.map(changeView), next: told.at(-1)?.place ?? after, more: found.length > PAGE };
}
