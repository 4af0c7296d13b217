import { jsonb, pgTable, smallint, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Outgoing, OutgoingState, WebhookEvent } from '../outgoingPort';

const time = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** Who wants to hear what: a copy of the settings, so that the transaction of a change can ask. */
export const webhook = pgTable('webhook', {
  id: text().primaryKey(),
  organisationId: text('organisation_id').notNull(),
  events: text().array().$type<WebhookEvent[]>().notNull(),
});

/** What is to be told, and how far that is. A try moves `next_at` to the end of its lease. */
export const outgoing = pgTable('outgoing', {
  id: uuid().primaryKey(),
  organisationId: text('organisation_id').notNull(),
  target: text().notNull(),
  event: text().notNull(),
  body: jsonb().$type<Outgoing['body']>().notNull(),
  at: time('at').notNull(),
  state: text().$type<OutgoingState>().notNull().default('waiting'),
  tries: smallint().notNull().default(0),
  nextAt: time('next_at').notNull(),
  reason: text(),
});
