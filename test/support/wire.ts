/**
 * A wire between the browser and the demo that writes down what goes over it: every request with every byte of its body.
 * The browser itself does not show all of that, least of all the bodies of uploads.
 */
import { once } from 'node:events';
import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { test as base } from './demo';

/** A request as it went over the wire. */
export interface Sent {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Unpacked, when it was sent compressed. */
  readonly body: Buffer;
}

/** The wire. Open its `url` instead of the demo's own. */
export interface Wire {
  readonly url: string;
  /** Everything sent so far to addresses that begin like this, oldest first. */
  sent(prefix?: string): readonly Sent[];
  close(): Promise<void>;
}

const readAll = async (message: IncomingMessage): Promise<Buffer> => {
  const pieces: Buffer[] = [];
  for await (const piece of message) pieces.push(piece as Buffer); // a stream without encoding gives buffers
  return Buffer.concat(pieces);
};

const unpacked = (body: Buffer, encoding: string | undefined): Buffer =>
  encoding === 'gzip' ? gunzipSync(body) : body;

/** Starts a wire to an address such as `http://127.0.0.1:40123`. */
export async function startWire(to: string): Promise<Wire> {
  const all: Sent[] = [];
  const pass = async (given: IncomingMessage, answer: ServerResponse): Promise<void> => {
    const body = await readAll(given);
    const { method = 'GET', url: path = '/', headers } = given;
    all.push({
      method,
      path,
      headers: headers as Record<string, string>,
      body: unpacked(body, headers['content-encoding']),
    }); // repeated headers do not matter here
    const onwards = ask(new URL(path, to), { method, headers }, (given) => {
      answer.writeHead(given.statusCode ?? 502, given.headers);
      given.pipe(answer);
    });
    onwards.on('error', () => answer.destroy());
    onwards.end(body);
  };
  const server = createServer((given, answer) => void pass(given, answer).catch(() => answer.destroy())).listen(
    0,
    '127.0.0.1',
  );
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The wire has no port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    sent: (prefix = '/') => all.filter(({ path }) => path.startsWith(prefix)),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** The demo's test with `wire`, a wire to the demo that belongs to this test alone. */
export const test = base.extend<{ wire: Wire }>({
  wire: async ({ demo }, use) => {
    const wire = await startWire(demo.url);
    await use(wire);
    await wire.close();
  },
});

export { expect } from './demo';
