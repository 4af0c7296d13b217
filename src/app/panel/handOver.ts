import type { DraftStore } from '../../questions';
import type { OwnerSpace } from '../owner';
import { carryOver } from './carryOver';
import type { WorkspaceModelInstance } from './workspace.model';

/** Typing may go on while it is carried over; after this many rounds the rest follows with the next save. */
const ROUNDS = 5;

/** What a hand-over needs from outside. */
export interface HandOverOptions {
  readonly draftsOf: (space: OwnerSpace) => DraftStore;
  /** Whether it still is the person it was begun for. */
  readonly isWanted: () => boolean;
}

/**
 * From nobody to somebody: what was typed, made and told comes along. What is being made is waited for, so that it is kept whole in one
 * place; and nothing on the screen goes away under the hand of who is about to press it.
 */
export async function handOver(
  before: WorkspaceModelInstance,
  next: WorkspaceModelInstance,
  { draftsOf, isWanted }: HandOverOptions,
): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1) {
    await next.equipLike(before); // oxlint-disable-line no-await-in-loop -- each round takes what was typed and made during the one before
    await rested(before); // oxlint-disable-line no-await-in-loop
    if (!isWanted()) return;
    await before.flush(); // oxlint-disable-line no-await-in-loop
    const seen = before.questions.bundle.peek();
    await carryOver(before.ownerSpace(), next.ownerSpace(), draftsOf); // oxlint-disable-line no-await-in-loop
    await next.questions.restore(); // oxlint-disable-line no-await-in-loop
    if (before.questions.bundle.peek() === seen && !before.isBusy.peek()) break;
  }
  next.takeOver(before);
}

const rested = ({ isBusy }: WorkspaceModelInstance): Promise<void> =>
  new Promise((resolve) => {
    const end = isBusy.subscribe((now) => {
      if (!now) queueMicrotask(() => resolve(end()));
    });
  });
