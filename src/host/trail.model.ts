import { createModel, signal } from '@preact/signals-core';
import type { Undo } from '../foundation/lifetime';
import { EMPTY_TRAIL, happened, noticedIn, withEvent, type Happened, type Noticed, type TrailEvent } from './trail';

/** More questions than this are not in the making at once. */
const MOST_HELD = 20;

/** What is told to a follower. */
export type OnHappened = (event: Happened) => void;

/**
 * The trail as it grows, and what of it belongs to which question. All of it is memory: nothing here is stored or sent.
 *
 *     page ─▶ trail ──at the press──▶ pressed ──question begun──▶ held by id ──kept or sent──▶ in the question
 */
export const TrailModel = createModel(() => {
  const trail = signal(EMPTY_TRAIL);
  const pressed = signal<Noticed | undefined>(undefined);
  const held = new Map<string, Noticed>();
  const followers = new Set<OnHappened>();

  return {
    trail,
    /** Adds what happened and tells whoever follows. `most` entries of each kind are kept. */
    note(event: TrailEvent, most: number): void {
      trail.value = withEvent(trail.peek(), event, most);
      for (const follow of followers) follow(happened(event));
    },
    /** Tells what happens from now on. */
    onHappened(follow: OnHappened): Undo {
      followers.add(follow);
      return () => followers.delete(follow);
    },
    /** Holds the trail as it is at the press. */
    press(): void {
      pressed.value = noticedIn(trail.peek());
    },
    /** The panel has closed: the next press makes another one. */
    release(): void {
      pressed.value = undefined;
    },
    /** Remembers for a question what went before it: the trail of the press for the first one, of now for what is begun later. */
    begin(question: string): void {
      held.delete(question);
      held.set(question, pressed.peek() ?? noticedIn(trail.peek()));
      pressed.value = undefined;
      const [oldest] = held.keys();
      if (held.size > MOST_HELD && oldest !== undefined) held.delete(oldest);
    },
    /** Gives what went before a question, once. */
    take(question: string): Noticed | undefined {
      const noticed = held.get(question);
      held.delete(question);
      return noticed;
    },
    /** Another person, or nobody: nothing is known any more. */
    forget(): void {
      trail.value = EMPTY_TRAIL;
      pressed.value = undefined;
      held.clear();
    },
  };
});

/** The public face of the model. */
export type TrailModelInstance = InstanceType<typeof TrailModel>;
