/**
 * A person's device: storage that lasts, and lives of a page on it, one after another. A life may end at any moment;
 * then nothing of it goes on, and what the storage has is all there is.
 */
import { createHttpTransport, createOutbox, type Outbox, type OutboxItemView } from '../../src/delivery';
import { createHttpKeys, createSession } from '../../src/delivery/reading';
import type { Id } from '../../src/foundation/id';
import { silentLog } from '../../src/foundation/log';
import type { OwnerDatabase } from '../../src/storage';
import { createSealedDatabase } from '../../src/storage/sealing';
import { keysOf } from './keys';
import { createDeviceTime, type DeviceTime } from './deviceTime';
import { createLife, type Life } from './life';

/** What a device is made with. */
export interface DeviceOptions {
  readonly owner: string;
  /** What it keeps; it is sealed to a key that the receiver has. */
  readonly disk: OwnerDatabase;
  newId(): Id;
  /** The receiver's address, with a proxy in between. */
  readonly address: string;
  auth(): Promise<string>;
  /** Whether the proxy holds the request with this language: this device numbers its requests in it. */
  isHeld(language: string): boolean;
  /** Whether waiting may end now: a receiver that is down or at work is not asked thousands of times a second. */
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
  /** Lets the network and the storage go on, or time when they have nothing to do. */
  turn(): Promise<void>;
  /** Nobody uses it any more. */
  end(): void;
  /** Lets time pass until these items have ended, with as many pages as it takes. */
  settle(ids: readonly Id[]): Promise<ReadonlyMap<Id, Ending>>;
}

interface Opened extends OpenPage {
  /** Whether it has read the storage and done what could be done at first. */
  hasLooked: boolean;
}

const QUIET_MS = 2000;
/** A machine that stalls looks quiet too: then little of the device's time may go by. */
const QUIET_STEP_MS = 5000;

/** Creates a device. */
export function createDevice(options: DeviceOptions): Device {
  const { isHeld, mayGoOn = () => true } = options;
  const time = createDeviceTime(Date.now());
  const endings = new Map<Id, Ending>();
  let open: Opened | undefined;
  let crashes = 0;
  let requests = 0;
  let seen = '';

  const openNext = (): Opened => {
    const opened = openPage(options, {
      time,
      language: () => languageOf(++requests),
      onEnded() {
        open = undefined;
        crashes += 1;
      },
    });
    opened.outbox.items.subscribe((items) => {
      for (const { id, state } of items) if (isEnd(state)) endings.set(id, state);
    });
    return opened;
  };
  const page = (): Opened => (open ??= openNext());

  /** Whatever a page waits for has an end in its own time; so when all is quiet for real, time goes on. */
  const watching = setInterval(() => {
    const sign = `${requests} ${JSON.stringify(open?.outbox.items.value)}`;
    if (sign === seen && mayGoOn()) time.pass(QUIET_STEP_MS);
    seen = sign;
  }, QUIET_MS);

  const turn = async (): Promise<void> => {
    const { outbox, life } = page();
    const isWaiting = isResting(outbox.items.value, time) && mayGoOn();
    if (isWaiting || (life.isAsking && isHeld(languageOf(requests)))) time.jump(); // it may just have given up the one that is held
    await new Promise((resolve) => setTimeout(resolve, 1));
  };

  return {
    time,
    page,
    turn,
    end: () => clearInterval(watching),
    get crashes() {
      return crashes;
    },
    async settle(ids) {
      for (;;) {
        const { outbox, hasLooked } = page();
        const missing = ids.filter((id) => !endings.has(id));
        const lost = hasLooked ? missing.filter((id) => !outbox.items.value.some((item) => item.id === id)) : [];
        for (const id of lost) endings.set(id, 'missing');
        if (missing.length === lost.length) return endings;
        await turn();
      }
    },
  };
}

interface PageOptions {
  readonly time: DeviceTime;
  language(): string;
  onEnded(): void;
}

/** Opens a page: what the app makes for a person, with a life that may end. */
function openPage(options: DeviceOptions, { time, language, onEnded }: PageOptions): Opened {
  const clock = time.clock();
  const life = createLife(() => {
    clock.end();
    onEnded();
  });
  const session = createSession({ auth: options.auth, clock, log: silentLog });
  const database = createSealedDatabase({
    ...options,
    disk: life.guardDatabase(options.disk),
    source: keysOf({ ...options, keys: life.guardKeys(createHttpKeys(options.address)), session }),
    isSealing: true,
    clock,
  });
  const outbox = createOutbox({
    ...options,
    database,
    backend: life.guardBackend(createHttpTransport(options.address)),
    session,
    clock,
    log: silentLog,
    language,
    lock: (work) => work(new AbortController().signal), // one page at a time has this storage
    connectivity: () => () => undefined,
    leaving: () => () => undefined,
  });
  const opened = { outbox, database, life, hasLooked: false };
  void outbox.flush().then(() => (opened.hasLooked = true));
  return opened;
}

/**
 * Whether nothing is on its way, so that only time can bring something. An item waits some steps before its timer is set;
 * a jump in between would go to whatever timer comes next, such as that of the token.
 */
const isResting = (items: readonly OutboxItemView[], { now, nextAt }: DeviceTime): boolean =>
  items.every(
    ({ state, retryAt = Infinity }) =>
      isEnd(state) || ((state === 'backoff' || state === 'waitingAuth') && nextAt <= Math.max(now, retryAt)),
  );

const isEnd = (state: OutboxItemView['state']): state is 'done' | 'attention' =>
  state === 'done' || state === 'attention';

/** A language that tells requests apart. */
export const languageOf = (request: number): string => `nl-x-${request}`;
