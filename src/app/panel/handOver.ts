import type { Failure } from '../../foundation/result';
import type { Id } from '../../foundation/id';
import type { Bundle } from '../../questions';
import { carryBytes } from './carryBytes';
import type { WorkspaceModelInstance } from './workspace.model';

/**
 * From nobody to somebody: what was typed, made and told comes along. What is being made is waited for, so that it is kept whole in one
 * place; and nothing on the screen goes away under the hand of who is about to press it. Stops, with nothing taken away, when it is not wanted any more.
 */
export async function handOver(
  before: WorkspaceModelInstance,
  next: WorkspaceModelInstance,
  isWanted: () => boolean,
): Promise<void> {
  const lost = new Map<Id, Failure>();
  const { bundle } = before.questions;
  let taken: Bundle | undefined;
  const take = (): void => {
    if (taken !== bundle.peek()) next.questions.take(without(bundle.peek(), lost));
    taken = bundle.peek();
  };
  let attachments: Bundle['attachments'];
  let isEquipped: () => boolean;
  do {
    isEquipped = await next.equipLike(before); // oxlint-disable-line no-await-in-loop -- each round takes what was made during the one before
    await rested(before); // oxlint-disable-line no-await-in-loop
    ({ attachments } = bundle.peek());
    await carryBytes(before.ownerSpace(), next.ownerSpace(), { attachments, lost }); // oxlint-disable-line no-await-in-loop
    await next.questions.restore(); // oxlint-disable-line no-await-in-loop
    if (!isWanted()) return;
    take();
    await next.questions.flush(); // oxlint-disable-line no-await-in-loop
    if (!isWanted()) return;
  } while (before.isBusy.peek() || bundle.peek().attachments !== attachments || !isEquipped());
  take(); // what was typed while it was stored
  keepForm(before, next);
  next.takeOver(before, [...lost.values()]);
}

/** A form without words is nothing to keep, but it stays on the screen with what was chosen: drawn anew, it would swallow a press. */
function keepForm({ questions: before }: WorkspaceModelInstance, { questions }: WorkspaceModelInstance): void {
  const open = before.draft.peek();
  if (!open || questions.draft.peek()) return;
  questions.begin();
  questions.answer({ kind: open.kind, place: open.place, client: open.client });
}

const rested = ({ isBusy }: WorkspaceModelInstance): Promise<void> =>
  new Promise((resolve) => {
    const end = isBusy.subscribe((now) => {
      if (!now) queueMicrotask(() => resolve(end()));
    });
  });

/** What the device has no room for is told and does not go along: a question that names it could not be sent. */
function without(bundle: Bundle, lost: ReadonlyMap<Id, Failure>): Bundle {
  if (lost.size === 0) return bundle;
  return {
    ...bundle,
    attachments: bundle.attachments.filter(({ id }) => !lost.has(id)),
    questions: bundle.questions.map((question) => ({
      ...question,
      attachments: question.attachments.filter((id) => !lost.has(id)),
    })),
  };
}
