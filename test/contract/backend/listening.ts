import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A handler that listens on this machine. */
export interface Listening {
  readonly url: string;
  end(): Promise<void>;
}

/** Lets a handler listen. */
export async function listen(handler: RequestListener): Promise<Listening> {
  const server = createServer(handler).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, // listening on a port
    async end() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
