import { MOST_TRIES, waitAfter } from '../domain/backOff';
import type { Outgoing, OutgoingStore, Settled } from '../outgoingPort';
import type { Clock, ReceiverLog } from '../ports';

/** How one try went. What is `refused` will never be taken, so it is not tried again. */
export type Sent =
  | { readonly state: 'taken' }
  | { readonly state: 'failed'; readonly reason: string; readonly askedMs?: number }
  | { readonly state: 'refused'; readonly reason: string };

/** Tells one target something, once, within its own time limit. Never throws. */
export type Sender = (item: Outgoing, signal: AbortSignal) => Promise<Sent>;

/** Tells what is due. */
export interface Dispatcher {
  /** Resolves when nothing is due any more for anybody who was not being told already. */
  deliverDue(): Promise<void>;
  /** Breaks off what is on its way: it is due again at once. */
  stop(): Promise<void>;
}

interface Parts {
  readonly store: OutgoingStore;
  /** By target. What is for nobody here waits for a receiver that knows them. */
  readonly senders: ReadonlyMap<string, Sender>;
  readonly clock: Clock;
  readonly log: Pick<ReceiverLog, 'told'>;
  /** From 0 to 1. */
  readonly chance?: () => number;
}

/** Longer than any try takes: who was killed in the middle of one is not waited for longer. */
export const LEASE_MS = 60_000;

/**
 * Creates what tells others. Each target has a lane of its own, so that one that hangs delays nobody else.
 * At least once: a try is settled after the answer, so a receiver that dies in between leaves a lease that ends, and the same id is sent again.
 */
export function createDispatcher({ store, senders, clock, log, chance = Math.random }: Parts): Dispatcher {
  const lanes = new Map<string, Promise<void>>();
  const looks = new Set<Promise<void>>();
  const stopping = new AbortController();

  const tell = async (send: Sender, item: Outgoing): Promise<void> => {
    const sent = await send(item, stopping.signal);
    const how = stopping.signal.aborted && sent.state !== 'taken' ? brokenOff() : settled(item, sent);
    await store.endTry(item, how);
    const { id, target, event, tries } = item;
    log.told({ id, target, event, tries, ...how });
  };
  const brokenOff = (): Settled => ({ state: 'waiting', reason: 'stopped', nextAt: new Date(clock.now()) });
  const settled = ({ tries }: Outgoing, sent: Sent): Settled => {
    if (sent.state === 'taken') return { state: 'done' };
    if (sent.state === 'refused' || tries >= MOST_TRIES) return { state: 'dead', reason: sent.reason };
    const waitMs = waitAfter(tries, { chance: chance(), ...(sent.askedMs !== undefined && { askedMs: sent.askedMs }) });
    return { state: 'waiting', reason: sent.reason, nextAt: new Date(clock.now() + waitMs) };
  };
  const walk = async (target: string, send: Sender): Promise<void> => {
    while (!stopping.signal.aborted) {
      const items = await store.takeDue(target, LEASE_MS); // oxlint-disable-line no-await-in-loop -- the next few after these
      if (items.length === 0) return;
      await Promise.all(items.map((item) => tell(send, item))); // oxlint-disable-line no-await-in-loop -- as above
    }
  };

  const open = async (target: string): Promise<void> => {
    const send = senders.get(target);
    if (send === undefined || lanes.has(target)) return;
    const lane = walk(target, send);
    lanes.set(target, lane);
    await lane.finally(() => lanes.delete(target));
  };
  const look = async (): Promise<void> => {
    const due = await store.dueTargets();
    await Promise.all(due.map(open));
  };

  return {
    async deliverDue() {
      if (stopping.signal.aborted) return;
      const looking = look();
      looks.add(looking);
      await looking.finally(() => looks.delete(looking));
    },
    async stop() {
      stopping.abort();
      await Promise.allSettled(looks);
    },
  };
}
