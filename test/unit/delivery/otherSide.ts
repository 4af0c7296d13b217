import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PROBLEM_PREFIX, PROBLEMS, type ProblemName } from '../../../src/protocol';

/** What the other side does with one request. `digest` is that of the bytes we sent. */
export type Behaviour = (response: ServerResponse, sent: { readonly id: string; readonly digest: string }) => void;

/** Something on the network that answers as it is told. */
export interface OtherSide {
  readonly url: string;
  /** How many requests came since `behave`. */
  readonly requests: number;
  behave(behaviour: Behaviour): void;
  close(): Promise<void>;
}

/** Starts it on a free port. */
export async function startOtherSide(): Promise<OtherSide> {
  let behaviour: Behaviour = (response) => response.end();
  let requests = 0;
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    requests++;
    request.resume();
    request.on('end', () =>
      behaviour(response, {
        id: request.url?.split('/').at(-1) ?? '',
        digest: String(request.headers['content-digest']),
      }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, // it listens on a port
    get requests() {
      return requests;
    },
    behave(next) {
      behaviour = next;
      requests = 0;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A body and its media type; `''` leaves the type out. */
export type Body = readonly [type: string, text: string];

/** Answers with this. */
export const answer =
  (status: number, [type, text]: Body, headers: Record<string, string> = {}): Behaviour =>
  (response) =>
    response.writeHead(status, { ...(type && { 'content-type': type }), ...headers }).end(text);

/** Answers with JSON. */
export const json = (value: unknown, status = 201): Behaviour =>
  answer(status, ['application/json; charset=utf-8', JSON.stringify(value)]);

/** Answers with a problem, as the receiver does. */
export const problem = (
  name: string,
  status: number,
  more: { readonly headers?: Record<string, string>; readonly retryable?: unknown } = {},
): Behaviour => {
  const known = PROBLEMS[name as ProblemName] as readonly [number, boolean] | undefined; // tests also name unknown ones
  const retryable = more.retryable ?? known?.[1] ?? false;
  const body = { type: PROBLEM_PREFIX + name, title: '', status, detail: '', instance: '', requestId: '1', retryable };
  return answer(status, ['application/problem+json', JSON.stringify(body)], more.headers);
};

/** A right receipt, then made wrong. */
export const receipt =
  (change: Record<string, unknown>): Behaviour =>
  (response, { id, digest }) => {
    const view = {
      id,
      reference: '24-1',
      digest,
      receivedAt: '2026-03-12T09:00:00Z',
      cursor: 1,
      delivery: 'complete',
      questions: [],
      attachments: [],
      ...change,
    };
    return json(view)(response, { id, digest });
  };
