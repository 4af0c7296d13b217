import type { IncomingMessage, ServerResponse } from 'node:http';
import { LIMITS } from './bodies';

/** What Node's `http.createServer` and Express's `app.use` both take. */
export type NodeHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  next?: (error?: unknown) => void,
) => void;

const MOST_BYTES = Math.max(LIMITS.bodyBytes, LIMITS.chunkBytes) + 1; // one more, so that the edge sees that it is too large

/**
 * Makes an edge usable in Node and in Express. Put it before `express.json()` and its like: a digest is of the bytes as they came.
 *
 * @example
 * app.use('/support', createNodeHandler(createEdge({ keeper, whoIs })));
 */
export function createNodeHandler(edge: (request: Request) => Promise<Response>): NodeHandler {
  return (given, answer, next) => {
    if (next && !given.url?.startsWith('/v1/')) return next();
    const stop = (error: unknown): void => (next ? next(error) : void answer.destroy());
    pass(edge, given, answer).catch(stop);
  };
}

async function pass(
  edge: (request: Request) => Promise<Response>,
  given: IncomingMessage,
  answer: ServerResponse,
): Promise<void> {
  const { method = 'GET', url = '/', headers } = given;
  const body = await readAll(given);
  const response = await edge(
    new Request(new URL(url, 'http://edge'), {
      method,
      headers: Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]),
      ...(method !== 'GET' && method !== 'HEAD' && { body }),
    }),
  );
  answer.writeHead(response.status, Object.fromEntries(response.headers));
  answer.end(new Uint8Array(await response.arrayBuffer()));
}

/** Reads what comes, and drops what is too much of it, so that the sender hears why. */
async function readAll(given: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of given as AsyncIterable<Uint8Array>) {
    // a stream without encoding gives bytes
    if (size < MOST_BYTES) pieces.push(piece.subarray(0, MOST_BYTES - size));
    size += piece.length;
  }
  return new Uint8Array(Buffer.concat(pieces));
}
