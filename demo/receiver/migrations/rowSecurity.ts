import { among, BOTH, guard, ORGANISATION, OWNER, setting } from './guards';

/**
 * The database itself refuses what a query forgot to ask: row-level security for everybody but a superuser.
 * A superuser is never held to it, so the receiver refuses to be one; PGlite knows no other, so there it does nothing.
 * Two functions look past it and tell one value each: whether ids were used by anybody, and how many bytes the own organisation keeps.
 * `change.place` is the order of changes over all organisations, given after their commits (`store/placeChanges`).
 */
export const rowSecurity = /* sql */ `
${guard('organisation', `id = ${setting('organisation')}`, BOTH)}
${guard('reference_counter', ORGANISATION, BOTH)}
${guard('person', `${ORGANISATION} and ${OWNER}`, BOTH)}
${guard('submission', `${ORGANISATION} and ${OWNER}`, BOTH)}
${guard('question', `${ORGANISATION} and ${OWNER}`, BOTH)}
${guard('attachment', `${ORGANISATION} and ${OWNER}`, BOTH)}
${guard('message', `${ORGANISATION} and ${among('question', 'question_id')}`, BOTH)}
${guard('action', `${ORGANISATION} and ${OWNER}`, BOTH)}
${guard('upload_chunk', `${ORGANISATION} and ${among('attachment', 'attachment_id')}`, BOTH)}
${guard('change', `${ORGANISATION} and ${OWNER}`, BOTH)}
${guard('access_log', `${ORGANISATION} and (actor = ${setting('owner')} or ${among('question', 'question_id')} or ${among('attachment', 'attachment_id')})`, BOTH)}
${guard('access_chain', ORGANISATION, BOTH)}
${guard('tombstone', `${ORGANISATION} and ${OWNER}`, BOTH)}
${guard('device_key', `${ORGANISATION} and ${OWNER}`, ['receiver'])}
${guard('content_grant', undefined, BOTH)}
${guard('purge_log', undefined, ['receiver'])}
${guard('doomed_blob', undefined, ['receiver'])}

create function ids_are_taken(ids uuid[]) returns boolean language plpgsql as $$
declare
  side text := current_setting('support.side', true);
  taken boolean;
begin
  perform set_config('support.side', 'receiver', true);
  taken := exists (select from submission where id = any (ids)) or exists (select from question where id = any (ids))
    or exists (select from message where id = any (ids)) or exists (select from action where id = any (ids))
    or exists (select from attachment where id = any (ids)) or exists (select from tombstone where id = any (ids));
  perform set_config('support.side', side, true);
  return taken;
end $$;

create function bytes_of_organisation() returns bigint language plpgsql as $$
declare
  side text := current_setting('support.side', true);
  bytes bigint;
begin
  perform set_config('support.side', 'receiver', true);
  bytes := (select coalesce(sum(size), 0) from attachment
    where organisation_id = current_setting('support.organisation', true) and state <> 'erased');
  perform set_config('support.side', side, true);
  return bytes;
end $$;

alter table change add column place bigint unique;
create index change_without_place on change (written) where place is null;
`;
