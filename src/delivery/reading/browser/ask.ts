import { fail, type Result } from '../../../foundation/result';
import type { DeliveryProblem } from '../../deliveryProblem';
import type { Answer, Call } from '../../ports';
import { baseOf, headersOf, noAnswer } from './fetchAnswer';

const TIME_LIMIT_MS = 15_000;

/** One request. */
export interface Asked {
  readonly path: string;
  readonly method?: 'PUT' | 'POST' | 'DELETE';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: BodyInit;
}

/** Sends one request and reads the answer. */
export type Ask = <Value>(
  request: Asked,
  call: Call,
  read: (response: Response) => Promise<Result<Value, DeliveryProblem>>,
) => Answer<Value>;

/** Creates what asks a receiver on `fetch` alone. It never rejects and never waits for ever. */
export function createAsk(url: string, fetch: typeof globalThis.fetch): Ask {
  const base = baseOf(url);
  return async ({ path, headers, ...request }, call, read) => {
    const limit = new AbortController();
    const stop = (): void => limit.abort();
    const timer = setTimeout(stop, TIME_LIMIT_MS); // also ends a body that never ends
    call.signal?.addEventListener('abort', stop);
    try {
      if (call.signal?.aborted) stop();
      return await read(
        await fetch(base + path, {
          ...request,
          headers: { ...headersOf(call), ...headers },
          cache: 'no-store',
          credentials: 'omit',
          signal: limit.signal,
        }),
      );
    } catch (cause) {
      return fail(noAnswer(cause, call));
    } finally {
      clearTimeout(timer);
      call.signal?.removeEventListener('abort', stop);
    }
  };
}
