import type { Lifetime, Undo } from '../../foundation/lifetime';
import type { HintSlots } from '../../hints';

/**
 * Lets what interrupts be in one tab at a time, by a Web Lock that is had at once or not at all.
 * Without Web Locks each tab has its own: at most one showing too many.
 *
 * @param lifetime at its end every slot of this tab is let go
 */
export function createHintSlots(locks: LockManager | undefined, lifetime: Lifetime): HintSlots {
  return {
    async claim(slot) {
      if (lifetime.hasEnded) return undefined;
      const letGo = locks ? await held(locks, `cliendo-support:hints:${slot}`) : () => undefined;
      if (letGo) lifetime.add(letGo);
      return letGo;
    },
  };
}

const held = (locks: LockManager, name: string): Promise<Undo | undefined> =>
  new Promise((resolve) => {
    const taken = (lock: Lock | null): Promise<void> | undefined => {
      if (lock) return new Promise((letGo) => resolve(letGo));
      resolve(undefined);
      return undefined;
    };
    locks.request(name, { ifAvailable: true }, taken).catch(() => resolve(() => undefined)); // refused here: as without locks
  });
