import type { ReplyDrafts } from '../../conversations';
import type { Clock } from '../../foundation/clock';
import { succeed } from '../../foundation/result';
import { keep, stillKept, type Kept } from '../../storage';
import type { OwnerSpace } from '../owner';
import { REPLIES_KEY } from '../panel/draftStore';

/** Keeps one person's unsent replies in that person's database, as long as other drafts. */
export function createReplyDrafts(
  space: OwnerSpace,
  { clock, ttlHours }: { readonly clock: Clock; readonly ttlHours: number },
): ReplyDrafts {
  const drafts = space.database.store('drafts');
  return {
    async load() {
      const found = await drafts.get<Kept<Readonly<Record<string, string>>>>(REPLIES_KEY);
      return found.ok ? succeed(stillKept(found.value, { now: clock.now(), ttlHours })) : found;
    },
    save: (texts) => drafts.setMany([[REPLIES_KEY, keep(texts, clock.now())]]),
  };
}
