/** What was erased because its time was over: when, why and how much, never what. And bytes that still have to go after their row went. */
export const retention = /* sql */ `
create table purge_log (
  seq bigint generated always as identity primary key,
  at timestamptz not null,
  organisation_id text not null,
  what text not null check (what in ('attachments', 'conversations', 'uploads')),
  why text not null,
  items integer not null check (items > 0)
);
create trigger purge_log_only_grows before update or delete on purge_log
  for each row execute function refuse_change();
create trigger purge_log_is_never_emptied before truncate on purge_log
  for each statement execute function refuse_change();

create table doomed_blob (
  blob_key text primary key,
  at timestamptz not null
);
create index question_by_submission on question (submission_id);
create index message_by_question on message (question_id);
create index content_grant_by_attachment on content_grant (attachment_id);
`;
