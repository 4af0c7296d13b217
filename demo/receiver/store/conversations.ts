import { and, eq, sql } from 'drizzle-orm';
import type { Id } from '../../../src/foundation/id';
import type { Asker } from '../callers';
import type { ConversationStore, Identified, Outcome } from '../ports';
import { askerActor, logAccess } from './accessLog';
import type { StoreContext } from './context';
import { graveOf } from './retention';
import { readConversation } from './readConversation';
import { question } from './tables';
import { writeOnce, type Write } from './writeOnce';
import { followUp, wordless } from './writes';

/** Creates the asker's side of conversations. */
export function createConversationStore(context: StoreContext): ConversationStore {
  const { rows, clock, signal } = context;
  const now = (): Date => new Date(clock.now());
  const once = async (item: Identified & { question: Id }, asker: Asker, write: Write): Promise<Outcome<undefined>> => {
    const outcome = await rows.ofAsker(asker, (tx) => writeOnce(tx, item, write));
    if (outcome.state === 'created') signal.notify(asker.owner);
    const reason =
      outcome.state === 'missing' ? await rows.ofAsker(asker, (tx) => graveOf(tx, item.question, asker)) : undefined;
    return reason === undefined ? outcome : { state: 'gone', reason };
  };

  return {
    conversation: (id, asker, requestId) =>
      rows.ofAsker(asker, async (tx) => {
        const [row] = await tx.select().from(question).where(isOf(id, asker));
        if (row === undefined) return undefined;
        const found = await readConversation(tx, row, asker);
        await logAccess(tx, {
          at: now(),
          event: 'view',
          purpose: 'ownQuestion',
          actor: askerActor(asker),
          requestId,
          organisation: row.organisationId,
          submission: row.submissionId,
          question: row.id,
          clientRefs: row.body.client?.ref === undefined ? [] : [row.body.client.ref],
        });
        return found;
      }),
    addMessage: (item, asker) =>
      once(item, asker, followUp(item, item.message, { asker, now: now(), limits: context })),
    act: (item, asker) => once(item, asker, wordless(item, item.action, { asker, now: now() })),
    async markRead(id, upTo, asker) {
      const read = await rows.ofAsker(asker, (tx) =>
        tx
          .update(question)
          .set({ readSeq: sql`greatest(${question.readSeq}, least(${upTo}::integer, ${question.lastSeq}))` })
          .where(isOf(id, asker))
          .returning({ id: question.id }),
      );
      return read.length > 0;
    },
  };
}

const isOf = (id: Id, asker: Asker) =>
  and(eq(question.organisationId, asker.organisation.id), eq(question.owner, asker.owner), eq(question.id, id));
