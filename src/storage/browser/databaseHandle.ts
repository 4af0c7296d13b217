/** A connection that is opened when it is needed and opened again after it broke. */
export interface Handle {
  open(): Promise<IDBDatabase>;
  /** Forgets the connection; the next `open` makes a new one. */
  drop(): void;
  /** Deletes the database. */
  remove(): Promise<void>;
  /** Ends it: every later `open` rejects. */
  close(): void;
}

/** WebKit sometimes never answers an open. Nothing above may wait for ever, so this is when we stop believing in it. */
const ANSWER_LIMIT_MS = 10_000;

/** Creates a handle. It lets go when another tab wants to delete the database or the browser closes it. */
export function createHandle(
  name: string,
  create: (database: IDBDatabase) => void,
  { version, onDeleted }: { readonly version: number; onDeleted(): void },
): Handle {
  let opening: Promise<IDBDatabase> | undefined;
  let hasEnded = false;

  const drop = (): void => {
    void opening?.then(
      (database) => database.close(),
      () => undefined,
    );
    opening = undefined;
  };

  /** Another tab that deletes the database waits for nobody: we close at once. */
  const watch = (database: IDBDatabase): void => {
    database.onclose = drop;
    database.onversionchange = ({ newVersion }) => {
      database.close();
      drop();
      if (newVersion === null) onDeleted();
    };
  };

  return {
    drop,
    async open() {
      if (hasEnded) throw new DOMException('The database was closed.', 'AbortError');
      opening ??= answered(() => {
        const request = indexedDB.open(name, version);
        request.onupgradeneeded = () => create(request.result);
        request.addEventListener('success', () => watch(request.result)); // also when we no longer wait
        return request;
      });
      return opening.catch((error: unknown) => {
        opening = undefined;
        throw error;
      });
    },
    async remove() {
      drop();
      await answered(() => indexedDB.deleteDatabase(name));
    },
    close() {
      hasEnded = true;
      drop();
    },
  };
}

/** `blocked` is not an end: the request goes on when the other tab lets go, which ours do at once. */
function answered<Value>(ask: () => IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const request = ask();
    const timer = setTimeout(() => reject(new DOMException('No answer.', 'TimeoutError')), ANSWER_LIMIT_MS);
    const settle = (action: () => void) => (): void => {
      clearTimeout(timer);
      action();
    };
    request.onsuccess = settle(() => resolve(request.result));
    request.onerror = settle(() => reject(request.error));
  });
}
