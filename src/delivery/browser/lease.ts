import type { Clock } from '../../foundation/clock';
import type { KeyValueStore } from '../../storage';

/** Says in the storage who sends now, and until when to believe it. Two pages could still take it in the same moment: the receiver decides. */
export interface Lease {
  /** `free`: nobody has it, or the storage does not say. `overdue`: who has it is past its time. */
  state(): Promise<'free' | 'held' | 'overdue'>;
  /** Takes it over, from whomever. */
  take(): Promise<void>;
  /** Before each request of at most `limitMs`: false when another page has taken over. */
  extend(limitMs: number): Promise<boolean>;
  end(): Promise<void>;
}

interface Row {
  /** Goes up with every page that takes over: who holds a lower one has lost it. */
  readonly counter: number;
  readonly until: number;
}

const KEY = 'lease';
/** How long a page may say nothing, beyond the time-out of its request. */
const PATIENCE_MS = 30_000;

/** No request takes longer. */
const LONGEST_MS = 360_000;

/** Creates the lease of one outbox. */
export function createLease(store: KeyValueStore, clock: Clock): Lease {
  let mine = 0;
  const read = async (): Promise<Row | undefined> => {
    const found = await store.get<Row>(KEY);
    return found.ok ? found.value : undefined;
  };
  const write = (until: number) => store.setMany([[KEY, { counter: mine, until } satisfies Row]]);
  return {
    async state() {
      const { until = 0 } = (await read()) ?? {};
      const leftMs = until - clock.now();
      if (until === 0 || leftMs > LONGEST_MS) return 'free'; // the device's clock was set back
      return leftMs > 0 ? 'held' : 'overdue';
    },
    async take() {
      mine = ((await read())?.counter ?? 0) + 1;
      await write(clock.now() + PATIENCE_MS);
    },
    async extend(limitMs) {
      const row = await read();
      if (row && row.counter > mine) return false;
      await write(clock.now() + limitMs + PATIENCE_MS);
      return true;
    },
    async end() {
      const row = await read();
      if (!row || row.counter === mine) await write(0);
    },
  };
}
