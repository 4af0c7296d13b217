import { bigint, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Id } from '../../../src/foundation/id';
import type { HintActKind, HintEvent, HintHistory, HintKind, HintRecord } from '../../../src/protocol/index';

const time = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' }).notNull();
const place = { organisationId: text('organisation_id').notNull(), environment: text().notNull() };
const author = { author: text().notNull(), authorName: text('author_name').notNull() };

/** The columns of `migrations/hints`. */
export const hintRevision = pgTable('hint_revision', {
  ...place,
  ...author,
  revision: integer().notNull(),
  sha256: text().notNull(),
  document: text().notNull(),
  indexJson: text('index_json').notNull(),
  at: time('at'),
  note: text().notNull(),
});

/** The words of a hint under its rev. */
export const hintContent = pgTable('hint_content', {
  ...place,
  hint: text().notNull(),
  rev: integer().notNull(),
  content: text().notNull(),
});

/** Who did what, and why. */
export const hintAct = pgTable('hint_act', {
  ...place,
  ...author,
  seq: bigint({ mode: 'number' }).generatedAlwaysAsIdentity(),
  at: time('at'),
  act: text().$type<HintActKind>().notNull(),
  revision: integer(),
  hints: text().array().notNull(),
  note: text().notNull(),
  place: bigint({ mode: 'number' }).notNull(),
  previousHash: text('previous_hash'),
  hash: text(),
});

/** A hint that is being made. */
export const hintDraft = pgTable('hint_draft', {
  ...place,
  ...author,
  hint: text().notNull(),
  kind: text().$type<HintKind>().notNull(),
  name: text().notNull(),
  draft: text().notNull(),
  etag: text().notNull(),
  basedOn: integer('based_on').notNull(),
  at: time('at'),
});

/** That somebody saved one. */
export const hintDraftSave = pgTable('hint_draft_save', {
  organisationId: place.organisationId,
  owner: text().notNull(),
  at: time('at'),
});

/** What is stopped now. */
export const hintPause = pgTable('hint_pause', { ...place, hint: text().notNull(), at: time('at') });

/** A picture, by the SHA-256 of what was sent. */
export const hintAsset = pgTable('hint_asset', {
  organisationId: place.organisationId,
  asset: text().notNull(),
  type: text().notNull(),
  size: integer().notNull(),
  blobKey: text('blob_key').notNull(),
  author: author.author,
  at: time('at'),
  namedAt: timestamp('named_at', { withTimezone: true, mode: 'date' }),
});

/** What one person did with one hint; under the name that no hint can have, the switch for all. */
export const hintState = pgTable('hint_state', {
  organisationId: place.organisationId,
  owner: text().notNull(),
  hint: text().notNull(),
  record: jsonb().$type<HintRecord | NonNullable<HintHistory['off']>>().notNull(),
  changedAt: time('changed_at'),
});

/** Events as they came, under the id that the device gave them. */
export const hintBatch = pgTable('hint_batch', {
  id: uuid().$type<Id>().primaryKey(),
  organisationId: place.organisationId,
  owner: text().notNull(),
  digest: text().notNull(),
  events: jsonb().$type<readonly HintEvent[]>().notNull(),
  at: time('at'),
});
