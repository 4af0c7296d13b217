/** A receiver behind a real nginx with the settings of docs/nginx.conf. */
import type { AddressInfo } from 'node:net';
import { afterEach, afterAll, beforeAll, expect, test } from 'vitest';
import { STREAMS_PER_OWNER } from '../../../demo/receiver/routes/events';
import type { Balancer } from '../../support/balancer';
import { startNginx } from '../../support/nginx';
import { startReceiver, type Caller, type ReceiverUnderTest } from '../receiver/receiverUnderTest';
import { hear, listening, type HeardStream } from '../receiver/streamsUnderTest';
import { accepted, nextId } from '../receiver/wire';

let receiver: ReceiverUnderTest;
let direct: string;
let port: number;
let sanne: Caller;
const running: Balancer[] = [];
const open: HeardStream[] = [];

beforeAll(async () => {
  receiver = await startReceiver();
  direct = await listening(receiver);
  ({ port } = receiver.app.server.address() as AddressInfo); // listening on a port
  sanne = await receiver.asker();
});
afterEach(async () => {
  for (const one of open) one.leave();
  await Promise.all(open.splice(0).map(({ ended }) => ended));
  await Promise.all(running.splice(0).map((nginx) => nginx.close()));
});
afterAll(() => receiver.close());

const behind = async (change?: (published: string) => string): Promise<string> => {
  const nginx = await startNginx([port], change);
  running.push(nginx);
  return nginx.url;
};
const heard = async (url: string, from: number): Promise<HeardStream> => {
  const stream = await hear(url, sanne, from);
  open.push(stream);
  return stream;
};
const reply = async (question = ''): Promise<void> => {
  const words = { text: 'Kijk bij Agenda.', status: 'answered' };
  const path = `/v1/agent/questions/${question}/replies/${nextId()}`;
  expect((await receiver.put(path, { token: await receiver.agent() }, words)).statusCode).toBe(201);
};
/** Packs answers, as many an nginx does for browsers; what is packed waits for more to pack. */
const PACKING = 'gzip on; gzip_types text/event-stream; gzip_proxied any;';
const inLocation = (published: string, more: string): string =>
  published.replace('location / {', `location / { ${more}`);
/** Holds answers back, where nobody says otherwise. */
const holding = (published: string): string => published.replace('proxy_buffering off;', 'proxy_buffering on;');

/** Reads the stream as a browser does: it takes what is packed. Nothing is there until the answer begins. */
function readAsBrowser(url: string, after: number): { text: string; leave(): void } {
  const leaving = new AbortController();
  const headers = { authorization: `Bearer ${sanne.token}`, 'last-event-id': String(after), 'accept-encoding': 'gzip' };
  const read = { text: '', leave: () => leaving.abort() };
  const take = async (): Promise<void> => {
    const { body } = await fetch(`${url}/v1/events`, { headers, signal: leaving.signal });
    for await (const part of body?.pipeThrough(new TextDecoderStream()) ?? []) read.text += part;
  };
  take().catch(() => undefined); // left
  return read;
}

test('a change is told at once while the stream stays open', async () => {
  const { cursor, questions } = await accepted(receiver, sanne);
  const stream = await heard(await behind(), cursor);
  for (const count of [1, 2, 3]) {
    await reply(questions[0]?.id);
    expect(await stream.until(count)).toHaveLength(count);
  }
  expect(stream.headers).toMatchObject({
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
  });
});

test.each<[what: string, change: (published: string) => string]>([
  ['packs', (published) => inLocation(published, PACKING)],
  [
    'packs and holds back: the receiver itself says that this is not to be',
    (published) => holding(inLocation(published, PACKING)),
  ],
])('also to a browser by an nginx that %s', async (_what, change) => {
  const { cursor, questions } = await accepted(receiver, sanne);
  const read = readAsBrowser(await behind(change), cursor);
  await reply(questions[0]?.id);
  while (!read.text.includes('event: change')) await new Promise(setImmediate);
  read.leave();
});

test('the control: one that packs, holds back and does not listen to the receiver tells nothing', async () => {
  const deaf = `${PACKING} proxy_ignore_headers X-Accel-Buffering;`;
  const url = await behind((published) => holding(inLocation(published, deaf)));
  const { cursor, questions } = await accepted(receiver, sanne);
  const [beside, held] = [await heard(direct, cursor), readAsBrowser(url, cursor)];
  await reply(questions[0]?.id);
  await beside.until(1);
  const me = { headers: { authorization: `Bearer ${sanne.token}` } };
  for (let turn = 0; turn < 20; turn += 1) expect((await fetch(`${url}/v1/me`, me)).status).toBe(200); // its one worker has had the change long ago
  expect(held.text).toBe('');
  held.leave();
});

test('who leaves is missed behind nginx too: the place of the stream is free again', async () => {
  const url = await behind();
  const { cursor } = await accepted(receiver, sanne);
  const all = await Promise.all(Array.from({ length: STREAMS_PER_OWNER }, () => heard(url, cursor)));
  expect(all.map(({ status }) => status)).toEqual(all.map(() => 200));
  expect((await heard(url, cursor)).status).toBe(429);
  for (const one of all) one.leave();
  while ((await heard(url, cursor)).status !== 200);
});

test('a refusal passes as the receiver wrote it, also of a body that is too large', async () => {
  const url = await behind();
  const refused = await fetch(`${url}/v1/submissions/${nextId()}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${sanne.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ text: 'x'.repeat(3_000_000) }),
  });
  expect([refused.status, refused.headers.get('content-type')]).toEqual([
    413,
    'application/problem+json; charset=utf-8',
  ]);
  expect(await refused.json()).toMatchObject({ type: 'urn:cliendo-support:problem:too-large' });
});
