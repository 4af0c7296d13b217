/**
 * Makes the access log whole (NEN 7513) and provable: each row holds the hash of the one before it, per organisation.
 * `access_chain` holds the last link, so that rows taken off the end are missed too. Rows from before have no place in a chain.
 */
export const accessChain = /* sql */ `
alter table access_log
  add column place bigint,
  add column on_behalf_of text not null default '',
  add column purpose text not null default 'answering',
  add column outcome text not null default 'granted',
  add column previous_hash text,
  add column hash text;
alter table access_log add constraint access_log_is_chained
  check (place is not null and previous_hash is not null and hash is not null) not valid;
create unique index access_log_by_place on access_log (organisation_id, place);
create index access_log_by_actor on access_log (organisation_id, actor);
create index access_log_by_client on access_log using gin (client_refs);
create trigger access_log_is_never_emptied before truncate on access_log
  for each statement execute function refuse_change();

create table access_chain (
  organisation_id text primary key references organisation (id),
  place bigint not null,
  hash text not null
);
`;
