import { fail, succeed, type Result } from '../../../foundation/result';
import { paths } from '../../../protocol/paths';
import { deliveryProblem, type DeliveryProblem } from '../../deliveryProblem';
import type { BackendEvents, Call } from '../../ports';
import { answerOf, baseOf, headersOf, noAnswer } from '../../reading/browser/fetchAnswer';
import { readProblem } from '../../reading/httpAnswer';
import { createEventParser } from '../eventParser';
import { QUIET_MS } from '../signOfLife';

/**
 * Creates what listens to the stream of a receiver, over `fetch`: `EventSource` can send no token.
 * A stream without a sign of life is held up somewhere on the way and is given up.
 *
 * @param url the receiver's address, or a path on this origin
 */
export function createHttpEvents(
  url: string,
  fetch: typeof globalThis.fetch = (...request) => globalThis.fetch(...request),
): BackendEvents {
  return {
    async events(after, call, heard) {
      const alarm = createAlarm(call);
      try {
        const response = await fetch(baseOf(url) + paths.events(), {
          headers: { ...headersOf(call), accept: 'text/event-stream', 'last-event-id': String(after) },
          cache: 'no-store',
          credentials: 'omit',
          signal: alarm.signal,
        });
        alarm.rest();
        if (!isStream(response)) return fail(readProblem(await answerOf(response)));
        return await listen(response.body, { after, rest: alarm.rest, heard });
      } catch (cause) {
        return fail(noAnswer(cause, call));
      } finally {
        alarm.end();
      }
    },
  };
}

interface Listening {
  readonly after: number;
  rest(): void;
  heard(cursor: number): void;
}

async function listen(
  body: ReadableStream<Uint8Array>,
  { after, rest, heard }: Listening,
): Promise<Result<void, DeliveryProblem>> {
  const parse = createEventParser();
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let cursor = after;
  for (;;) {
    const { done, value } = await reader.read(); // oxlint-disable-line no-await-in-loop -- as it comes
    if (done) return succeed(undefined);
    rest();
    const events = parse(decoder.decode(value, { stream: true }));
    if (!events) {
      void reader.cancel().catch(() => undefined); // it has ended by itself then
      return fail(deliveryProblem('not-the-receiver', { message: 'A stream came that the receiver does not give.' }));
    }
    for (const { type, lastId } of events) if (type === 'change') cursor = Math.max(cursor, cursorOf(lastId));
    heard(cursor);
  }
}

/** Nothing of the event itself is needed: what changed is asked for with the token of whoever wants to see it. */
const cursorOf = (id: string): number => (/^\d{1,15}$/.test(id) ? Number(id) : 0);

type StreamResponse = Response & { readonly body: ReadableStream<Uint8Array> };

const isStream = (response: Response): response is StreamResponse =>
  response.status === 200 &&
  response.body !== null &&
  /^text\/event-stream\b/i.test(response.headers.get('content-type') ?? '');

/** Ends the request when the caller says so, or when nothing came for too long. */
function createAlarm({ signal }: Call): { readonly signal: AbortSignal; rest(): void; end(): void } {
  const stop = new AbortController();
  const ring = (): void => stop.abort();
  let timer = setTimeout(ring, QUIET_MS);
  signal?.addEventListener('abort', ring);
  if (signal?.aborted) ring();
  return {
    signal: stop.signal,
    rest() {
      clearTimeout(timer);
      timer = setTimeout(ring, QUIET_MS);
    },
    end() {
      clearTimeout(timer);
      signal?.removeEventListener('abort', ring);
    },
  };
}
