/** Lets the work of one owner follow each other. */
export type Turns = <Value>(owner: string, work: () => Promise<Value>) => Promise<Value>;

/** Creates them, with nothing to do. */
export function createTurns(): Turns {
  const last = new Map<string, Promise<unknown>>();
  return (owner, work) => {
    const mine = (last.get(owner) ?? Promise.resolve()).then(work, work);
    last.set(owner, mine);
    return mine;
  };
}
