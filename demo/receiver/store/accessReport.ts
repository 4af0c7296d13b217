import { and, arrayContains, desc, eq, lt } from 'drizzle-orm';
import type { AccessFilter, AccessPage, AccessRow } from '../../../src/protocol/index';
import type { Agent } from '../callers';
import type { AccessStore } from '../ports';
import { agentActor, logAccessToAll } from './accessLog';
import { checkChains } from './checkChains';
import type { StoreContext } from './context';
import type { Database } from './database';
import { accessLog, question } from './tables';

const PAGE = 50;

/** Creates the side of who looks after the access log. */
export function createAccessStore({ rows, clock }: StoreContext): AccessStore {
  return {
    accesses: (filter, by) => rows.ofAgents((tx) => readLog(tx, filter, { ...by, at: new Date(clock.now()) })),
    checkAccesses: () => rows.ofReceiver(checkChains),
  };
}

interface Reviewing {
  readonly agent: Agent;
  readonly requestId: string;
  readonly at: Date;
}

/** Reads a page of the log. Reading it is an access too: every organisation of which rows are shown gets a row, after this page. */
async function readLog(tx: Database, filter: AccessFilter, { agent, requestId, at }: Reviewing): Promise<AccessPage> {
  const rows = await tx
    .select({ log: accessLog, number: question.number })
    .from(accessLog)
    .leftJoin(question, eq(question.id, accessLog.questionId))
    .where(
      and(
        filter.organisation === undefined ? undefined : eq(accessLog.organisationId, filter.organisation),
        filter.client === undefined ? undefined : arrayContains(accessLog.clientRefs, [filter.client]),
        filter.actor === undefined ? undefined : eq(accessLog.actor, filter.actor),
        filter.question === undefined ? undefined : eq(accessLog.questionId, filter.question),
        filter.before === undefined ? undefined : lt(accessLog.seq, filter.before),
      ),
    )
    .orderBy(desc(accessLog.seq))
    .limit(PAGE + 1);
  const items = rows.slice(0, PAGE).map(accessRow);
  const asked = new Set(filter.client === undefined ? [] : [filter.client]);
  await logAccessToAll(tx, new Map(items.map(({ organisation }) => [organisation, asked])), {
    at,
    event: 'review',
    purpose: 'logReview',
    actor: agentActor(agent),
    requestId,
    ...(filter.question !== undefined && { question: filter.question }),
  });
  return { items, more: rows.length > PAGE };
}

const accessRow = ({
  log,
  number,
}: {
  readonly log: typeof accessLog.$inferSelect;
  readonly number: string | null;
}): AccessRow => ({
  seq: log.seq,
  at: log.at.toISOString(),
  event: log.event,
  purpose: log.purpose,
  outcome: log.outcome,
  actor: { id: log.actor, name: log.actorName, role: log.actorRole },
  onBehalfOf: log.onBehalfOf,
  organisation: log.organisationId,
  ...(log.submissionId !== null && { submission: log.submissionId }),
  ...(log.questionId !== null && { question: log.questionId }),
  ...(number !== null && { number }),
  ...(log.attachmentId !== null && { attachment: log.attachmentId }),
  clientRefs: log.clientRefs,
  requestId: log.requestId,
  ...(log.hash !== null && { hash: log.hash }),
});
