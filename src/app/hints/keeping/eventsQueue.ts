import type { Id } from '../../../foundation/id';
import { MAX_HINT_EVENTS, type HintEvent } from '../../../protocol';

/** Something that happened, and what makes it the same thing in another tab. */
export interface ToldEvent {
  readonly key: string;
  readonly event: HintEvent;
}

/** What was not told to the backend yet, shared by the tabs of one person. */
export interface EventQueue {
  readonly waiting: readonly HintEvent[];
  /** Keys of the last things that were told, so that another tab or a reload does not tell them again. */
  readonly told: readonly string[];
  /** Under way: its id and its events stay together until the backend has it, so that it counts once. */
  readonly batch?: { readonly id: Id; readonly events: readonly HintEvent[] };
}

/** What the queue of somebody is who has told nothing. */
export const NOTHING_TOLD: EventQueue = { waiting: [], told: [] };

/** Most that waits: statistics are not worth more room. */
const MOST_WAITING = 1_000;
const MOST_KEYS = 2_000;
/** The backend forgets events after this long too. */
const LONGEST_MS = 31 * 86_400_000;

/** Adds what happened, each thing once; what is too old or too much goes. */
export function withTold(queue: EventQueue, told: readonly ToldEvent[], now: number): EventQueue {
  const known = new Set(queue.told);
  const news = told.filter(({ key }) => !known.has(key) && known.add(key));
  const waiting = [...queue.waiting, ...news.map(({ event }) => event)].filter((event) => isRecent(event, now));
  const { batch, ...rest } = queue;
  return {
    ...rest,
    waiting: waiting.slice(-MOST_WAITING),
    told: [...known].slice(-MOST_KEYS),
    ...(batch?.events.some((event) => isRecent(event, now)) && { batch }),
  };
}

/** Puts the oldest together, unless a batch is under way. */
export function withBatch(queue: EventQueue, newId: () => Id): EventQueue {
  if (queue.batch || queue.waiting.length === 0) return queue;
  const events = queue.waiting.slice(0, MAX_HINT_EVENTS);
  return {
    ...queue,
    waiting: queue.waiting.slice(MAX_HINT_EVENTS),
    batch: { id: newId(), events },
  };
}

/** Takes out a batch that the backend has, or will never take. */
export const withoutBatch = ({ waiting, told }: EventQueue): EventQueue => ({ waiting, told });

/** Reads what was kept; nothing told when it is not as this version keeps it. */
export function queueRead(kept: unknown): EventQueue {
  if (typeof kept !== 'object' || kept === null) return NOTHING_TOLD;
  const { waiting, told } = kept as Readonly<Record<string, unknown>>; // an object: each member is still unknown
  return Array.isArray(waiting) && Array.isArray(told) ? (kept as EventQueue) : NOTHING_TOLD; // it lies where only this code writes, sealed
}

/** Leaves out names that are no names: one of those would have the whole batch refused, and could be a text. */
export function tellable({ route, appVersion, count, ...event }: HintEvent): HintEvent {
  return {
    ...event,
    ...(route !== undefined && /^[a-z][\w.-]{0,79}$/i.test(route) && !route.includes('_') && { route }),
    ...(appVersion !== undefined && /^[a-z0-9.+-]{1,40}$/i.test(appVersion) && { appVersion }),
    ...(count !== undefined && { count: Math.max(0, Math.min(MOST_COUNT, Math.round(count))) }),
  };
}

const MOST_COUNT = 3_600_000;

const isRecent = ({ at }: HintEvent, now: number): boolean => now - Date.parse(at) <= LONGEST_MS;
