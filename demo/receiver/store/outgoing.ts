import { and, asc, desc, eq, gte, inArray, like, lte, not, notInArray, sql } from 'drizzle-orm';
import { MOST_TRIES } from '../domain/backOff';
import type { Outgoing, OutgoingStore, Subscription } from '../outgoingPort';
import type { StoreContext } from './context';
import type { Database } from './database';
import { outgoing, webhook } from './outgoingTables';
import { recipientOfItem } from './queueAnswerMail';
import { webhookTarget } from './queueWebhooks';

/** Taken at a time of one target: so many may be on their way to it at once. */
const FEW = 4;
const PAGE = 200;
const ALL_WEBHOOKS = 'webhook:%';

/** Creates the side that hands out what is to be told. */
export function createOutgoingStore({ rows, clock, answerMails = new Map() }: StoreContext): OutgoingStore {
  const now = (): Date => new Date(clock.now());
  return {
    keepSubscriptions: (wanted) => rows.ofReceiver((tx) => keepSubscriptions(tx, wanted)),

    async dueTargets() {
      const found = await rows.ofReceiver((tx) =>
        tx.selectDistinct({ target: outgoing.target }).from(outgoing).where(isDue(now())),
      );
      return found.map(({ target }) => target);
    },

    takeDue: (target, leaseMs) =>
      rows.ofReceiver(async (tx) => {
        await endExhausted(tx, target, now());
        return takeDue(tx, { target, now: now(), until: new Date(clock.now() + leaseMs) });
      }),

    async endTry({ id, tries }, how) {
      const reason = how.state === 'done' ? null : how.reason;
      await rows.ofReceiver((tx) =>
        tx
          .update(outgoing)
          .set({ state: how.state, reason, ...(how.state === 'waiting' && { nextAt: how.nextAt }) })
          .where(and(eq(outgoing.id, id), eq(outgoing.tries, tries), eq(outgoing.state, 'waiting'))),
      );
    },

    recipientOf: (item) => rows.ofReceiver((tx) => recipientOfItem(tx, item, answerMails)),

    async outgoing(state) {
      const found = await rows.ofAgents((tx) =>
        tx
          .select()
          .from(outgoing)
          .where(state && eq(outgoing.state, state))
          .orderBy(desc(outgoing.at), asc(outgoing.id))
          .limit(PAGE),
      );
      return found.map(told);
    },

    async sendAgain(which) {
      const where =
        'id' in which
          ? eq(outgoing.id, which.id)
          : and(gte(outgoing.at, which.since), like(outgoing.target, ALL_WEBHOOKS));
      const again = await rows.ofAgents((tx) =>
        tx
          .update(outgoing)
          .set({ state: 'waiting', tries: 0, reason: null, nextAt: now() })
          .where(where)
          .returning({ id: outgoing.id }),
      );
      return again.length;
    },
  };
}

const isDue = (now: Date) => and(eq(outgoing.state, 'waiting'), lte(outgoing.nextAt, now));

async function keepSubscriptions(tx: Database, wanted: readonly Subscription[]): Promise<void> {
  const ids = wanted.map(({ id }) => id);
  await tx.delete(webhook).where(ids.length > 0 ? notInArray(webhook.id, ids) : undefined);
  for (const { id, organisation: organisationId, events } of wanted)
    await tx
      .insert(webhook)
      .values({ id, organisationId, events: [...events] })
      .onConflictDoUpdate({ target: webhook.id, set: { organisationId, events: [...events] } }); // oxlint-disable-line no-await-in-loop -- one transaction, one connection
  const others = ids.length > 0 ? not(inArray(outgoing.target, ids.map(webhookTarget))) : undefined;
  await tx
    .update(outgoing)
    .set({ state: 'dead', reason: 'no-such-webhook' })
    .where(and(eq(outgoing.state, 'waiting'), like(outgoing.target, ALL_WEBHOOKS), others));
}

/** A try that was cut off counts: what kills its sender each time is not tried for ever. */
async function endExhausted(tx: Database, target: string, now: Date): Promise<void> {
  await tx
    .update(outgoing)
    .set({ state: 'dead', reason: sql`coalesce(${outgoing.reason}, 'cut-off')` })
    .where(and(eq(outgoing.target, target), isDue(now), gte(outgoing.tries, MOST_TRIES)));
}

/** Rows that another receiver is taking at this moment are passed over; once it has, they are due no more. */
async function takeDue(
  tx: Database,
  { target, now, until }: { readonly target: string; readonly now: Date; readonly until: Date },
): Promise<readonly Outgoing[]> {
  const free = await tx
    .select({ id: outgoing.id })
    .from(outgoing)
    .where(and(eq(outgoing.target, target), isDue(now)))
    .orderBy(asc(outgoing.nextAt), asc(outgoing.at), asc(outgoing.id))
    .limit(FEW)
    .for('update', { skipLocked: true });
  if (free.length === 0) return [];
  const ids = free.map(({ id }) => id);
  const taken = await tx
    .update(outgoing)
    .set({ tries: sql`${outgoing.tries} + 1`, nextAt: until })
    .where(inArray(outgoing.id, ids))
    .returning();
  return taken.map(told).sort((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id));
}

const told = ({ organisationId, reason, ...row }: typeof outgoing.$inferSelect): Outgoing => ({
  ...row,
  organisation: organisationId,
  ...(reason !== null && { reason }),
});
