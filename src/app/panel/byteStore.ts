import type { Clock } from '../../foundation/clock';
import type { Id } from '../../foundation/id';
import type { OwnerSpace } from '../owner';

/** Where in the store it stands when the bytes of an attachment were kept. */
export const KEPT_AT = 'attachment/';

/** Notes when bytes were kept, so that orphans can be told from bytes that another tab has just put there. */
export async function noteKept(space: OwnerSpace, id: Id, clock: Clock): Promise<void> {
  await space.database.store('meta').setMany([[KEPT_AT + id, clock.now()]]);
}
