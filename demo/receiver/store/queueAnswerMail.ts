import { and, desc, eq, sql } from 'drizzle-orm';
import type { Id } from '../../../src/foundation/id';
import type { Outgoing, Recipient } from '../outgoingPort';
import type { AnswerMail } from '../callers';
import type { Database } from './database';
import { outgoing } from './outgoingTables';
import { person, question } from './tables';

/** Mail among everything that is told. */
export const MAIL_TARGET = 'mail';

/** Somebody who gets several answers is not mailed more often than this about one question. */
const QUIET_MS = 600_000;

type AnswerMails = ReadonlyMap<string, AnswerMail>;

/** Writes down, in the transaction of an answer, that its asker is to be told; nothing where nobody has an address. */
export async function queueAnswerMail(
  tx: Database,
  id: Id,
  { answerMails, now }: { readonly answerMails: AnswerMails; readonly now: number },
): Promise<void> {
  if (answerMails.size === 0) return;
  const [row] = await tx
    .select({ number: question.number, organisationId: question.organisationId, owner: question.owner })
    .from(question)
    .where(eq(question.id, id));
  if (row === undefined || (await recipientOf(tx, row, answerMails)) === undefined) return;
  const [last] = await tx
    .select({ state: outgoing.state, nextAt: outgoing.nextAt })
    .from(outgoing)
    .where(and(eq(outgoing.target, MAIL_TARGET), sql`${outgoing.body} ->> 'question' = ${id}`))
    .orderBy(desc(eq(outgoing.state, 'waiting')), desc(outgoing.nextAt))
    .limit(1);
  if (last?.state === 'waiting') return; // it leads to this answer as well
  await tx.insert(outgoing).values({
    id: crypto.randomUUID(),
    organisationId: row.organisationId,
    target: MAIL_TARGET,
    event: 'question.answered',
    body: { question: id, number: row.number, owner: row.owner },
    at: new Date(now),
    nextAt: new Date(Math.max(now, (last?.nextAt.getTime() ?? 0) + QUIET_MS)),
  });
}

/** The address of the asker, as the host's token said it; else of the organisation's contact person; else nobody. */
export async function recipientOf(
  tx: Database,
  { organisationId, owner }: { readonly organisationId: string; readonly owner: string },
  answerMails: AnswerMails,
): Promise<Recipient | undefined> {
  const settings = answerMails.get(organisationId);
  if (settings === undefined) return undefined;
  const [found] = await tx
    .select({ email: person.email })
    .from(person)
    .where(and(eq(person.organisationId, organisationId), eq(person.owner, owner)));
  if (typeof found?.email === 'string') return { who: 'asker', address: found.email };
  return settings.contactEmail === undefined ? undefined : { who: 'contact', address: settings.contactEmail };
}

/** Of something that is told already. */
export const recipientOfItem = async (
  tx: Database,
  { organisation, body }: Pick<Outgoing, 'organisation' | 'body'>,
  answerMails: AnswerMails,
): Promise<Recipient | undefined> =>
  'owner' in body ? recipientOf(tx, { organisationId: organisation, owner: body.owner }, answerMails) : undefined;
