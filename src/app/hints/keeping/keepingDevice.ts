import type { Clock } from '../../../foundation/clock';
import type { Lifetime, Undo } from '../../../foundation/lifetime';
import { succeed } from '../../../foundation/result';
import type { KeptHints } from '../../../hints';
import { isUnreadable, type OwnerDatabase, type Stored } from '../../../storage';
import type { Exclusively } from './keepingLock';
import {
  joinedRecord,
  nothingRecorded,
  recordRead,
  withoutSession,
  withSession,
  type KeptRecord,
} from './keepingRecord';

/** What one person did with hints, as far as this device knows. Tabs share it: each adds, none takes away. */
export interface HintDevice {
  /** Gives what is kept, in the session that runs or in a new one. */
  begin(): Stored<KeptRecord>;
  /** Adds to what is kept, and tells the other tabs. */
  join(known: KeptHints, isWhole?: boolean): Stored<KeptRecord>;
  /** Ends the session: the next one who signs in, also the same person, begins another. */
  endSession(): Stored<KeptRecord>;
  /** Calls with what is kept now, when another tab has added to it. */
  changed(listener: (kept: KeptHints) => void): Undo;
}

/** What keeping on the device needs. */
export interface HintDeviceDeps {
  /** Of the lock and the channel; the same in all tabs of one person. */
  readonly name: string;
  readonly database: Pick<OwnerDatabase, 'store'>;
  readonly exclusively: Exclusively;
  readonly clock: Clock;
  readonly lifetime: Lifetime;
  newId(): string;
}

/** In `drafts`, where all is sealed: what somebody did is theirs. */
const KEY = 'hints.kept';

/** Creates what keeps hints in the person's own database. */
export function createHintDevice({ name, database, exclusively, clock, lifetime, newId }: HintDeviceDeps): HintDevice {
  const drafts = database.store('drafts');
  const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(name);
  lifetime.add(() => channel?.close());

  const read = async (): Stored<KeptRecord | undefined> => {
    const found = await drafts.get<unknown>(KEY);
    if (found.ok) return succeed(recordRead(found.value));
    return isUnreadable(found.problem) ? succeed(undefined) : found; // nobody will ever read it again
  };

  const change = (next: (record: KeptRecord, now: number) => KeptRecord): Stored<KeptRecord> =>
    exclusively(async () => {
      const found = await read();
      if (!found.ok) return found;
      const now = clock.now();
      const record = next(found.value ?? nothingRecorded(now), now);
      const kept = await drafts.setMany([[KEY, record]]);
      if (!kept.ok) return kept;
      if (!lifetime.hasEnded) channel?.postMessage('kept');
      return succeed(record);
    });

  return {
    begin: () => change((record, now) => withSession(record, now, newId)),
    join: (known, isWhole = false) =>
      change((record, now) => {
        const joined = joinedRecord(record, known, now);
        return isWhole ? { ...joined, isWhole } : joined;
      }),
    endSession: () => change(withoutSession),
    changed(listener) {
      const hear = (): void =>
        void read().then((found) => {
          if (found.ok && found.value && !lifetime.hasEnded) listener(found.value.value);
        });
      channel?.addEventListener('message', hear);
      return () => channel?.removeEventListener('message', hear);
    },
  };
}
