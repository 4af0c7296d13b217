/** Runs `work` while no other tab of this browser does the same. */
export type Exclusively = <Value>(work: () => Promise<Value>) => Promise<Value>;

/** Makes what takes turns with the other tabs. Where the browser has no Web Locks, or refuses them, nobody waits: what is joined is joined again later. */
export const createExclusively =
  (locks: LockManager | undefined, name: string): Exclusively =>
  async <Value>(work: () => Promise<Value>) => {
    let isBegun = false;
    const begin = async (): Promise<Value> => {
      isBegun = true;
      return work();
    };
    try {
      return await (locks ? locks.request(name, begin) : begin());
    } catch (cause) {
      if (isBegun) throw cause;
      return begin();
    }
  };
