import { createModel, effect, signal } from '@preact/signals-core';
import type { Clock } from '../../foundation/clock';
import type { Lifetime } from '../../foundation/lifetime';
import type { Sound } from './ports';

/** How often the level is looked at while the microphone is on: as often as an eye follows. Milliseconds. */
const LEVEL_MS = 120;

/** The microphone of a recording: off until the person turns it on. */
export const SoundModel = createModel((clock: Clock) => {
  const microphone = signal<'off' | 'asking' | 'on'>('off');
  /** How loud it is, 0 to 1. */
  const level = signal(0);
  /** Why it is off although the person wanted it on. */
  const trouble = signal<string | undefined>(undefined);
  let sound: Sound | undefined;
  let session: Lifetime | undefined;

  const off = (code?: string): void => {
    sound?.turnOff();
    microphone.value = 'off';
    level.value = 0;
    trouble.value = code;
  };
  const watchLevel = (): void => {
    session?.add(
      clock.after(LEVEL_MS, () => {
        if (microphone.peek() !== 'on' || !sound) return;
        level.value = sound.level();
        watchLevel();
      }),
    );
  };
  const turnOn = async (): Promise<void> => {
    const asked = sound;
    if (!asked || microphone.peek() !== 'off') return;
    microphone.value = 'asking';
    trouble.value = undefined;
    const answer = await asked.turnOn();
    if (asked !== sound) return;
    if (!answer.ok) return off(answer.problem.code);
    microphone.value = 'on';
    watchLevel();
  };
  effect(() => () => session?.end());

  return {
    microphone,
    level,
    trouble,
    /** Takes the sound of a display; it ends with the recording. */
    begin(next: Sound, recording: Lifetime): void {
      session = recording.child();
      sound = next;
      session.add(next.onLost(() => off('microphone-lost')));
      session.add(() => {
        off();
        sound = undefined;
      });
    },
    turnOn,
    toggle: (): Promise<void> => (microphone.peek() === 'on' ? Promise.resolve(off()) : turnOn()),
  };
});
