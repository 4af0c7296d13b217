import { createModel, signal } from '@preact/signals-core';
import type { Clock } from '../foundation/clock';
import type { Undo } from '../foundation/lifetime';

/** A live region that is filled as soon as it exists is not spoken. */
const SETTLE_MS = 100;
/** A screen reader that is interrupted says neither message. */
const PAUSE_MS = 1500;

/** Speaks for hints: one message in 1.5 s, of those that wait the last wins. Nothing is spoken of a hint that has gone. */
export const VoiceModel = createModel((clock: Clock) => {
  const spoken = signal('');
  let by: string | undefined;
  let waiting: Undo | undefined;
  let quietUntil = 0;

  const hush = (): void => {
    waiting?.();
    waiting = undefined;
  };
  return {
    spoken,
    /** Says something of a hint once there has been time for it. */
    say(hint: string, text: string): void {
      hush();
      by = hint;
      waiting = clock.after(Math.max(SETTLE_MS, quietUntil - clock.now()), () => {
        waiting = undefined;
        quietUntil = clock.now() + PAUSE_MS;
        spoken.value = text === spoken.peek() ? `${text}\u00a0` : text; // the same text twice would not be spoken
      });
    },
    /** Takes back what was said, or was about to be said, of a hint. */
    drop(hint: string): void {
      if (by !== hint) return;
      hush();
      by = undefined;
      spoken.value = '';
    },
    /** Stops waiting. */
    end: hush,
  };
});

/** Speaks for hints. */
export type VoiceModelInstance = InstanceType<typeof VoiceModel>;
