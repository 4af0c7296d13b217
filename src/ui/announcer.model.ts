import { createModel, signal } from '@preact/signals-core';
import type { Clock } from '../foundation/clock';
import type { Undo } from '../foundation/lifetime';

/** Pause between two spoken messages: a screen reader that is interrupted says neither. */
const PAUSE_MS = 1500;

/**
 * What is spoken in one layer. At most one message per 1.5 s: of those that wait, the last wins.
 * `alert` waits for nothing and is never dropped; it is only for a failed send and a lost session.
 */
export const AnnouncerModel = createModel((clock: Clock) => {
  const status = signal('');
  const urgent = signal('');
  let waiting: string | undefined;
  let pause: Undo | undefined;

  const speak = (text: string): void => {
    status.value = text === status.peek() ? `${text}\u00a0` : text; // the same text twice would not be spoken
    pause = clock.after(PAUSE_MS, () => {
      pause = undefined;
      const next = waiting;
      waiting = undefined;
      if (next !== undefined) speak(next);
    });
  };

  return {
    status,
    urgent,
    /** Says something once the one before has had its time. */
    say(text: string): void {
      if (pause === undefined) speak(text);
      else waiting = text;
    },
    /** Says something at once, above all else. */
    alert(text: string): void {
      urgent.value = text === urgent.peek() ? `${text}\u00a0` : text;
    },
    /** Stops waiting. */
    end(): void {
      pause?.();
    },
  };
});

/** Speaks in one layer. */
export type AnnouncerModel = InstanceType<typeof AnnouncerModel>;
