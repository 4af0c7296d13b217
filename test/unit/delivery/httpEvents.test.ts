import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createHttpEvents } from '../../../src/delivery/events';
import { QUIET_MS } from '../../../src/delivery/events/signOfLife';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const STREAM = { 'content-type': 'text/event-stream; charset=utf-8' };
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** An answer that a test writes piece by piece; like a browser's it breaks when the request is ended. */
function aStream(init: ResponseInit = { headers: STREAM }) {
  let pen: ReadableStreamDefaultController<Uint8Array> | undefined;
  const asked: { url: string; init: RequestInit }[] = [];
  const body = new ReadableStream<Uint8Array>({ start: (controller) => void (pen = controller) });
  const fetch: typeof globalThis.fetch = async (url, given = {}) => {
    asked.push({ url: String(url), init: given });
    given.signal?.addEventListener('abort', () => pen?.error(given.signal?.reason));
    return new Response(body, init);
  };
  const heard: number[] = [];
  const left = new AbortController();
  const call = { token: 'hers', language: 'nl', signal: left.signal };
  const ended = createHttpEvents('https://support.example/', fetch).events(
    5,
    call,
    (cursor) => void heard.push(cursor),
  );
  return {
    asked,
    heard,
    ended,
    leave: () => left.abort(),
    write: async (text: string | Uint8Array): Promise<void> => {
      pen?.enqueue(typeof text === 'string' ? bytesOf(text) : text);
      await vi.advanceTimersByTimeAsync(0);
    },
    end: () => pen?.close(),
  };
}

test('asks with the token in a header and the cursor, and hears each cursor and each sign of life', async () => {
  const { asked, heard, ended, write, end } = aStream();
  await write('retry: 5000\n\n');
  await write('event: change\nid: 7\ndata: {"seq":7}\n\nevent: change\nid: 9\ndata: {}\n\n');
  await write(': ping\n\n');
  await write('event: later\nid: 12\ndata: {}\n\n'); // of a later version: a sign of life
  await write('event: change\nid: nonsense\ndata: {}\n\n');
  end();
  expect(await ended).toEqual({ ok: true, value: undefined });
  expect(heard).toEqual([5, 9, 9, 9, 9]);
  expect(asked[0]?.url).toBe('https://support.example/v1/events');
  expect(asked[0]?.init).toMatchObject({
    headers: { authorization: 'Bearer hers', 'last-event-id': '5', accept: 'text/event-stream' },
    credentials: 'omit',
    cache: 'no-store',
  });
});

test.each([
  ['a portal that says 200', { status: 200, headers: { 'content-type': 'text/html' } }, 'not-the-receiver'],
  ['a proxy that says 502', { status: 502, headers: { 'content-type': 'text/html' } }, 'not-the-receiver'],
  ['an older receiver', { status: 404, headers: { 'content-type': 'application/json' } }, 'not-the-receiver'],
])('takes %s for no stream', async (_name, init, code) => {
  const { ended, write, end, heard } = aStream(init);
  await write('event: change\nid: 7\ndata: {}\n\n');
  end();
  expect(await ended).toMatchObject({ ok: false, problem: { code } });
  expect(heard).toEqual([]);
});

test('hears from the receiver why not, and when to come back', async () => {
  const headers = { 'content-type': 'application/problem+json', 'retry-after': '60' };
  const { ended, write, end } = aStream({ status: 429, headers });
  await write(JSON.stringify({ type: 'urn:cliendo-support:problem:rate-limited', retryable: true }));
  end();
  expect(await ended).toMatchObject({ ok: false, problem: { name: 'rate-limited', retryAfterMs: 60_000 } });
});

test('gives up a stream that is held up on the way: no sign of life', async () => {
  const { ended, write, heard } = aStream();
  await write('event: change\nid: 7\ndata: {}\n\n');
  await vi.advanceTimersByTimeAsync(QUIET_MS - 1);
  await write(': ping\n\n');
  await vi.advanceTimersByTimeAsync(QUIET_MS);
  expect(await ended).toMatchObject({ ok: false, problem: { code: 'no-answer' } });
  expect(heard).toEqual([7, 7]);
  expect(vi.getTimerCount()).toBe(0);
});

test('ends at once when it is left, and gives up what no receiver would say', async () => {
  const one = aStream();
  await one.write('retry: 5000\n\n');
  one.leave();
  expect(await one.ended).toMatchObject({ ok: false, problem: { code: 'stopped' } });
  const other = aStream();
  await other.write('data: ' + 'a'.repeat(70_000));
  expect(await other.ended).toMatchObject({ ok: false, problem: { code: 'not-the-receiver' } });
});
