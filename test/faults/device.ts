/**
 * A person's device: storage that lasts, and lives of a page on it, one after another. A life may end at any moment;
 * then nothing of it goes on, and what the storage has is all there is.
 */
import { createHttpTransport, createOutbox, type Outbox, type OutboxItemView } from '../../src/delivery';
import { createSession } from '../../src/delivery/reading';
import type { Id } from '../../src/foundation/id';
import { silentLog } from '../../src/foundation/log';
import type { OwnerDatabase } from '../../src/storage';
import { createDeviceTime, type DeviceTime } from './deviceTime';
import { createLife, type Life } from './life';

/** What a device is made with. */
export interface DeviceOptions {
  readonly owner: string;
  readonly database: OwnerDatabase;
  /** The receiver's address, with a proxy in between. */
  readonly address: string;
  auth(): Promise<string>;
  /** The language of the request that the proxy holds: this device numbers its requests in it. */
  heldOf(): string | undefined;
  /** Whether waiting may end now: a receiver that is down is not asked thousands of times a second. */
  mayGoOn?(): boolean;
  random(): number;
}

/** One page on the device. */
export interface OpenPage {
  readonly outbox: Outbox;
  readonly database: OwnerDatabase;
  readonly life: Life;
}

/** How an item ended on the device; `missing` is what must never happen. */
export type Ending = 'done' | 'attention' | 'missing';

/** A device. */
export interface Device {
  readonly time: DeviceTime;
  /** How often a page on it died. */
  readonly crashes: number;
  /** The page that is open; opens one when there is none. */
  page(): OpenPage;
  /** Says that the network is back. */
  wake(): void;
  /** Lets time pass until these items have ended, with as many pages as it takes. */
  settle(ids: readonly Id[]): Promise<ReadonlyMap<Id, Ending>>;
}

interface Opened extends OpenPage {
  /** Whether it has read the storage and done what could be done at first. */
  hasLooked: boolean;
}

/** Creates a device. */
export function createDevice(options: DeviceOptions): Device {
  const { heldOf, mayGoOn = () => true } = options;
  const time = createDeviceTime(Date.now());
  const endings = new Map<Id, Ending>();
  let wake = (): void => undefined;
  let open: Opened | undefined;
  let crashes = 0;
  let requests = 0;

  const openPage = (): Opened => {
    const clock = time.clock();
    const life = createLife(() => {
      clock.end();
      wake = () => undefined;
      open = undefined;
      crashes += 1;
    });
    const database = life.guardDatabase(options.database);
    const outbox = createOutbox({
      ...options,
      database,
      backend: life.guardBackend(createHttpTransport(options.address)),
      session: createSession({ auth: options.auth, clock, log: silentLog }),
      clock,
      log: silentLog,
      language: () => languageOf(++requests),
      lock: (work) => work(new AbortController().signal), // one page at a time has this storage
      connectivity: (given) => {
        wake = given;
        return () => undefined;
      },
    });
    outbox.items.subscribe((items) => items.forEach((item) => isEnd(item.state) && endings.set(item.id, item.state)));
    const page = { outbox, database, life, hasLooked: false };
    void outbox.flush().then(() => (page.hasLooked = true));
    return page;
  };
  const page = (): Opened => (open ??= openPage());

  /** Whether nothing is on its way, so that only time can bring something. */
  const isResting = (items: readonly OutboxItemView[]): boolean =>
    items.every(({ state }) => isEnd(state) || state === 'backoff' || state === 'waitingAuth');

  return {
    time,
    page,
    get crashes() {
      return crashes;
    },
    wake: () => wake(),
    async settle(ids) {
      for (;;) {
        const { outbox, hasLooked } = page();
        const items = outbox.items.value;
        const open = ids.filter((id) => !endings.has(id));
        const lost = hasLooked ? open.filter((id) => !items.some((item) => item.id === id)) : [];
        for (const id of lost) endings.set(id, 'missing');
        if (open.length === lost.length) return endings;
        if ((isResting(items) && mayGoOn()) || heldOf() === languageOf(requests)) time.jump();
        await nextTurn();
      }
    },
  };
}

const isEnd = (state: OutboxItemView['state']): state is 'done' | 'attention' =>
  state === 'done' || state === 'attention';

/** A language that tells requests apart. */
export const languageOf = (request: number): string => `nl-x-${request}`;

/** Lets the network and the storage go on. */
const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1));
