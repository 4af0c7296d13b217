import { guard, ORGANISATION, OWNER } from './guards';

/**
 * Hints that are being made: one row for each, shared by who makes hints in the organisation. They change and go.
 * `hint_draft_save` is when somebody saved one, for a day, so that the past hour can be counted.
 */
export const hintDrafts = /* sql */ `
create table hint_draft (
  organisation_id text not null,
  environment text not null,
  hint text not null,
  kind text not null,
  name text not null,
  draft text not null,
  etag text not null check (etag ~ '^[0-9a-f]{64}$'),
  based_on integer not null check (based_on >= 0),
  at timestamptz not null,
  author text not null,
  author_name text not null,
  primary key (organisation_id, environment, hint)
);
${guard('hint_draft', ORGANISATION, ['receiver'])}

create table hint_draft_save (
  seq bigint generated always as identity primary key,
  organisation_id text not null,
  owner text not null,
  at timestamptz not null
);
create index hint_draft_save_by_owner on hint_draft_save (organisation_id, owner, at);
create index hint_draft_save_by_time on hint_draft_save (at);
${guard('hint_draft_save', `${ORGANISATION} and ${OWNER}`, ['receiver'])}

create index hint_batch_by_organisation on hint_batch (organisation_id, at);
`;
