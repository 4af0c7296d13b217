/** A small balancer: hands each request to the next receiver that is up, and breaks the connection when that one dies. */
import { once } from 'node:events';
import { createServer, request as forward, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A running balancer. */
export interface Balancer {
  readonly url: string;
  close(): Promise<void>;
}

/** Starts one. `targets` gives the addresses that are up at this moment. */
export async function startBalancer(targets: () => readonly string[]): Promise<Balancer> {
  let turn = 0;
  const pass = (request: IncomingMessage, response: ServerResponse): void => {
    const up = targets();
    const target = up[(turn += 1) % up.length];
    if (target === undefined) {
      response.writeHead(502).end();
      return;
    }
    const { method, headers, url } = request;
    const sent = forward(target + url, { method, headers, agent: false }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
      answer.once('error', () => response.destroy());
    });
    sent.once('error', () => response.destroy());
    request.pipe(sent);
  };
  const server = createServer(pass).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // listening on a port
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
