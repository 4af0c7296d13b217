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
export async function openSharedSignal(config: ClientConfig, teller: Teller): Promise<SharedSignal> {
  const local = createChangeSignal();
  const self = randomUUID();
  const listener = await keepListening(config, {
    onNotice: (payload) => {
      const [sender, owner] = noticeOf(payload);
      if (sender !== self) local.notify(owner);
    },
    onBack: () => local.notify(EVERYBODY),
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
  /** It listens again: what was told meanwhile was missed. */
  onBack(): void;
}

/** Holds one connection that listens, and makes it anew when it breaks. Resolves when it listens. */
async function keepListening(config: ClientConfig, { onNotice, onBack }: Hearing): Promise<{ close(): Promise<void> }> {
  let client: Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;

  const listen = async (): Promise<void> => {
    const fresh = new Client(config);
    const broke = (): void => {
      if (isClosed || client !== fresh) return;
      client = undefined;
      again();
    };
    fresh.on('error', broke);
    fresh.on('end', broke);
    fresh.on('notification', ({ payload }: Notification) => payload !== undefined && onNotice(payload));
    await fresh.connect();
    await fresh.query(`listen ${CHANNEL}`);
    client = fresh;
    if (isClosed) await fresh.end();
  };
  const again = (): void => {
    timer = setTimeout(() => {
      listen().then(onBack, () => isClosed || again());
    }, RECONNECT_MS);
  };

  await listen();
  return {
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await client?.end().catch(() => undefined);
    },
  };
}
