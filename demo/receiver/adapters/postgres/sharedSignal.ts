import { randomUUID } from 'node:crypto';
import { Client, type ClientConfig, type Notification } from 'pg';
import { createChangeSignal, EVERYBODY, type ChangeSignal } from '../../store/changeSignal';

/** What the signal needs to tell the others. */
export interface Teller {
  query(sql: string, values: readonly string[]): Promise<unknown>;
}

const CHANNEL = 'support_change';
/** How long to wait before a broken connection is made anew. */
const RECONNECT_MS = 1000;

/** A signal that reaches every receiver on one database. */
export interface SharedSignal extends ChangeSignal {
  close(): Promise<void>;
}

/**
 * Wakes who waits here, and by `NOTIFY` who waits in other receivers. The notice follows the commit in a statement of its own:
 * within the transaction it would make all commits wait for each other. A notice that is lost costs nothing but time:
 * who waits looks again by its cursor after 25 seconds at most, and everybody is woken when the connection was away.
 */
export function createSharedSignal(config: ClientConfig, teller: Teller): SharedSignal {
  const local = createChangeSignal();
  const self = randomUUID();
  const listener = keepListening(config, {
    onNotice: (payload) => {
      const [sender, owner] = noticeOf(payload);
      if (sender !== self) local.notify(owner);
    },
    onAway: () => local.notify(EVERYBODY),
  });
  return {
    notify(owner) {
      local.notify(owner);
      teller.query('select pg_notify($1, $2)', [CHANNEL, `${self} ${owner}`]).catch(() => undefined); // see above: lost is late
    },
    next: (owner, signal) => local.next(owner, signal),
    close: () => listener.close(),
  };
}

const noticeOf = (payload: string): readonly [string, string] => {
  const space = payload.indexOf(' ');
  return [payload.slice(0, space), payload.slice(space + 1)];
};

interface Hearing {
  onNotice(payload: string): void;
  onAway(): void;
}

/** Holds one connection that listens, and makes it anew when it breaks. */
function keepListening(config: ClientConfig, { onNotice, onAway }: Hearing): { close(): Promise<void> } {
  let client: Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;

  const connect = async (): Promise<void> => {
    const fresh = new Client(config);
    const again = (): void => {
      if (isClosed || client !== fresh) return;
      client = undefined;
      timer = setTimeout(() => void connect(), RECONNECT_MS);
    };
    client = fresh;
    fresh.on('error', again);
    fresh.on('end', again);
    fresh.on('notification', ({ payload }: Notification) => payload !== undefined && onNotice(payload));
    try {
      await fresh.connect();
      await fresh.query(`listen ${CHANNEL}`);
      onAway(); // what was told before we listened
    } catch {
      again();
    }
  };

  const connecting = connect();
  return {
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await connecting;
      await client?.end().catch(() => undefined);
    },
  };
}
