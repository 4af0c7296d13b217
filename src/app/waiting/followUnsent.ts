import type { Outbox, OutboxItemView } from '../../delivery';
import { createLifetime, type Undo } from '../../foundation/lifetime';
import type { Id } from '../../foundation/id';
import type { Unsent } from '../../questions/waiting';
import type { OwnerSpace } from '../owner';

/** A submission that the receiver does not have. */
export interface UnsentSubmission extends Unsent {
  readonly id: Id;
}

/** Tells which submissions the receiver does not have, now and whenever that changes. */
export function followUnsent(space: OwnerSpace, listener: (unsent: readonly UnsentSubmission[]) => void): Undo {
  const lifetime = createLifetime();
  let turn = 0;
  const tell = async (box: Outbox, items: readonly OutboxItemView[]): Promise<void> => {
    const mine = ++turn;
    const unsent = await Promise.all(items.filter(isUnsent).map((item) => unsentOf(box, item)));
    if (mine === turn && !lifetime.hasEnded) listener(unsent);
  };
  space.outbox().then(
    (box) => lifetime.add(box.items.subscribe((items) => void tell(box, items))),
    () => undefined, // nobody is signed in: nothing waits
  );
  return () => lifetime.end();
}

/** What nobody can read any more has a notice of its own. */
const isUnsent = ({ kind, state, reference, problem }: OutboxItemView): boolean =>
  kind === 'submission' &&
  state !== 'done' &&
  reference === undefined &&
  problem !== 'key-gone' &&
  problem !== 'seal-broken';

async function unsentOf(box: Outbox, { id, savedAt }: OutboxItemView): Promise<UnsentSubmission> {
  const content = await box.content(id);
  const questions = content.ok && content.value && 'questions' in content.value ? content.value.questions.length : 1;
  return { id, savedAt, questions };
}
