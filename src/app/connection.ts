import type { Backend, BackendReading, BackendWriting } from '../delivery';
import type { Session } from '../delivery/reading';
import type { Clock } from '../foundation/clock';
import type { Log } from '../foundation/log';
import type { LazyFeatures } from './lazyFeatures';
import type { Settings } from './settings';

/** The way to the backend. Each half is fetched when it is first needed, and made once. */
export interface Connection {
  session(): Promise<Session>;
  reading(): Promise<BackendReading>;
  writing(): Promise<BackendWriting>;
}

/** What a connection is made with. */
export interface ConnectionOptions {
  readonly settings: Settings;
  readonly lazy: LazyFeatures;
  readonly clock: Clock;
  readonly log: Log;
  /** The token is for another person than the one before. */
  onSubjectChanged(): void;
}

/** Creates the way to the backend: over HTTP when the host gave a url, else the host's own object. */
export function createConnection({ settings, lazy, clock, log, onSubjectChanged }: ConnectionOptions): Connection {
  const { backend } = settings;
  const auth = settings.auth ?? (async () => '');
  let session: Promise<Session> | undefined;
  let reading: Promise<BackendReading> | undefined;
  let writing: Promise<BackendWriting> | undefined;
  const own = (): Promise<Backend> | undefined => (typeof backend === 'string' ? undefined : Promise.resolve(backend));

  const forgetWhenFailed = <Made>(made: Promise<Made>, forget: () => void): Promise<Made> => {
    made.catch(forget); // a chunk that did not arrive is tried again at the next need
    return made;
  };

  return {
    session: () =>
      (session ??= forgetWhenFailed(
        lazy.reading().then(({ createSession }) => createSession({ auth, clock, log, onSubjectChanged })),
        () => (session = undefined),
      )),
    reading: () =>
      (reading ??= forgetWhenFailed(
        own() ?? lazy.reading().then(({ createHttpReading }) => createHttpReading(String(backend))),
        () => (reading = undefined),
      )),
    writing: () =>
      (writing ??= forgetWhenFailed(
        own() ?? lazy.delivery().then(({ createHttpTransport }) => createHttpTransport(String(backend))),
        () => (writing = undefined),
      )),
  };
}
