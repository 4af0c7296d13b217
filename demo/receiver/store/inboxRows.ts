import { and, eq } from 'drizzle-orm';
import type { InboxRow } from '../../../src/protocol/index';
import { excerptOf } from '../domain/plainContent';
import { isUnanswered } from '../domain/questionStatus';
import type { Database } from './database';
import type { QuestionRow } from './moveQuestion';
import { organisation, person, question } from './tables';

/** Questions with the names that belong to them. */
export const inboxRows = (database: Database) =>
  database
    .select({ question, organisation: organisation.name, asker: person.name })
    .from(question)
    .innerJoin(organisation, eq(organisation.id, question.organisationId))
    .innerJoin(person, and(eq(person.organisationId, question.organisationId), eq(person.owner, question.owner)))
    .$dynamic();

/** One question as a row of the inbox. */
export function inboxRow({
  question: row,
  organisation: name,
  asker,
}: {
  readonly question: QuestionRow;
  readonly organisation: string;
  readonly asker: string;
}): InboxRow {
  return {
    id: row.id,
    number: row.number,
    status: row.status,
    kind: row.body.kind,
    excerpt: excerptOf(row.body.text),
    organisation: name,
    asker,
    place: row.body.place?.label ?? '',
    receivedAt: row.receivedAt.toISOString(),
    changedAt: row.changedAt.toISOString(),
    attachments: row.body.attachments.length,
    unanswered: isUnanswered(row),
  };
}
