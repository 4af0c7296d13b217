import type { Lifetime } from '../../../foundation/lifetime';
import type { Clock } from '../../../foundation/clock';
import type { Id } from '../../../foundation/id';
import { fail, succeed } from '../../../foundation/result';
import { mergeKept, NOTHING_KEPT, type HintKeeping, type KeptHints } from '../../../hints';
import type { HintHistory } from '../../../protocol';
import type { OwnerDatabase } from '../../../storage';
import { createHintEvents } from './events';
import { createHintDevice } from './keepingDevice';
import { createExclusively } from './keepingLock';
import { createHintSending } from './keepingSending';
import type { HintAsk } from '../sourceAsk';

/** What keeping needs. */
export interface HintKeepingDeps {
  readonly owner: string;
  readonly ask: HintAsk;
  readonly database: Pick<OwnerDatabase, 'store'>;
  readonly locks: LockManager | undefined;
  readonly clock: Clock;
  newId(): Id;
  /** Gives the SHA-256 of each MiB. */
  digests(bytes: ArrayBuffer): Promise<readonly string[]>;
  /** At its end nothing more is kept or sent. */
  readonly lifetime: Lifetime;
}

/** What one person did with hints, kept here and at the backend. */
export interface OwnHints extends HintKeeping {
  /** To be called before the person is forgotten: ends the session, and puts away what was not told yet. */
  leave(): Promise<void>;
}

/** Creates what keeps hints of one person. What the device refuses the backend still gets, and the other way round. */
export function createHintKeeping(deps: HintKeepingDeps): OwnHints {
  const { owner, ask, clock, locks, newId } = deps;
  const lifetime = deps.lifetime.child();
  const name = `cliendo-support:hints:${owner}`;
  const device = createHintDevice({
    ...deps,
    lifetime,
    name,
    exclusively: createExclusively(locks, name),
  });
  const events = createHintEvents({
    ...deps,
    lifetime,
    exclusively: createExclusively(locks, `${name}:events`),
  });
  const listeners = new Set<(kept: KeptHints) => void>();
  let latest = NOTHING_KEPT;

  const hear = (kept: KeptHints): void => {
    latest = mergeKept(latest, kept);
    for (const listener of listeners) listener(latest);
  };
  lifetime.add(device.changed(hear));
  /** The backend knows more than this page: from another device, or because a hint is shown again for everybody. */
  const learn = async (history: HintHistory): Promise<void> => {
    await device.join({ ...NOTHING_KEPT, history }, true);
    hear({ ...NOTHING_KEPT, history });
  };
  const sending = createHintSending({
    ask,
    clock,
    lifetime,
    history: () => latest.history,
    onNews: learn,
  });
  const joining = createJoining(async (kept) => void (await device.join(kept)));

  return {
    async load() {
      const [begun, asked] = await Promise.all([device.begin(), ask((backend, call) => backend.hintHistory(call))]);
      if (!asked.ok && !(begun.ok && begun.value.isWhole)) return fail({ ...UNKNOWN, cause: asked.problem });
      latest = mergeKept(begun.ok ? begun.value.value : nothingBut(aSession(clock.now(), newId)), latest);
      if (asked.ok) await learn(asked.value);
      sending.begin(asked.ok ? asked.value : undefined);
      events.send();
      return succeed(latest);
    },
    async save(kept) {
      latest = mergeKept(latest, kept);
      await joining(kept);
      sending.later();
    },
    tell: (event, key) => events.tell(event, key),
    changed(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async leave() {
      await Promise.all([device.endSession(), events.putAway()]);
    },
  };
}

const UNKNOWN = {
  code: 'history-unknown',
  message: 'Neither the backend nor the device knows what was done before.',
};

const nothingBut = (session: KeptHints['session']): KeptHints => ({ ...NOTHING_KEPT, session });

const aSession = (now: number, newId: () => string): KeptHints['session'] => ({
  id: newId(),
  startedAt: now,
  shows: [],
});

/** Writes one at a time; what comes meanwhile goes together in the next one. */
function createJoining(write: (kept: KeptHints) => Promise<void>): (kept: KeptHints) => Promise<void> {
  let waiting: KeptHints | undefined;
  let running: Promise<void> | undefined;
  const run = async (): Promise<void> => {
    while (waiting) {
      const next = waiting;
      waiting = undefined;
      await write(next); // oxlint-disable-line no-await-in-loop -- one at a time is the point
    }
    running = undefined;
  };
  return (kept) => {
    waiting = waiting ? mergeKept(waiting, kept) : kept;
    return (running ??= run());
  };
}
