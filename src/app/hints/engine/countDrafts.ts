import type { Undo } from '../../../foundation/lifetime';
import type { Bundle } from '../../../questions';
import { DRAFT_KEY, draftChannel, isUnreadable, stillKept, type Kept } from '../../../storage';
import type { OwnerSpace } from '../../owner';
import type { HintsParts } from '../hintsParts';

/** What drafts are counted with. */
export interface DraftCountParts extends Pick<HintsParts, 'model' | 'clock'> {
  readonly space: Pick<OwnerSpace, 'owner' | 'database'>;
}

/** How many questions somebody has in the bundle. */
export interface DraftCount {
  /** Nothing until it was looked, or when nobody can look. */
  count(): number | undefined;
  end: Undo;
}

/** How long after a save it is looked: who writes saves again and again. Milliseconds. */
const REST_MS = 500;

/** Counts on the device, so that no panel is needed for it, and again after a save in any tab. Nothing but the number is kept. */
export function countDrafts({ model, clock, space }: DraftCountParts, onChange: () => void): DraftCount {
  const drafts = space.database.store('drafts');
  const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(draftChannel(space.owner));
  let known: number | undefined;
  let hasEnded = false;
  let cancel: Undo | undefined;

  const look = async (): Promise<void> => {
    const found = await drafts.get<Kept<Bundle>>(DRAFT_KEY);
    const age = { now: clock.now(), ttlHours: model.settings.peek().storage.ttlHours };
    const { questions = [] } = (found.ok && stillKept(found.value, age)) || {};
    const next = found.ok || isUnreadable(found.problem) ? questions.filter(isKept).length : undefined;
    if (hasEnded || next === known) return;
    known = next;
    onChange();
  };
  channel?.addEventListener('message', () => {
    cancel?.();
    cancel = clock.after(REST_MS, () => void look());
  });
  void look();

  return {
    count: () => known,
    end() {
      hasEnded = true;
      cancel?.();
      channel?.close();
    },
  };
}

/** The one that is open in a form is not in the bundle yet. */
const isKept = ({ isUnfinished }: Bundle['questions'][number]): boolean => !isUnfinished;
