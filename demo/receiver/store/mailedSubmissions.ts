import { and, eq } from 'drizzle-orm';
import type { Id } from '../../../src/foundation/id';
import type { Submission, SubmissionView } from '../../../src/protocol/index';
import { questionNumber } from '../domain/reference';
import type { Asker } from '../callers';
import type { Identified, Outcome } from '../ports';
import type { Database } from './database';
import { insertAttachments } from './insertAttachments';
import { recordChange } from './recordChange';
import { submissionViews } from './submissionViews';
import { organisation, person, question, submission, tombstone } from './tables';

/** A submission to take in. */
export type Accepted = Identified & { readonly submission: Submission };

type SubmissionRow = typeof submission.$inferSelect;

/** Gives the person that a mail speaks for: only somebody who was here before, in this organisation. */
export async function personOf(database: Database, organisationId: string, owner: string): Promise<Asker | undefined> {
  const [found] = await database
    .select({ name: person.name, role: person.role, organisationName: organisation.name })
    .from(person)
    .innerJoin(organisation, eq(organisation.id, person.organisationId))
    .where(and(eq(person.organisationId, organisationId), eq(person.owner, owner)));
  return (
    found && {
      owner,
      organisation: { id: organisationId, name: found.organisationName },
      name: found.name,
      role: found.role,
    }
  );
}

/** What an id that stands in a mail means already: it is here, it was erased, or it is another organisation's. */
export async function knownMailed(
  database: Database,
  id: Id,
  { organisationId, now }: { readonly organisationId: string; readonly now: number },
): Promise<Outcome<SubmissionView> | undefined> {
  const [row] = await database.select().from(submission).where(eq(submission.id, id));
  if (row !== undefined) {
    if (row.organisationId !== organisationId) return { state: 'conflict' };
    const [view] = await submissionViews(database, [row], now);
    return view && { state: 'same', value: view };
  }
  const [grave] = await database.select().from(tombstone).where(eq(tombstone.id, id));
  return grave && { state: 'gone', reason: grave.reason };
}

/**
 * Puts what the device sent in the place of what a mail had said. A token proves who sends it, which a mail does not: it always wins.
 * Questions keep their number and everything that was said since.
 */
export async function takePlace(
  tx: Database,
  row: SubmissionRow,
  { item: { digest, submission: body }, now, urgent }: { item: Accepted; now: Date; urgent: boolean },
): Promise<SubmissionRow> {
  const { questions, attachments, owner, ...rest } = body;
  const { id, organisationId, reference } = row;
  await tx.update(submission).set({ digest, urgent, body: rest, byMail: false }).where(eq(submission.id, id));
  const there = await tx.select().from(question).where(eq(question.submissionId, id));
  let position = there.reduce((last, one) => Math.max(last, one.position), -1);
  for (const one of questions) {
    if (there.some((known) => known.id === one.id)) {
      await tx.update(question).set({ body: one, changedAt: now }).where(eq(question.id, one.id)); // oxlint-disable-line no-await-in-loop -- one transaction, one connection
      continue;
    }
    position += 1;
    await tx
      .insert(question)
      .values(questionRow(row, { body: one, position, number: questionNumber(reference, position), now })); // oxlint-disable-line no-await-in-loop -- as above
  }
  const home = { organisationId, owner, submissionId: id, messageId: null, agent: null, changedAt: now };
  await insertAttachments(tx, attachments, home);
  const cursor = await recordChange(tx, {
    organisation: organisationId,
    owner,
    type: 'submission',
    submission: id,
    by: 'asker',
    at: now,
  });
  return { ...row, digest, urgent, body: rest, byMail: false, cursor };
}

/** A question as it begins. */
export function questionRow(
  { id, organisationId, owner }: Pick<SubmissionRow, 'id' | 'organisationId' | 'owner'>,
  {
    body,
    position,
    number,
    now,
  }: { body: typeof question.$inferInsert.body; position: number; number: string; now: Date },
): typeof question.$inferInsert {
  return {
    id: body.id,
    organisationId,
    submissionId: id,
    owner,
    position,
    number,
    status: 'received',
    body,
    receivedAt: now,
    changedAt: now,
    lastSeq: 1,
    readSeq: 1,
    replies: 0,
    solved: false,
  };
}
