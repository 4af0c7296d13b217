/** A store of bytes with an S3 API that can be told to be in trouble. Beside Swift, which never is: that checks signatures and hashes. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { S3Place } from '../../../demo/receiver/adapters/s3Requests';

/** What it does instead of what it was asked. */
export type Trouble = (response: ServerResponse, request: IncomingMessage) => void;

/** A running one, with an empty bucket. */
export interface StandInS3 {
  readonly place: S3Place;
  /** How many requests got into trouble. */
  readonly refused: number;
  /** From now on, for the methods that are named; nothing: it is well again. */
  trouble(how?: Trouble, methods?: readonly string[]): void;
  /** After so many refused requests it is well by itself. */
  wellAfter(requests: number): void;
  keys(): readonly string[];
  close(): Promise<void>;
}

/** Answers with a status and the name that stores give it. */
export const refuses =
  (status: number, code: string): Trouble =>
  (response, request) => {
    request.resume(); // as a store does: the whole body is taken
    request.on('end', () => response.writeHead(status).end(`<Error><Code>${code}</Code></Error>`));
  };

/** Ends the connection without an answer. */
export const cutsOff: Trouble = (_response, request) => void request.socket.destroy();

/** Takes the request and says nothing. */
export const isSilent: Trouble = (_response, request) => void request.resume();

/** Keeps what was sent, and ends the connection before it says so: the worst place of all. */
export const cutsOffAfterwards: Trouble = (response, request) => void request.on('kept', () => response.destroy());

/** Sends half of what was asked, then ends the connection. */
export const cutsOffHalfway: Trouble = (response) => {
  response.writeHead(200, { 'content-length': '1000000' }).write(Buffer.alloc(500));
  setImmediate(() => response.destroy());
};

/** Starts one. */
export async function startStandInS3(): Promise<StandInS3> {
  const objects = new Map<string, Buffer>();
  let how: Trouble | undefined;
  let methods: readonly string[] | undefined;
  let refused = 0;
  let most = Infinity;
  const server = createServer((request, response) => {
    const isInTrouble = how !== undefined && refused < most && methods?.includes(request.method ?? '') !== false;
    if (!isInTrouble) return void answer(objects, request, response);
    refused += 1;
    how?.(response, request);
    if (how === cutsOffAfterwards) void keep(objects, request);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // it listens on a port
  return {
    place: {
      endpoint: `http://127.0.0.1:${port}`,
      bucket: 'bucket',
      region: 'us-east-1',
      accessKeyId: 'somebody',
      secretAccessKey: 'something',
    },
    get refused() {
      return refused;
    },
    trouble(next, only) {
      [how, methods, refused, most] = [next, only, 0, Infinity];
    },
    wellAfter(requests) {
      most = requests;
    },
    keys: () => [...objects.keys()].sort(),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const keyOf = ({ url = '' }: IncomingMessage): string => new URL(url, 'http://s3').pathname.replace(/^\/bucket\/?/, '');

async function keep(objects: Map<string, Buffer>, request: IncomingMessage): Promise<void> {
  const bytes = await buffer(request).catch(() => undefined); // the sender went away
  if (bytes === undefined) return;
  objects.set(keyOf(request), bytes);
  request.emit('kept');
}

async function answer(objects: Map<string, Buffer>, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const key = keyOf(request);
  if (request.method === 'PUT') {
    await keep(objects, request);
    return void response.writeHead(200).end();
  }
  if (request.method === 'DELETE') {
    objects.delete(key);
    return void response.writeHead(204).end();
  }
  give(objects.get(key) ?? (key === '' ? Buffer.alloc(0) : undefined), request, response);
}

function give(bytes: Buffer | undefined, { method, headers }: IncomingMessage, response: ServerResponse): void {
  if (bytes === undefined) return void response.writeHead(404).end('<Error><Code>NoSuchKey</Code></Error>');
  const [, start, end] = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? '') ?? [];
  const part = start === undefined ? bytes : bytes.subarray(Number(start), Number(end) + 1);
  response.writeHead(start === undefined ? 200 : 206, { 'content-length': String(part.length) });
  response.end(method === 'HEAD' ? undefined : part);
}
