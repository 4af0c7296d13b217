import type { BackendKeys, BackendWriting, Call } from '../../src/delivery';
import type { KeyValueStore, OwnerDatabase } from '../../src/storage';

/** The life of one page: everything it does outside of its memory goes through here, so that it can end at any of these steps. */
export interface Life {
  /** Resolves when it has ended. */
  readonly ended: Promise<void>;
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
    dieAfter(steps) {
      stepsLeft = steps;
    },
    guardDatabase: (database) => ({ ...database, store: (name) => guardStore(database.store(name)) }),
    guardKeys: (keys) => ({
      deviceKey: (device, call) => lived(() => keys.deviceKey(device, during(call))),
      removeDeviceKey: (device, call) => lived(() => keys.removeDeviceKey(device, during(call))),
    }),
    guardBackend: (backend) => ({
      putSubmission: (item, call) => lived(() => backend.putSubmission(item, during(call))),
      submission: (id, call) => lived(() => backend.submission(id, during(call))),
      uploadOffset: (id, call) => lived(() => backend.uploadOffset(id, during(call))),
      uploadPiece: (piece, call) => lived(() => backend.uploadPiece(piece, during(call))),
      removeAttachment: (id, call) => lived(() => backend.removeAttachment(id, during(call))),
      putMessage: (item, call) => lived(() => backend.putMessage(item, during(call))),
      putAction: (item, call) => lived(() => backend.putAction(item, during(call))),
      markRead: (question, upTo, call) => lived(() => backend.markRead(question, upTo, during(call))),
    }),
  };
}

const forNothing = (): Promise<never> => new Promise(() => undefined);
