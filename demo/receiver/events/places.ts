/** How many streams somebody may have at this receiver at a time. */
export interface Places {
  /** Takes a place; nothing when all are taken. The answer gives it back, once. */
  take(owner: string): (() => void) | undefined;
}

/** Creates the count, with everything free. It is this process's own: receivers side by side count for themselves. */
export function createPlaces(perOwner: number): Places {
  const taken = new Map<string, number>();
  return {
    take(owner) {
      const mine = taken.get(owner) ?? 0;
      if (mine >= perOwner) return undefined;
      taken.set(owner, mine + 1);
      let isTaken = true;
      return () => {
        if (!isTaken) return;
        isTaken = false;
        const left = (taken.get(owner) ?? 1) - 1;
        if (left === 0) taken.delete(owner);
        else taken.set(owner, left);
      };
    },
  };
}
