/** The first tables. Plain SQL that PGlite and PostgreSQL read the same way. */
export const start = /* sql */ `
create table organisation (
  id text primary key,
  name text not null,
  change_seq bigint not null default 0
);

create table person (
  organisation_id text not null references organisation (id),
  owner text not null,
  name text not null,
  role text not null check (role in ('user', 'contactPerson')),
  primary key (organisation_id, owner)
);

create table reference_counter (
  organisation_id text not null references organisation (id),
  year smallint not null,
  last integer not null,
  primary key (organisation_id, year)
);

create table submission (
  id uuid primary key,
  organisation_id text not null,
  owner text not null,
  digest text not null,
  reference text not null,
  urgent boolean not null,
  body jsonb not null,
  received_at timestamptz not null,
  cursor bigint not null,
  unique (organisation_id, reference),
  foreign key (organisation_id, owner) references person (organisation_id, owner)
);
create index submission_by_owner on submission (organisation_id, owner, cursor);
create index submission_by_time on submission (organisation_id, owner, received_at);

create table question (
  id uuid primary key,
  organisation_id text not null,
  submission_id uuid not null references submission (id),
  owner text not null,
  position smallint not null,
  number text not null,
  status text not null check (status in ('withContact', 'received', 'inProgress', 'needsInfo', 'answered', 'closed')),
  body jsonb not null,
  received_at timestamptz not null,
  changed_at timestamptz not null,
  last_seq integer not null default 1,
  read_seq integer not null default 1,
  replies integer not null default 0 check (replies >= 0),
  solved boolean not null default false,
  unique (submission_id, position),
  unique (organisation_id, number),
  constraint no_close_without_reply check (status not in ('answered', 'closed') or replies > 0 or solved)
);
create index question_by_status on question (organisation_id, status, changed_at);
create index question_by_wait on question (organisation_id, received_at) where replies = 0 and not solved;

create table message (
  id uuid primary key,
  organisation_id text not null,
  question_id uuid not null references question (id),
  seq integer not null,
  author text not null,
  author_name text not null,
  author_role text not null check (author_role in ('user', 'contactPerson', 'agent')),
  text text not null,
  digest text not null,
  at timestamptz not null,
  unique (question_id, seq)
);

create table action (
  id uuid primary key,
  organisation_id text not null,
  question_id uuid not null references question (id),
  owner text not null,
  type text not null,
  value boolean,
  digest text not null,
  at timestamptz not null
);

create table attachment (
  id uuid primary key,
  organisation_id text not null,
  submission_id uuid not null references submission (id),
  message_id uuid references message (id),
  owner text not null,
  position smallint not null,
  state text not null check (state in ('declared', 'uploading', 'stored', 'checked', 'available', 'quarantined', 'expired', 'erased')),
  size bigint not null,
  received bigint not null default 0 check (received between 0 and size),
  restarts smallint not null default 0,
  body jsonb not null,
  blob_key text,
  reason text,
  erased_at timestamptz,
  changed_at timestamptz not null,
  constraint available_has_bytes check (state <> 'available' or (blob_key is not null and received = size))
);
create index attachment_by_submission on attachment (organisation_id, submission_id);
create index attachment_by_message on attachment (organisation_id, message_id);
create index attachment_waiting on attachment (organisation_id, changed_at) where state in ('stored', 'checked');

create table upload_chunk (
  attachment_id uuid not null references attachment (id),
  start bigint not null,
  organisation_id text not null,
  size integer not null,
  blob_key text not null,
  primary key (attachment_id, start)
);

create table change (
  organisation_id text not null references organisation (id),
  seq bigint not null,
  owner text not null,
  type text not null check (type in ('submission', 'question', 'message', 'attachment')),
  submission_id uuid not null,
  question_id uuid,
  written bigint generated always as identity,
  primary key (organisation_id, seq)
);
create index change_by_owner on change (organisation_id, owner, seq);
create index change_by_order on change (written);

create table access_log (
  seq bigint generated always as identity primary key,
  at timestamptz not null,
  event text not null,
  actor text not null,
  actor_name text not null,
  actor_role text not null,
  organisation_id text not null,
  submission_id uuid,
  question_id uuid,
  attachment_id uuid,
  client_refs text[] not null,
  request_id text not null
);
create index access_log_by_question on access_log (organisation_id, question_id);
create index access_log_by_attachment on access_log (organisation_id, attachment_id);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the access log only grows';
end $$;
create trigger access_log_only_grows before update or delete on access_log
  for each row execute function refuse_change();

create table content_grant (
  token_hash text primary key,
  organisation_id text not null,
  attachment_id uuid not null references attachment (id),
  first_use_before timestamptz not null,
  ends_at timestamptz,
  uses integer not null default 0
);

create table tombstone (
  id uuid primary key,
  organisation_id text not null,
  owner text not null,
  reason text not null,
  at timestamptz not null
);
`;
