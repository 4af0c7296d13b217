import type { BackendEvents, BackendHints, BackendKeys, BackendReading, BackendWriting, Call } from '../../delivery';
import type { Session } from '../../delivery/reading';
import type { Clock } from '../../foundation/clock';
import type { Log } from '../../foundation/log';
import type { Me } from '../../protocol/session';
import type { LazyDelivery } from './lazyDelivery';
import { once } from '../once';
import type { Settings } from '../settings';

/** The way to the backend. Each half is fetched when it is first needed, and made once. */
export interface Connection {
  session(): Promise<Session>;
  reading(): Promise<BackendReading>;
  writing(): Promise<BackendWriting>;
  /** What the receiver last said of this owner in this page; nothing when it was not asked or did not answer. */
  known(owner: string): Me | undefined;
  /** Absent where an object of the host's keeps no keys. */
  keys(): Promise<BackendKeys | undefined>;
  /** Gives the stream of changes; nothing where the backend has none, or does not say so now. */
  events(owner: string, call: Call): Promise<BackendEvents | undefined>;
  /** Gives the way to hints, by the same rule. */
  hints(owner: string, call: Call): Promise<BackendHints | undefined>;
}

/** What a connection is made with. */
export interface ConnectionOptions {
  readonly settings: Settings;
  readonly lazy: LazyDelivery;
  readonly clock: Clock;
  readonly log: Log;
  /** The token is for another person than the one before. */
  onSubjectChanged(): void;
}

/** Creates the way to the backend: over HTTP when the host gave a url, else the host's own object, behind a guard. */
export function createConnection({ settings, lazy, clock, log, onSubjectChanged }: ConnectionOptions): Connection {
  const { backend } = settings;
  const auth = settings.auth ?? (async () => '');
  const own = once(async () =>
    typeof backend === 'string' ? undefined : (await lazy.guard()).guardBackend(backend, { clock, log }),
  );
  let last: Me | undefined;
  const remembering = (reading: BackendReading): BackendReading => ({
    me: async (call) => {
      const answer = await reading.me(call);
      if (answer.ok) last = answer.value;
      return answer;
    },
    submissions: (after, call) => reading.submissions(after, call),
    conversation: (question, call) => reading.conversation(question, call),
    attachmentContent: (id, call) => reading.attachmentContent(id, call),
    changes: (after, call) => reading.changes(after, call),
  });
  const known = (owner: string): Me | undefined => (last?.owner === owner ? last : undefined);
  const says = async (capability: string, owner: string, call: Call): Promise<boolean> => {
    if (!known(owner)) await (await reading()).me(call);
    return known(owner)?.capabilities.includes(capability) ?? false;
  };
  const reading = once(async () =>
    remembering((await own()) ?? (await lazy.reading()).createHttpReading(String(backend))),
  );
  return {
    known,
    session: once(async () => (await lazy.reading()).createSession({ auth, clock, log, onSubjectChanged })),
    reading,
    keys: once(async () =>
      typeof backend === 'string' ? (await lazy.reading()).createHttpKeys(backend) : keysOf(await own()),
    ),
    writing: once(async () => (await own()) ?? (await lazy.delivery()).createHttpTransport(String(backend))),
    async events(owner, call) {
      if (!(await says('events', owner, call))) return undefined;
      return typeof backend === 'string' ? (await lazy.events()).createHttpEvents(backend) : eventsOf(await own());
    },
    async hints(owner, call) {
      if (!(await says('hints', owner, call))) return undefined;
      return typeof backend === 'string' ? (await lazy.hints()).createHttpHints(backend) : hintsOf(await own());
    },
  };
}

/** The guard lets all methods of a part through or none. */
const keysOf = (backend: Partial<BackendKeys> | undefined): BackendKeys | undefined =>
  backend?.deviceKey && (backend as BackendKeys);

const eventsOf = (backend: Partial<BackendEvents> | undefined): BackendEvents | undefined =>
  backend?.events && (backend as BackendEvents);

const hintsOf = (backend: Partial<BackendHints> | undefined): BackendHints | undefined =>
  backend?.hintIndex && (backend as BackendHints);
