/** What a transaction said about itself (`store/rows`); empty when it said nothing. */
export const setting = (name: string): string => `(select current_setting('support.${name}', true))`;
export const ORGANISATION = `organisation_id = ${setting('organisation')}`;
export const OWNER = `owner = ${setting('owner')}`;

/** Holds a table to it, its owner too: askers get the rows of `own`, the sides that are named get all. */
export const guard = (table: string, own: string | undefined, sides: readonly ('agents' | 'receiver')[]): string => {
  const all = `${setting('side')} in (${sides.map((side) => `'${side}'`).join(', ')})`;
  const rule = own === undefined ? all : `${all} or (${setting('side')} = 'asker' and ${own})`;
  return `
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy own_rows on ${table} using (${rule}) with check (${rule});`;
};

/** Who sees the rows of everybody. */
export const BOTH = ['agents', 'receiver'] as const;

/** The inner table is guarded itself: it holds only what is the asker's. */
export const among = (table: string, column: string): string =>
  `exists (select from ${table} own where own.id = ${column})`;
