import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { ChangePage, Me, Problem } from '../../../src/protocol/index';
import { STREAMS_PER_OWNER } from '../../../demo/receiver/routes/events';
import { startReceiver, type Caller, type ReceiverUnderTest } from './receiverUnderTest';
import { hear, listening, type HeardStream } from './streamsUnderTest';
import { accepted, nextId } from './wire';

let receiver: ReceiverUnderTest;
let url: string;
let sanne: Caller;
let noor: { readonly token: string };
const open: HeardStream[] = [];

beforeAll(async () => {
  receiver = await startReceiver();
  url = await listening(receiver);
  sanne = await receiver.asker();
  noor = { token: await receiver.agent() };
});
afterEach(async () => {
  for (const one of open) one.leave();
  await Promise.all(open.splice(0).map(({ ended }) => ended));
});
afterAll(() => receiver.close());

const heard = async (by: Caller, from?: Parameters<typeof hear>[2]): Promise<HeardStream> => {
  const stream = await hear(url, by, from);
  open.push(stream);
  return stream;
};
const reply = (question: string) =>
  receiver.put(`/v1/agent/questions/${question}/replies/${nextId()}`, noor, {
    text: 'Alleen voor Sanne te lezen',
    status: 'answered',
  });
const changes = async (after: number, by = sanne): Promise<ChangePage> =>
  (await receiver.get(`/v1/changes?after=${after}`, by)).json<ChangePage>();
/** A token that is taken for one more second: every clock is given a minute. */
const almostOver = (sub: string): Promise<Caller> => {
  const seconds = Math.floor(receiver.time.now / 1000);
  return receiver.asker(sub, { claims: { iat: seconds - 300, nbf: seconds - 300, exp: seconds - 59 } });
};

test('tells a reply the moment it is there, by ids only', async () => {
  const { cursor, questions } = await accepted(receiver, sanne);
  const stream = await heard(sanne, cursor);
  await reply(questions[0]?.id ?? '');
  await stream.until(1);
  expect(stream.changes()).toEqual((await changes(cursor)).items);
  expect(stream.changes()[0]).toMatchObject({ type: 'message', qid: questions[0]?.id });
  expect(stream.text).not.toContain('Alleen voor Sanne');
});

test('is a stream that nothing on the way keeps, stores or changes', async () => {
  const { status, headers } = await heard(sanne);
  expect(status).toBe(200);
  expect(headers).toMatchObject({
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  });
  const me = (await receiver.get('/v1/me', sanne)).json<Me>();
  expect(me.capabilities).toContain('events');
});

test('goes on where a reader was: what came while nobody listened is told, once and in order', async () => {
  const caller = await receiver.asker('p-onderweg');
  const { cursor, questions } = await accepted(receiver, caller);
  const first = await heard(caller, cursor);
  await reply(questions[0]?.id ?? '');
  const [last] = await first.until(1);
  first.leave();
  await accepted(receiver, caller);
  await reply(questions[0]?.id ?? '');
  const again = await heard(caller, last?.seq);
  await accepted(receiver, caller);
  const told = await again.until(3);
  expect(told).toEqual((await changes(last?.seq ?? 0, caller)).items);
  expect(again.text).toContain(`id: ${told.at(-1)?.seq}\n`);
});

test('tells everything from the beginning, in pages, to who names no cursor', async () => {
  const caller = await receiver.asker('p-veel');
  const { questions } = await accepted(receiver, caller);
  await receiver.behind(
    `insert into change (organisation_id, seq, owner, type, submission_id, question_id) select 'voorbeeldzorg', 100000 + n, '${caller.owner}', 'question', submission_id, id from question, generate_series(1, 150) n where id = '${questions[0]?.id}'`,
  );
  const told = await (await heard(caller)).until(151);
  expect(told.map(({ seq }) => seq).slice(1)).toEqual(Array.from({ length: 150 }, (_none, index) => 100_001 + index));
  await receiver.behind('delete from change where seq > 100000');
});

test('tells nobody what concerns somebody else', async () => {
  const mehmet = await receiver.asker('p-mehmet');
  const stream = await heard(mehmet);
  await accepted(receiver, sanne);
  const { id } = await accepted(receiver, mehmet);
  expect((await stream.until(1)).map(({ sid }) => sid)).toEqual([id]);
});

test('keeps each person to a number of streams, says so as a problem, and takes one more when one is gone', async () => {
  const caller = await receiver.asker('p-overal');
  const streams = [];
  for (let count = 0; count < STREAMS_PER_OWNER; count += 1) streams.push(await heard(caller)); // oxlint-disable-line no-await-in-loop -- one after the other
  const refused = await receiver.get('/v1/events', caller);
  expect(refused.statusCode).toBe(429);
  expect(refused.headers).toMatchObject({ 'retry-after': '60' });
  expect(refused.json<Problem>()).toMatchObject({ type: 'urn:cliendo-support:problem:rate-limited', retryable: true });
  expect((await heard(sanne)).status).toBe(200); // somebody else is not kept out

  streams[0]?.leave();
  await expect.poll(async () => (await heard(caller)).status).toBe(200); // once the receiver has noticed
});

test('gives the place back of a stream that could not begin', async () => {
  const caller = await receiver.asker('p-pech');
  const { store } = receiver.ports;
  const { changes: working } = store;
  Object.assign(store, { changes: () => Promise.reject(new Error('The database is away')) });
  for (let count = 0; count <= STREAMS_PER_OWNER; count += 1)
    expect((await receiver.get('/v1/events', caller)).statusCode).toBe(500); // oxlint-disable-line no-await-in-loop -- one after the other
  Object.assign(store, { changes: working });
  expect((await heard(caller)).status).toBe(200);
});

test('ends as it should when the token does, and takes no token that is over', async () => {
  const stream = await heard(await almostOver('p-even'));
  expect(stream.status).toBe(200);
  expect(await stream.ended).toBe('whole');
  const over = await receiver.asker('p-even', { claims: { iat: 0, nbf: 0, exp: 600 } });
  expect((await receiver.get('/v1/events', over)).statusCode).toBe(401);
  expect((await receiver.get('/v1/events', { token: '' })).statusCode).toBe(401);
});

test('ends as it should when the receiver stops, and does not keep it from stopping', async () => {
  const own = await startReceiver();
  const stream = await hear(await listening(own), await own.asker());
  const [ending] = await Promise.all([stream.ended, own.close()]);
  expect(ending).toBe('whole');
});

test.each(['-1', 'een', '1.5', '9999999999999999'])('refuses the cursor %s', async (cursor) => {
  const headers = { authorization: `Bearer ${sanne.token}`, 'last-event-id': cursor };
  const refused = await receiver.send({ method: 'GET', url: '/v1/events', headers });
  expect(refused.statusCode).toBe(400);
  expect(refused.json<Problem>().errors).toEqual([{ pointer: '/last-event-id', code: 'pattern' }]);
});

test('lets pages of a listed origin listen, and no others', async () => {
  const listed = await heard(sanne, { origin: 'https://host.example' });
  expect([listed.status, listed.headers['access-control-allow-origin']]).toEqual([200, 'https://host.example']);
  expect((await heard(sanne, { origin: 'https://elsewhere.example' })).status).toBe(403);
});

test('is one line in the log, without who or what', async () => {
  const before = receiver.logged.length;
  const stream = await heard(await almostOver('p-log'), 0);
  await stream.ended;
  const line = receiver.logged.slice(before).find((text) => text.includes('/v1/events'));
  expect(Object.keys(JSON.parse(line ?? '{}') as object)).toEqual(['method', 'route', 'status', 'ms', 'requestId']);
});
