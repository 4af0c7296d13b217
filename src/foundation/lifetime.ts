/** Takes back one thing that was started. */
export type Undo = () => void;

/** Holds the undo of everything that was started, so that it can all be ended at once. */
export interface Lifetime {
  /** Registers an undo. After the end it runs at once, so nothing started late survives. */
  add(undo: Undo): void;
  /** Makes a lifetime that ends with this one, or earlier on its own. */
  child(): Lifetime;
  /** Runs every undo, last one first. A second call does nothing. */
  end(): void;
  readonly hasEnded: boolean;
}

/**
 * Creates a lifetime.
 * An undo that throws does not keep the others from running; its error goes to `onError`.
 *
 * @example
 * const lifetime = createLifetime();
 * window.addEventListener('online', wake);
 * lifetime.add(() => window.removeEventListener('online', wake));
 */
export function createLifetime(onError: (error: unknown) => void = () => undefined): Lifetime {
  const undos = new Set<Undo>();
  let hasEnded = false;

  const run = (undo: Undo): void => {
    try {
      undo();
    } catch (error) {
      onError(error);
    }
  };

  return {
    get hasEnded() {
      return hasEnded;
    },
    add(undo) {
      if (hasEnded) run(undo);
      else undos.add(undo);
    },
    child() {
      const child = createLifetime(onError);
      const endChild = (): void => child.end();
      this.add(endChild);
      child.add(() => undos.delete(endChild));
      return child;
    },
    end() {
      if (hasEnded) return;
      hasEnded = true;
      for (const undo of [...undos].reverse()) run(undo);
      undos.clear();
    },
  };
}
