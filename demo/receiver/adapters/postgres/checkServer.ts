import { StartRefused } from '../refusal';

/** What a commit needs to survive a power cut. `synchronous_commit` may be stricter than on, never off. */
const NEEDED: Readonly<Record<string, (value: string) => boolean>> = {
  fsync: (value) => value === 'on',
  full_page_writes: (value) => value === 'on',
  synchronous_commit: (value) => value !== 'off',
};

/** Gives the first row of an answer. */
export type AskServer = (sql: string) => Promise<Readonly<Record<string, unknown>> | undefined>;

/** Refuses a server that would lose what was acknowledged, and a user whom row-level security does not hold. */
export async function checkServer(ask: AskServer): Promise<void> {
  for (const [name, isGood] of Object.entries(NEEDED)) {
    const found = String((await ask(`show ${name}`))?.[name]);
    if (!isGood(found))
      throw new StartRefused(`The database setting ${name} is ${found}, but acknowledged questions need on.`);
  }
  const user = await ask('select rolsuper or rolbypassrls as free from pg_roles where rolname = current_user');
  if (user?.['free'] !== false)
    throw new StartRefused(
      'The database user is a superuser or passes row-level security by: give the receiver one that owns its database and no more.',
    );
}
