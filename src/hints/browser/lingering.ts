import type { Clock } from '../../foundation/clock';
import type { Lifetime } from '../../foundation/lifetime';

/** Where the pointer or the focus is, as far as it matters. */
export interface Lingering {
  /** It is on the page; `around` are the elements it is in, ours among them. */
  at(around: readonly Element[]): void;
}

/** What lingering is noticed with. */
export interface LingeringOptions {
  readonly clock: Clock;
  /** How long somebody may be on the way to our card. Milliseconds; 0 tells at once. */
  readonly graceMs: number;
  /** Places that are asked for, and their elements. */
  places(): readonly (readonly [name: string, element: Element])[];
  isOwn(element: Element): boolean;
  onLeft(place: string): void;
}

/**
 * Tells when somebody left a place. Our card belongs to the place: whoever is in it has not left, nor who is on the way to it. Nothing is
 * heard from inside our own elements, so who goes from there to elsewhere is noticed by where they arrive.
 */
export function noticeLeaving(
  { clock, graceMs, places, isOwn, onLeft }: LingeringOptions,
  lifetime: Lifetime,
): Lingering {
  const inside = new Set<string>();
  const leaving = new Map<string, () => void>();
  const stay = (name: string): void => {
    leaving.get(name)?.();
    leaving.delete(name);
  };
  const leave = (name: string): void => {
    stay(name);
    inside.delete(name);
    onLeft(name);
  };
  lifetime.add(() => leaving.forEach((cancel) => cancel()));

  return {
    at(around) {
      const isOurs = around.some(isOwn);
      for (const [name, element] of places()) {
        if (around.includes(element)) inside.add(name);
        if (isOurs || around.includes(element)) stay(name);
        else if (inside.has(name) && graceMs === 0) leave(name);
        else if (inside.has(name) && !leaving.has(name))
          leaving.set(
            name,
            clock.after(graceMs, () => leave(name)),
          );
      }
    },
  };
}
