import type { Outbox, OutboxItemView } from '../../delivery';
import { createLifetime, type Undo } from '../../foundation/lifetime';
import type { Id } from '../../foundation/id';
import type { Unsent } from '../../questions/waiting';
import type { OwnerSpace } from '../owner';

/** A submission or a reply that the receiver does not have. */
export interface UnsentItem extends Unsent {
  readonly id: Id;
  readonly kind: 'question' | 'reply';
  /** Of a reply: where it belongs. */
  readonly question?: Id;
}

/** What is not at the receiver: whole, or as far as its pictures go. */
export interface OnItsWay {
  readonly unsent: readonly UnsentItem[];
  /** How far the pictures are of what the receiver has; nothing when none is on its way. */
  readonly percent?: number;
}

/** Tells what the receiver does not have, now and whenever that changes. */
export function followUnsent(space: OwnerSpace, listener: (found: OnItsWay) => void): Undo {
  const lifetime = createLifetime();
  let turn = 0;
  const tell = async (box: Outbox, items: readonly OutboxItemView[]): Promise<void> => {
    const mine = ++turn;
    const unsent = await Promise.all(items.filter(isUnsent).map((item) => unsentOf(box, item)));
    const arriving = items.filter(({ state, stage }) => stage === 'media' && state !== 'done' && state !== 'attention');
    const percent = arriving.length > 0 && { percent: Math.min(...arriving.map((item) => item.percent)) };
    if (mine === turn && !lifetime.hasEnded) listener({ unsent, ...percent });
  };
  space.outbox().then(
    (box) => lifetime.add(box.items.subscribe((items) => void tell(box, items))),
    () => undefined, // nobody is signed in: nothing waits
  );
  return () => lifetime.end();
}

/** What nobody can read any more has a notice of its own. */
const isUnsent = ({ kind, state, stage, problem }: OutboxItemView): boolean =>
  (kind === 'submission' || kind === 'message') &&
  state !== 'done' &&
  stage === 'text' &&
  problem !== 'key-gone' &&
  problem !== 'seal-broken';

async function unsentOf(box: Outbox, { id, kind, savedAt, question }: OutboxItemView): Promise<UnsentItem> {
  if (kind === 'message') return { id, kind: 'reply', savedAt, count: 1, ...(question && { question }) };
  const content = await box.content(id);
  const count = content.ok && content.value && 'questions' in content.value ? content.value.questions.length : 1;
  return { id, kind: 'question', savedAt, count };
}
