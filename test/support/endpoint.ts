import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import type { Certified } from './certificates';

/** One request as it came in. */
export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What an endpoint does with a request. */
export type Answering = (response: ServerResponse, request: IncomingMessage) => void;

/** Answers with a status and nothing else. */
export const answers =
  (status: number, headers: Readonly<Record<string, string>> = {}): Answering =>
  (response) =>
    response.writeHead(status, headers).end();

/** A real server on this machine that somebody wants to be told at. */
export interface Endpoint {
  readonly url: string;
  readonly port: number;
  readonly received: readonly Received[];
  /** From now on. */
  answer(how: Answering): void;
  /** Resolves when so many requests have come in. */
  until(count: number): Promise<void>;
  stop(): Promise<void>;
}

/** Starts one, by https where it has a certificate; it takes everything until a test says otherwise. */
export async function startEndpoint(certified?: Certified): Promise<Endpoint> {
  const received: Received[] = [];
  const sockets = new Set<Socket>();
  const waiting = new Set<() => void>();
  let how = answers(204);
  const listener: RequestListener = (request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      received.push({ headers: request.headers, body: Buffer.concat(parts).toString('utf8') });
      how(response, request);
      for (const look of waiting) look();
    });
  };
  const server = certified === undefined ? createServer(listener) : createSecureServer(certified, listener);
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // it listens on a port
  return {
    url: `${certified === undefined ? 'http' : 'https'}://127.0.0.1:${port}/hook`,
    port,
    received,
    answer: (next) => {
      how = next;
    },
    until: (count) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (received.length < count) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
