/** One pair of keys per person and device. A row without a private half is a key that is gone and never comes back. */
export const deviceKeys = /* sql */ `
create table device_key (
  organisation_id text not null references organisation (id),
  owner text not null,
  device uuid not null,
  kid text not null unique,
  public_key jsonb not null,
  private_key text,
  used_at timestamptz not null,
  primary key (organisation_id, owner, device),
  foreign key (organisation_id, owner) references person (organisation_id, owner)
);
`;
