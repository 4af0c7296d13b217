import { guard, ORGANISATION } from './guards';

/**
 * Pictures of hints, by the SHA-256 of the bytes that were sent. What is kept is without metadata, so its bytes may have another digest.
 * `named_at`: a revision has named it. From then on it stays, as the revision does; one that is never named goes after a term.
 */
export const hintAssets = /* sql */ `
create table hint_asset (
  organisation_id text not null,
  asset text not null check (asset ~ '^[0-9a-f]{64}$'),
  type text not null check (type in ('image/png', 'image/jpeg', 'image/webp')),
  size integer not null check (size > 0),
  blob_key text not null unique,
  author text not null,
  at timestamptz not null,
  named_at timestamptz,
  primary key (organisation_id, asset)
);
create index hint_asset_unnamed on hint_asset (at) where named_at is null;
create function hint_asset_stays() returns trigger language plpgsql as $$
begin
  raise exception 'a picture that a revision names stays as it is';
end $$;
create trigger hint_asset_stays before update or delete on hint_asset
  for each row when (old.named_at is not null) execute function hint_asset_stays();
${guard('hint_asset', ORGANISATION, ['receiver'])}
`;
