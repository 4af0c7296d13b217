import { guard, ORGANISATION, OWNER } from './guards';

/**
 * Hints: what was published only grows, per organisation and environment. A document is kept as the text that its digest was made of,
 * with its index beside it, so that asking for the index reads nothing else. `hint_pause` alone changes: `*` is all hints.
 * `hint_state` and `hint_batch` are one person's.
 */
export const hints = /* sql */ `
create function hints_only_grow() returns trigger language plpgsql as $$
begin
  raise exception 'what was published about hints only grows';
end $$;

create table hint_revision (
  organisation_id text not null,
  environment text not null,
  revision integer not null check (revision > 0),
  sha256 text not null,
  document text not null,
  index_json text not null,
  at timestamptz not null,
  author text not null,
  author_name text not null,
  note text not null,
  primary key (organisation_id, environment, revision)
);
create table hint_content (
  organisation_id text not null,
  environment text not null,
  hint text not null,
  rev integer not null,
  content text not null,
  primary key (organisation_id, environment, hint, rev)
);
create table hint_act (
  seq bigint generated always as identity primary key,
  organisation_id text not null,
  environment text not null,
  at timestamptz not null,
  author text not null,
  author_name text not null,
  act text not null check (act in ('publish', 'rollback', 'pause', 'resume')),
  revision integer,
  hints text[] not null,
  note text not null
);
create index hint_act_by_organisation on hint_act (organisation_id, environment, seq);
${['hint_revision', 'hint_content', 'hint_act']
  .map(
    (table) => `
create trigger ${table}_only_grows before update or delete on ${table}
  for each row execute function hints_only_grow();
${guard(table, ORGANISATION, ['receiver'])}`,
  )
  .join('')}

create table hint_pause (
  organisation_id text not null,
  environment text not null,
  hint text not null,
  at timestamptz not null,
  primary key (organisation_id, environment, hint)
);
${guard('hint_pause', ORGANISATION, ['receiver'])}

create table hint_state (
  organisation_id text not null,
  owner text not null,
  hint text not null,
  record jsonb not null,
  changed_at timestamptz not null,
  primary key (organisation_id, owner, hint)
);
create index hint_state_by_time on hint_state (changed_at);
${guard('hint_state', `${ORGANISATION} and ${OWNER}`, ['receiver'])}

create table hint_batch (
  id uuid primary key,
  organisation_id text not null,
  owner text not null,
  digest text not null,
  events jsonb not null,
  at timestamptz not null
);
create index hint_batch_by_owner on hint_batch (organisation_id, owner, at);
create index hint_batch_by_time on hint_batch (at);
${guard('hint_batch', `${ORGANISATION} and ${OWNER}`, ['receiver'])}
`;
