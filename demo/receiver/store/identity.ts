import { and, eq, ne, sql } from 'drizzle-orm';
import type { Asker } from '../callers';
import type { Database } from './database';
import { organisation, person } from './tables';

/** Writes down the organisation and the person of a token, as they are called today. */
export async function rememberAsker(tx: Database, asker: Asker): Promise<void> {
  const { id, name } = asker.organisation;
  await tx.insert(organisation).values({ id, name, changeSeq: 0 }).onConflictDoNothing(); // its row is locked later and shortly, where the change is numbered
  await tx
    .update(organisation)
    .set({ name })
    .where(and(eq(organisation.id, id), ne(organisation.name, name)));
  await tx
    .insert(person)
    .values({ organisationId: id, owner: asker.owner, name: asker.name, role: asker.role, email: asker.email ?? null })
    .onConflictDoUpdate({
      target: [person.organisationId, person.owner],
      set: { name: sql`excluded.name`, role: sql`excluded.role`, email: sql`excluded.email` },
    });
}

/** Locks the row of a person who was here before, and changes nothing: what a mail says of anybody is not believed. */
export async function lockAsker(tx: Database, { owner, organisation: { id } }: Asker): Promise<void> {
  await tx
    .select({ owner: person.owner })
    .from(person)
    .where(and(eq(person.organisationId, id), eq(person.owner, owner)))
    .for('update');
}
