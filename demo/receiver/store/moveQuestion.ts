import { and, eq } from 'drizzle-orm';
import type { Id } from '../../../src/foundation/id';
import { standingAfter, type Act } from '../domain/questionStatus';
import type { Database } from './database';
import { recordChange } from './recordChange';
import { question } from './tables';

/** A row of a question. */
export type QuestionRow = typeof question.$inferSelect;

/** Reads a question and keeps everybody else from changing it until the commit. */
export async function lockQuestion(tx: Database, id: Id): Promise<QuestionRow | undefined> {
  const [row] = await tx.select().from(question).where(eq(question.id, id)).for('update');
  return row;
}

/** What is to happen to a question that is locked. */
export interface Move {
  readonly act: Act;
  readonly now: Date;
  /** Whether words were added: they get the next number. */
  readonly speaks: boolean;
  /** Whether the asker did it, and has therefore read up to here. */
  readonly byAsker: boolean;
}

/** Moves a question by the table of `questionStatus`, and numbers the change. False: there is no answer yet. */
export async function moveQuestion(
  tx: Database,
  row: QuestionRow,
  { act, now, speaks, byAsker }: Move,
): Promise<boolean> {
  const after = standingAfter(row, act);
  if (!after.ok) return false;
  const { status, replies, solved } = after.value;
  const lastSeq = row.lastSeq + (speaks ? 1 : 0);
  await tx
    .update(question)
    .set({ status, replies, solved, lastSeq, changedAt: now, ...(byAsker && speaks && { readSeq: lastSeq }) })
    .where(and(eq(question.organisationId, row.organisationId), eq(question.id, row.id)));
  await recordChange(tx, {
    organisation: row.organisationId,
    owner: row.owner,
    type: speaks ? 'message' : 'question',
    submission: row.submissionId,
    question: row.id,
    by: byAsker ? 'asker' : 'agent',
    at: now,
  });
  return true;
}
