import type { Lifetime } from '../../../foundation/lifetime';
import type { HintSlots } from '../../../hints';

/**
 * Lets what interrupts be in one tab at a time, by a Web Lock that is had at once or not at all.
 * Without Web Locks each tab has its own: at most one showing too many.
 *
 * @param lifetime at its end every slot of this tab is let go
 */
export function createHintSlots(locks: LockManager | undefined, lifetime: Lifetime): HintSlots {
  let freed: Promise<unknown> = Promise.resolve();
  return {
    async claim(slot) {
      await freed; // one hint of this tab makes way for the next, and the browser hears of it a moment later
      if (lifetime.hasEnded) return undefined;
      const free = locks ? await held(locks, `cliendo-support:hints:${slot}`) : async () => undefined;
      if (!free) return undefined;
      const letGo = (): void => void (freed = free());
      lifetime.add(letGo);
      return letGo;
    },
  };
}

/** Takes a lock that is free. The answer lets it go, and says when it is free again. */
const held = (locks: LockManager, name: string): Promise<(() => Promise<unknown>) | undefined> =>
  new Promise((resolve) => {
    const whole = locks.request(name, { ifAvailable: true }, (lock) => {
      if (!lock) return resolve(undefined);
      return new Promise<void>((end) => resolve(() => (end(), ended)));
    });
    const ended = whole.catch(() => resolve(async () => undefined)); // refused here: as without locks
  });
