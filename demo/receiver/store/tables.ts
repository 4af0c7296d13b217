import { bigint, boolean, integer, jsonb, pgTable, smallint, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type {
  AccessEvent,
  AccessPurpose,
  AccessRow,
  Action,
  Attachment,
  AttachmentState,
  Change,
  Person,
  Question,
  QuestionStatus,
  Submission,
} from '../../../src/protocol/index';
import type { Id } from '../../../src/foundation/id';

/** The parts of a submission that have no table of their own. */
export type SubmissionRest = Omit<Submission, 'questions' | 'attachments' | 'owner'>;

const id = (name: string) => uuid(name).$type<Id>();
const time = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });
const large = (name: string) => bigint(name, { mode: 'number' });

/** The columns of `migrations/`, for the query builder. */
export const organisation = pgTable('organisation', {
  id: text().primaryKey(),
  name: text().notNull(),
  changeSeq: large('change_seq').notNull(),
});

/** People who ask, one row per owner. */
export const person = pgTable('person', {
  organisationId: text('organisation_id').notNull(),
  owner: text().notNull(),
  name: text().notNull(),
  role: text().$type<'user' | 'contactPerson'>().notNull(),
  /** As the last token said: gone when that had none. */
  email: text(),
});

/** The running number per organisation and year. */
export const referenceCounter = pgTable('reference_counter', {
  organisationId: text('organisation_id').notNull(),
  year: smallint().notNull(),
  last: integer().notNull(),
});

/** Submissions, without their questions and attachments. */
export const submission = pgTable('submission', {
  id: id('id').primaryKey(),
  organisationId: text('organisation_id').notNull(),
  owner: text().notNull(),
  digest: text().notNull(),
  reference: text().notNull(),
  urgent: boolean().notNull(),
  body: jsonb().$type<SubmissionRest>().notNull(),
  receivedAt: time('received_at').notNull(),
  cursor: large('cursor').notNull(),
  /** Until the device itself has sent it. */
  byMail: boolean('by_mail').notNull().default(false),
});

/** Questions and where they stand. `replies` counts since the last reopening. */
export const question = pgTable('question', {
  id: id('id').primaryKey(),
  organisationId: text('organisation_id').notNull(),
  submissionId: id('submission_id').notNull(),
  owner: text().notNull(),
  position: smallint().notNull(),
  number: text().notNull(),
  status: text().$type<QuestionStatus>().notNull(),
  body: jsonb().$type<Question>().notNull(),
  receivedAt: time('received_at').notNull(),
  changedAt: time('changed_at').notNull(),
  lastSeq: integer('last_seq').notNull(),
  readSeq: integer('read_seq').notNull(),
  replies: integer().notNull(),
  solved: boolean().notNull(),
});

/** What was said after the question itself. */
export const message = pgTable('message', {
  id: id('id').primaryKey(),
  organisationId: text('organisation_id').notNull(),
  questionId: id('question_id').notNull(),
  seq: integer().notNull(),
  author: text().notNull(),
  authorName: text('author_name').notNull(),
  authorRole: text('author_role').$type<Exclude<Person['role'], 'colleague'>>().notNull(),
  text: text().notNull(),
  digest: text().notNull(),
  at: time('at').notNull(),
});

/** What askers did without words. */
export const action = pgTable('action', {
  id: id('id').primaryKey(),
  organisationId: text('organisation_id').notNull(),
  questionId: id('question_id').notNull(),
  owner: text().notNull(),
  type: text().$type<Action['type']>().notNull(),
  value: boolean(),
  digest: text().notNull(),
  at: time('at').notNull(),
});

/** Attachments: the manifest as it was declared, and how far the bytes are. `owner` may see it; when an agent sent it, only that `agent` adds bytes. */
export const attachment = pgTable('attachment', {
  id: id('id').primaryKey(),
  organisationId: text('organisation_id').notNull(),
  submissionId: id('submission_id').notNull(),
  messageId: id('message_id'),
  owner: text().notNull(),
  agent: text(),
  position: smallint().notNull(),
  state: text().$type<AttachmentState>().notNull(),
  size: large('size').notNull(),
  received: large('received').notNull(),
  restarts: smallint().notNull(),
  body: jsonb().$type<Attachment>().notNull(),
  blobKey: text('blob_key'),
  storedSize: large('stored_size'),
  storedDigest: text('stored_digest'),
  reason: text(),
  erasedAt: time('erased_at'),
  changedAt: time('changed_at').notNull(),
});

/** Pieces that are durable but not yet one file. */
export const uploadChunk = pgTable('upload_chunk', {
  attachmentId: id('attachment_id').notNull(),
  start: large('start').notNull(),
  organisationId: text('organisation_id').notNull(),
  size: integer().notNull(),
  blobKey: text('blob_key').notNull(),
});

/** What changed, numbered per organisation. `place` is the order over all of them, given after the commit: see `placeChanges`. */
export const change = pgTable('change', {
  organisationId: text('organisation_id').notNull(),
  seq: large('seq').notNull(),
  owner: text().notNull(),
  type: text().$type<Change['type']>().notNull(),
  submissionId: id('submission_id').notNull(),
  questionId: id('question_id'),
  place: large('place'),
});

/** Who saw what. Rows can't be changed or deleted: a trigger refuses. `place` and the hashes are empty only in rows from before there was a chain. */
export const accessLog = pgTable('access_log', {
  seq: large('seq').generatedAlwaysAsIdentity(),
  at: time('at').notNull(),
  event: text().$type<AccessEvent>().notNull(),
  actor: text().notNull(),
  actorName: text('actor_name').notNull(),
  actorRole: text('actor_role').notNull(),
  organisationId: text('organisation_id').notNull(),
  submissionId: id('submission_id'),
  questionId: id('question_id'),
  attachmentId: id('attachment_id'),
  clientRefs: text('client_refs').array().notNull(),
  requestId: text('request_id').notNull(),
  place: large('place'),
  onBehalfOf: text('on_behalf_of').notNull(),
  purpose: text().$type<AccessPurpose>().notNull(),
  outcome: text().$type<AccessRow['outcome']>().notNull(),
  previousHash: text('previous_hash'),
  hash: text(),
});

/** The end of each organisation's chain of accesses. */
export const accessChain = pgTable('access_chain', {
  organisationId: text('organisation_id').primaryKey(),
  place: large('place').notNull(),
  hash: text().notNull(),
});

/** Short-lived permission to fetch one attachment. Only the hash of the secret is kept. */
export const contentGrant = pgTable('content_grant', {
  tokenHash: text('token_hash').primaryKey(),
  organisationId: text('organisation_id').notNull(),
  attachmentId: id('attachment_id').notNull(),
  firstUseBefore: time('first_use_before').notNull(),
  endsAt: time('ends_at'),
  uses: integer().notNull(),
});

/** Ids that were erased and may never come back. */
export const tombstone = pgTable('tombstone', {
  id: id('id').primaryKey(),
  organisationId: text('organisation_id').notNull(),
  owner: text().notNull(),
  reason: text().notNull(),
  at: time('at').notNull(),
});

/** What was erased because its time was over. Only grows. */
export const purgeLog = pgTable('purge_log', {
  seq: large('seq').generatedAlwaysAsIdentity(),
  at: time('at').notNull(),
  organisationId: text('organisation_id').notNull(),
  what: text().$type<'attachments' | 'conversations' | 'uploads'>().notNull(),
  why: text().notNull(),
  items: integer().notNull(),
});

/** Bytes whose row is gone and that still have to go. */
export const doomedBlob = pgTable('doomed_blob', {
  blobKey: text('blob_key').primaryKey(),
  at: time('at').notNull(),
});
