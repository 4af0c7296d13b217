import { once } from 'node:events';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Change } from '../../../src/protocol/index';
import type { Caller, ReceiverUnderTest } from './receiverUnderTest';

/** A stream of changes as somebody on a connection of their own hears it. */
export interface HeardStream {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Everything so far, as it came. */
  readonly text: string;
  /** The changes so far; what was cut off halfway is none. */
  changes(): readonly Change[];
  /** Resolves when this many changes have come. */
  until(count: number): Promise<readonly Change[]>;
  /** Resolves when the stream ends, with whether it ended as it should. */
  readonly ended: Promise<'whole' | 'cut'>;
  leave(): void;
}

/** Lets a receiver listen on a free port. */
export async function listening({ app }: ReceiverUnderTest): Promise<string> {
  await app.listen({ port: 0, host: '127.0.0.1' });
  return `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`; // listening on a port
}

/** Opens a stream: after a cursor, or with headers of one's own. */
export async function hear(
  url: string,
  { token }: Pick<Caller, 'token'>,
  from?: number | Readonly<Record<string, string>>,
): Promise<HeardStream> {
  const more = typeof from === 'number' ? { 'last-event-id': String(from) } : from;
  const headers = { authorization: `Bearer ${token}`, ...more };
  const asked = request(`${url}/v1/events`, { headers, agent: false });
  asked.end();
  const answer = await new Promise<import('node:http').IncomingMessage>((resolve, reject) => {
    asked.once('response', resolve);
    asked.once('error', reject);
  });
  let text = '';
  answer.setEncoding('utf8').on('data', (more: string) => (text += more));
  answer.on('error', () => undefined); // told by `ended`
  const ended = new Promise<'whole' | 'cut'>((resolve) =>
    answer.once('close', () => resolve(answer.complete ? 'whole' : 'cut')),
  );
  const changes = (): readonly Change[] =>
    [...text.matchAll(/^data: (.*)\n\n/gm)].map(([, data]) => JSON.parse(data ?? '') as Change); // of our own receiver
  return {
    status: answer.statusCode ?? 0,
    headers: answer.headers,
    get text() {
      return text;
    },
    changes,
    async until(count) {
      while (changes().length < count) await once(answer, 'data'); // oxlint-disable-line no-await-in-loop -- as it comes
      return changes();
    },
    ended,
    leave: () => answer.destroy(),
  };
}
