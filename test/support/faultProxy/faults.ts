/** The eleven ways in which one request goes wrong between a sender and a receiver, and how each is done. */
import type { ServerResponse } from 'node:http';
import type { Forwarder, PlainAnswer } from './forward';
import type { PlainRequest } from './operations';

/** In the order of the design, so that FT-1 is the first. */
export const FAULTS = [
  'droppedBefore',
  'droppedAfter',
  'errorBefore',
  'errorAfter',
  'tooMany',
  'slow',
  'requestCut',
  'answerCut',
  'twice',
  'bitFlip',
  'portal',
] as const;
export type Fault = (typeof FAULTS)[number];

/** One request on its way. */
export interface Exchange {
  readonly request: PlainRequest;
  readonly response: ServerResponse;
  readonly forward: Forwarder;
  /** From 0 up to 1, seeded. */
  random(): number;
  /** Answers never; resolves when the sender has given up. */
  hold(): Promise<void>;
  /** Delivers a copy later, after other requests. */
  again(request: PlainRequest): void;
  /** Notes how long the answer asks to wait. */
  asked(ms: number): void;
}

/** Does what the fault says. */
export const ACTS: { readonly [Name in Fault]: (exchange: Exchange) => Promise<void> } = {
  droppedBefore: async ({ response }) => drop(response),
  async droppedAfter({ request, forward, response }) {
    await forward.whole(request);
    drop(response);
  },
  errorBefore: async ({ response, random }) => reply(response, brokenAnswer(random())),
  async errorAfter({ request, forward, response, random }) {
    await forward.whole(request);
    reply(response, brokenAnswer(random()));
  },
  async tooMany({ response, random, asked }) {
    const [header, ms] = pick(WAITS, random())();
    asked(ms);
    reply(response, problem(429, 'rate-limited', header));
  },
  async slow({ request, forward, hold, random }) {
    const isLate = random() < 0.5; // half of them arrive when the sender has given up already
    if (!isLate) await forward.whole(request);
    await hold();
    if (isLate) await forward.whole(request);
  },
  async requestCut({ request, forward, response }) {
    await forward.half(request);
    drop(response);
  },
  async answerCut({ request, forward, response }) {
    cut(response, await forward.whole(request));
  },
  async twice({ request, forward, response, again }) {
    again(request);
    reply(response, await forward.whole(request));
  },
  /** Of what goes up: answers travel under TLS, and a receipt that fits is not checked further. */
  async bitFlip({ request, forward, response, random }) {
    reply(response, await forward.whole({ ...request, body: flipped(request.body, random()) }));
  },
  portal: async ({ response }) =>
    reply(response, { status: 200, headers: { 'content-type': 'text/html' }, body: Buffer.from(SIGN_IN) }),
};

const SIGN_IN = '<!doctype html><title>Gratis wifi</title><p>Ga akkoord met de voorwaarden.';

/** Breaks the connection. */
export const drop = (response: ServerResponse): void => void response.socket?.destroy();

/** Passes an answer on. */
export const reply = (response: ServerResponse, { status, headers, body }: PlainAnswer): void =>
  void response.writeHead(status, { ...headers, date: new Date().toUTCString() }).end(body);

/** Breaks the connection halfway through the answer; one without a body breaks in its first line. */
function cut(response: ServerResponse, { status, headers, body }: PlainAnswer): void {
  const { socket } = response;
  const stop = (): void => void socket?.destroy();
  if (body.length === 0) socket?.write(`HTTP/1.1 ${status} No Con`, stop);
  else
    response
      .writeHead(status, { ...headers, 'content-length': body.length })
      .write(body.subarray(0, Math.floor(body.length / 2)), stop);
}

function flipped(body: Buffer, chance: number): Buffer {
  if (body.length === 0) return body;
  const bit = Math.floor(chance * body.length * 8);
  const copy = Buffer.from(body);
  copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return copy;
}

const HOUR_MS = 3_600_000;

/** What servers and proxies write in `Retry-After`, and what a sensible sender makes of it. */
const WAITS: readonly (() => readonly [header: string, ms: number])[] = [
  () => ['0', 1000],
  () => ['2', 2000],
  () => [new Date(Date.now() + 5000).toUTCString(), 5000],
  () => ['soon', 0],
  () => ['86400', HOUR_MS],
];

/** Half of the errors are the receiver's own words, the others are of something in between. */
function brokenAnswer(chance: number): PlainAnswer {
  if (chance < 0.25) return problem(500, 'internal');
  if (chance < 0.5) return problem(503, 'maintenance');
  const status = chance < 0.75 ? 502 : 504;
  return { status, headers: { 'content-type': 'text/html' }, body: Buffer.from('<h1>Bad Gateway</h1>') };
}

function problem(status: number, name: string, retryAfter?: string): PlainAnswer {
  const type = `urn:cliendo-support:problem:${name}`;
  const body = { type, title: '', status, detail: '', instance: '', requestId: '1', retryable: true };
  const headers = { 'content-type': 'application/problem+json', ...(retryAfter && { 'retry-after': retryAfter }) };
  return { status, headers, body: Buffer.from(JSON.stringify(body)) };
}

function pick<Value>(values: readonly Value[], chance: number): Value {
  const value = values[Math.floor(chance * values.length)];
  if (value === undefined) throw new Error('There is nothing to choose from.');
  return value;
}
