import { and, eq, sql } from 'drizzle-orm';
import type { Database } from './database';
import type { Happening } from './happening';
import { queueWebhooks } from './queueWebhooks';
import { change, organisation, submission } from './tables';

/**
 * Numbers a change, moves the submission's cursor to it, and writes down who is to be told.
 * The number comes from a counter row that stays locked until the commit: with a plain sequence a later number
 * can commit first, and a reader would skip the earlier one for ever.
 */
export async function recordChange(tx: Database, happening: Happening): Promise<number> {
  const seq = await nextSeq(tx, happening.organisation);
  await tx.insert(change).values({
    organisationId: happening.organisation,
    seq,
    owner: happening.owner,
    type: happening.type,
    submissionId: happening.submission,
    questionId: happening.question ?? null,
  });
  await tx
    .update(submission)
    .set({ cursor: seq })
    .where(and(eq(submission.organisationId, happening.organisation), eq(submission.id, happening.submission)));
  await queueWebhooks(tx, happening, seq);
  return seq;
}

async function nextSeq(tx: Database, organisationId: string): Promise<number> {
  const [row] = await tx
    .update(organisation)
    .set({ changeSeq: sql`${organisation.changeSeq} + 1` })
    .where(eq(organisation.id, organisationId))
    .returning({ seq: organisation.changeSeq });
  if (row === undefined) throw new Error('A change needs an organisation');
  return row.seq;
}
