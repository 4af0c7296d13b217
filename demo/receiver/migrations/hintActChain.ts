/**
 * Makes the log of hints provable: each act has its place and holds the hash of the one before it, per organisation and environment.
 * What was done before this has a place and no hash.
 */
export const hintActChain = /* sql */ `
alter table hint_act
  add column place bigint,
  add column previous_hash text,
  add column hash text;
select set_config('support.side', 'receiver', true);
alter table hint_act disable trigger hint_act_only_grows;
update hint_act set place = counted.place
  from (select seq, row_number() over (partition by organisation_id, environment order by seq) as place from hint_act) counted
  where counted.seq = hint_act.seq;
alter table hint_act enable trigger hint_act_only_grows;
alter table hint_act alter column place set not null;
alter table hint_act add constraint hint_act_is_chained check (previous_hash is not null and hash is not null) not valid;
create unique index hint_act_by_place on hint_act (organisation_id, environment, place);
create trigger hint_act_is_never_emptied before truncate on hint_act
  for each statement execute function hints_only_grow();
`;
