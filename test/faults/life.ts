import type { BackendKeys, BackendWriting, Call } from '../../src/delivery';
import type { KeyValueStore, OwnerDatabase } from '../../src/storage';

/** The life of one page: everything it does outside of its memory goes through here, so that it can end at any of these steps. */
export interface Life {
  /** Resolves when it has ended. */
  readonly ended: Promise<void>;
  /** Whether a request of it is on its way. */
  readonly isAsking: boolean;
  dieAfter(steps: number): void;
  guardDatabase(database: OwnerDatabase): OwnerDatabase;
  guardBackend(backend: BackendWriting): BackendWriting;
  guardKeys(keys: BackendKeys): BackendKeys;
}

/** Begins a life. */
export function createLife(onEnded: () => void): Life {
  const end = new AbortController();
  const ended = new Promise<void>((resolve) => end.signal.addEventListener('abort', () => resolve()));
  let stepsLeft = Infinity;
  let asked = 0;

  const step = (): void => {
    stepsLeft -= 1;
    if (stepsLeft > 0 || end.signal.aborted) return;
    end.abort();
    onEnded();
  };

  /** What a dead page waits for never comes. */
  const lived = async <Value>(work: () => Promise<Value>): Promise<Value> => {
    step();
    if (end.signal.aborted) return forNothing();
    const value = await work();
    step();
    return end.signal.aborted ? forNothing() : value;
  };

  const asking = <Value>(work: () => Promise<Value>): Promise<Value> =>
    lived(() => {
      asked += 1;
      return work().finally(() => (asked -= 1));
    });

  const guardStore = (store: KeyValueStore): KeyValueStore => ({
    get: (key) => lived(() => store.get(key)),
    setMany: (entries) => lived(() => store.setMany(entries)),
    removeMany: (keys) => lived(() => store.removeMany(keys)),
    keys: (prefix) => lived(() => store.keys(prefix)),
    entries: (prefix) => lived(() => store.entries(prefix)),
  });

  /** Its requests break off with it. */
  const during = (call: Call): Call => ({
    ...call,
    signal: call.signal ? AbortSignal.any([call.signal, end.signal]) : end.signal,
  });

  return {
    ended,
    get isAsking() {
      return asked > 0;
    },
    dieAfter(steps) {
      stepsLeft = steps;
    },
    guardDatabase: (database) => ({ ...database, store: (name) => guardStore(database.store(name)) }),
    guardKeys: (keys) => ({
      deviceKey: (device, call) => asking(() => keys.deviceKey(device, during(call))),
      removeDeviceKey: (device, call) => asking(() => keys.removeDeviceKey(device, during(call))),
    }),
    guardBackend: (backend) => ({
      putSubmission: (item, call) => asking(() => backend.putSubmission(item, during(call))),
      submission: (id, call) => asking(() => backend.submission(id, during(call))),
      uploadOffset: (id, call) => asking(() => backend.uploadOffset(id, during(call))),
      uploadPiece: (piece, call) => asking(() => backend.uploadPiece(piece, during(call))),
      removeAttachment: (id, call) => asking(() => backend.removeAttachment(id, during(call))),
      putMessage: (item, call) => asking(() => backend.putMessage(item, during(call))),
      putAction: (item, call) => asking(() => backend.putAction(item, during(call))),
      markRead: (question, upTo, call) => asking(() => backend.markRead(question, upTo, during(call))),
    }),
  };
}

const forNothing = (): Promise<never> => new Promise(() => undefined);
