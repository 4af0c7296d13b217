import type { Clock } from '../../../foundation/clock';
import type { Id } from '../../../foundation/id';
import type { Lifetime, Undo } from '../../../foundation/lifetime';
import type { HintEvent, HintEventBatch } from '../../../protocol';
import type { OwnerDatabase } from '../../../storage';
import {
  NOTHING_TOLD,
  queueRead,
  tellable,
  withBatch,
  withoutBatch,
  withTold,
  type EventQueue,
  type ToldEvent,
} from './eventsQueue';
import type { Exclusively } from './keepingLock';
import type { HintAsk } from '../sourceAsk';

/** How long is waited for more before it is put away. Milliseconds. */
const TOGETHER_MS = 2_000;
/** Least time between two requests; after a failure twice as long each time. */
const SEND_MS = 30_000;
const LONGEST_MS = 900_000;
/** In `drafts`, where all is sealed: what happened to somebody is theirs. */
const KEY = 'hints.events';

/** Tells the backend what happened with hints. A lost event costs a statistic and nothing else. */
export interface HintEvents {
  tell(event: HintEvent, key: string): void;
  /** Sends what was left here. */
  send(): void;
  /** Puts away what was not told yet. */
  putAway(): Promise<void>;
}

/** What telling needs. */
export interface HintEventsDeps {
  readonly owner: string;
  readonly ask: HintAsk;
  readonly database: Pick<OwnerDatabase, 'store'>;
  readonly exclusively: Exclusively;
  readonly clock: Clock;
  readonly lifetime: Lifetime;
  newId(): Id;
  /** Gives the SHA-256 of each MiB. */
  digests(bytes: ArrayBuffer): Promise<readonly string[]>;
}

/** Creates what tells. */
export function createHintEvents(deps: HintEventsDeps): HintEvents {
  const { ask, owner, database, exclusively, clock, lifetime, newId, digests } = deps;
  const store = createQueueStore(database);
  const told: ToldEvent[] = [];
  let notBefore = -Infinity;
  let failures = 0;
  let cancel: Undo | undefined;
  lifetime.add(() => cancel?.());

  const putAway = async (): Promise<EventQueue> => {
    const mine = told.splice(0);
    const queue = await store.load();
    return mine.length === 0 ? queue : store.keep(withTold(queue, mine, clock.now()));
  };

  /** Whether it is over with this batch: the backend has it, or will never take it. */
  const isOver = async ({ id, events }: NonNullable<EventQueue['batch']>): Promise<boolean> => {
    const value: HintEventBatch = { owner, events };
    const body = new TextEncoder().encode(JSON.stringify(value));
    const [sha256 = ''] = await digests(body.buffer); // one piece: a batch is far smaller than a MiB
    const item = { id, body, digest: `sha-256=:${sha256}:` };
    const answer = await ask((backend, call) => backend.putHintEvents(item, call));
    const isDone = answer.ok || answer.problem.retryable === false;
    failures = isDone ? 0 : failures + 1;
    const asked = answer.ok ? 0 : (answer.problem.retryAfterMs ?? 0);
    notBefore = clock.now() + Math.max(asked, isDone ? SEND_MS : Math.min(LONGEST_MS, SEND_MS * 2 ** failures));
    return isDone;
  };

  const send = async (): Promise<void> => {
    const queue = withBatch(await putAway(), newId);
    if (!queue.batch || lifetime.hasEnded) return;
    if (clock.now() < notBefore) return plan(notBefore - clock.now());
    await store.keep(queue); // before it goes: what is sent again has to be the same
    const isDone = await isOver(queue.batch);
    const left = isDone ? await store.keep(withoutBatch(queue)) : queue;
    if (left.batch || left.waiting.length > 0) plan(notBefore - clock.now());
  };

  const plan = (ms: number): void => {
    if (lifetime.hasEnded) return;
    cancel ??= clock.after(ms, () => {
      cancel = undefined;
      void exclusively(send).catch(() => undefined); // a digest that can't be made here: nothing is told
    });
  };

  return {
    tell(event, key) {
      told.push({ key, event: tellable(event) });
      plan(TOGETHER_MS);
    },
    send: () => plan(TOGETHER_MS),
    putAway: async () => void (await exclusively(putAway)),
  };
}

/** Keeps the queue on the device; what that has no room for stays in memory, as long as the page. */
function createQueueStore(database: HintEventsDeps['database']) {
  const drafts = database.store('drafts');
  let held: EventQueue | undefined;
  return {
    async load(): Promise<EventQueue> {
      if (held) return held;
      const found = await drafts.get<unknown>(KEY);
      return found.ok ? queueRead(found.value) : NOTHING_TOLD;
    },
    async keep(queue: EventQueue): Promise<EventQueue> {
      const kept = await drafts.setMany([[KEY, queue]]);
      held = kept.ok ? undefined : queue;
      return queue;
    },
  };
}
