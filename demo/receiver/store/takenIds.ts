import { sql } from 'drizzle-orm';
import type { Id } from '../../../src/foundation/id';
import type { Database } from './database';

/**
 * Whether one of these ids was used before, by anybody: an id made on a device exists once. The database looks past its own
 * row-level security for this one answer and tells no more than yes or no.
 */
export async function areTaken(tx: Database, ids: readonly Id[]): Promise<boolean> {
  if (ids.length === 0) return false;
  const result: unknown = await tx.execute(
    sql`select ids_are_taken(array[${sql.join(
      ids.map((id) => sql`${id}::uuid`),
      sql`, `,
    )}]) as taken`,
  );
  const [row] = (result as { readonly rows: readonly { readonly taken: boolean }[] }).rows; // both drivers give this
  return row?.taken === true;
}
