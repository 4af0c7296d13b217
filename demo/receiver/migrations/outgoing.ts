import { BOTH, guard, ORGANISATION, setting } from './guards';

/**
 * What the receiver tells others of its own accord, written in the transaction that there is something to tell about.
 * `webhook` says who wants to hear what; addresses and secrets stay in the settings, out of the database and its backups.
 * An asker's transaction adds what is to be told and never reads it.
 */
export const outgoing = /* sql */ `
create table webhook (
  id text primary key,
  organisation_id text not null,
  events text[] not null
);
create index webhook_by_organisation on webhook (organisation_id);
${guard('webhook', ORGANISATION, BOTH)}

create table outgoing (
  id uuid primary key,
  organisation_id text not null,
  target text not null,
  event text not null,
  body jsonb not null,
  at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'done', 'dead')),
  tries smallint not null default 0,
  next_at timestamptz not null,
  reason text
);
create index outgoing_due on outgoing (target, next_at) where state = 'waiting';
create index outgoing_by_time on outgoing (at);
${guard('outgoing', undefined, BOTH)}
create policy asker_adds on outgoing for insert with check (${setting('side')} = 'asker' and ${ORGANISATION});
`;
