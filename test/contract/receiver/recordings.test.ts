import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import type { LightMyRequestResponse } from 'fastify';
import type { Attachment, ContentGrant, SubmissionView } from '../../../src/protocol/index';
import { element, movie, mp4Track, box, webm } from '../../support/videos';
import { startReceiver, type Caller, type ReceiverUnderTest } from './receiverUnderTest';
import { acceptedWith, aPng, aSubmission, aWireQuestion, manifestOf, nextId, patch, refusalOf } from './wire';

let receiver: ReceiverUnderTest;
let sanne: Caller;
let noor: { readonly token: string };

beforeAll(async () => {
  receiver = await startReceiver();
  sanne = await receiver.asker();
  noor = { token: await receiver.agent() };
});
afterAll(() => receiver.close());

const RECORDING = { kind: 'recording', name: 'opname-1.webm', type: 'video/webm' } as const;

async function sent(bytes: Uint8Array, change: Partial<Attachment> = RECORDING): Promise<Attachment> {
  const manifest = manifestOf(bytes, change);
  await acceptedWith(receiver, sanne, manifest);
  expect((await patch(receiver, sanne, { id: manifest.id, offset: 0, bytes })).statusCode).toBe(204);
  return manifest;
}

const grant = async ({ id }: Attachment, use?: string): Promise<string> => {
  const answer = await receiver.send({
    method: 'POST',
    url: `/v1/agent/attachments/${id}/grant${use === undefined ? '' : `?use=${use}`}`,
    headers: { authorization: `Bearer ${noor.token}` },
  });
  return answer.json<ContentGrant>().url;
};
const fetchRange = (url: string, range?: string): Promise<LightMyRequestResponse> =>
  receiver.send({ method: 'GET', url, ...(range !== undefined && { headers: { range } }) });
const logOf = ({ id }: Attachment) =>
  receiver.behind(`select event, actor from access_log where attachment_id = '${id}' order by seq`);

describe('a recording that is played', () => {
  it('comes in ranges, in a form that no browser takes for a page', async () => {
    const bytes = webm({}, 5000);
    const url = await grant(await sent(bytes), 'play');
    const first = await fetchRange(url, 'bytes=0-');
    expect(first.statusCode).toBe(206);
    expect(first.headers).toMatchObject({
      'accept-ranges': 'bytes',
      'content-range': `bytes 0-${bytes.length - 1}/${bytes.length}`,
      'content-length': String(bytes.length),
      'content-type': 'video/webm',
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-site',
      'cache-control': 'no-store',
    });
    expect(first.rawPayload.equals(bytes)).toBe(true);
    const middle = await fetchRange(url, 'bytes=100-199');
    expect(middle.headers['content-range']).toBe(`bytes 100-199/${bytes.length}`);
    expect(middle.rawPayload.equals(bytes.subarray(100, 200))).toBe(true);
    const last = await fetchRange(url, 'bytes=-10');
    expect(last.rawPayload.equals(bytes.subarray(-10))).toBe(true);
  });

  it('says how long it is to who asks beyond its end', async () => {
    const bytes = webm();
    const url = await grant(await sent(bytes), 'play');
    for (const range of [`bytes=${bytes.length}-`, 'bytes=-0', 'bytes=20-10']) {
      const answer = await fetchRange(url, range);
      expect(refusalOf(answer)).toBe('416 range-not-satisfiable');
      expect(answer.headers['content-range']).toBe(`bytes */${bytes.length}`);
    }
  });

  it('is one row in the access log, however often it is wound back and forth', async () => {
    const recording = await sent(webm({}, 5000));
    const url = await grant(recording, 'play');
    for (let at = 0; at < 20; at += 1) expect((await fetchRange(url, `bytes=${at * 100}-`)).statusCode).toBe(206);
    expect(await logOf(recording)).toEqual([{ event: 'play', actor: 'a-noor' }]);
    await grant(recording, 'play');
    await grant(recording, 'download');
    await grant(recording);
    expect((await logOf(recording)).map(({ event }) => event)).toEqual(['play', 'play', 'download', 'download']);
  });

  it('lives ten minutes from its first use, and is not begun after one', async () => {
    const recording = await sent(webm());
    const url = await grant(recording, 'play');
    receiver.time.now += 59_000;
    expect((await fetchRange(url, 'bytes=0-')).statusCode).toBe(206);
    receiver.time.now += 599_000;
    expect((await fetchRange(url, 'bytes=10-')).statusCode).toBe(206);
    receiver.time.now += 2_000;
    expect(refusalOf(await fetchRange(url, 'bytes=10-'))).toBe('404 not-found');
    noor = { token: await receiver.agent() };
    const late = await grant(recording, 'play');
    receiver.time.now += 61_000;
    expect(refusalOf(await fetchRange(late, 'bytes=0-'))).toBe('404 not-found');
    sanne = await receiver.asker();
  });

  it('can no longer be taken back by who sent it', async () => {
    const recording = await sent(webm());
    await grant(recording, 'play');
    const answer = await receiver.send({
      method: 'DELETE',
      url: `/v1/attachments/${recording.id}`,
      headers: { authorization: `Bearer ${sanne.token}` },
    });
    expect(refusalOf(answer)).toBe('409 already-viewed');
  });
});

test('a picture that is looked at is a view, and its address works once', async () => {
  const picture = await sent(aPng(900), {});
  const url = await grant(picture, 'view');
  expect((await fetchRange(url)).statusCode).toBe(200);
  expect(refusalOf(await fetchRange(url))).toBe('404 not-found');
  expect(await logOf(picture)).toEqual([{ event: 'view', actor: 'a-noor' }]);
});

test('looking for a reason that is not known is refused, and writes nothing down', async () => {
  const picture = await sent(aPng(900), {});
  const answer = await receiver.send({
    method: 'POST',
    url: `/v1/agent/attachments/${picture.id}/grant?use=copy`,
    headers: { authorization: `Bearer ${noor.token}` },
  });
  expect(refusalOf(answer)).toBe('400 malformed');
  expect(await logOf(picture)).toEqual([]);
});

describe('what says it is a recording', () => {
  const text = (words: string): Buffer => Buffer.from(words.padEnd(600), 'latin1');
  it.each([
    ['WebM with an attached file', webm({ extra: [element(0x1941a469, text('PK'))] }), 'video/webm'],
    ['Matroska', webm({ docType: 'matroska' }), 'video/webm'],
    ['WebM with a page behind it', webm({ trailing: text('<script>alert(1)</script>') }), 'video/webm'],
    ['a page that begins as WebM', Buffer.concat([webm().subarray(0, 60), text('<html>')]), 'video/webm'],
    [
      'MP4 with media elsewhere',
      movie([mp4Track('vide', box('url ', text('\0\0\0\0https://elders.example/')))]),
      'video/mp4',
    ],
    ['MP4 with a page behind it', Buffer.concat([movie(), text('<script>')]), 'video/mp4'],
    ['MP4 that says it is WebM', movie(), 'video/webm'],
    ['WebM that says it is MP4', webm(), 'video/mp4'],
    ['a picture', aPng(900), 'video/mp4'],
  ])('but is %s is set apart: nobody sees the bytes', async (_what, bytes, type) => {
    const { id } = await sent(bytes, { ...RECORDING, type });
    const [row] = await receiver.behind(`select state, reason from attachment where id = '${id}'`);
    expect(row).toEqual({ state: 'quarantined', reason: 'content-mismatch' });
    expect(refusalOf(await receiver.get(`/v1/attachments/${id}/content`, sanne))).toBe('404 not-found');
  });

  it('and is one, is there: of a browser and of a phone', async () => {
    for (const [bytes, type] of [
      [webm({ open: true }), 'video/webm'],
      [movie(), 'video/mp4'],
    ] as const) {
      const { id } = await sent(bytes, { ...RECORDING, type });
      expect((await receiver.get(`/v1/attachments/${id}/content`, sanne)).statusCode).toBe(200);
    }
  });
});

describe('the part to watch and the markers', () => {
  const put = (change: Partial<Attachment>): Promise<LightMyRequestResponse> => {
    const manifest = manifestOf(webm(), { ...RECORDING, durationMs: 60_000, ...change });
    const question = aWireQuestion({ attachments: [manifest.id] });
    return receiver.put(
      `/v1/submissions/${nextId()}`,
      sanne,
      aSubmission(sanne.owner, { questions: [question], attachments: [manifest] }),
    );
  };
  const marker = (atMs: number) => ({ atMs, kind: 'error', name: 'TypeError' }) as const;

  it('are kept as they were sent', async () => {
    const play = { fromMs: 1500, toMs: 60_000 };
    const markers = [marker(0), marker(900.5), marker(900.5), marker(61_000)];
    const answer = await put({ play, markers });
    const view = answer.json<SubmissionView>();
    const [row] = await receiver.behind(`select body from attachment where id = '${view.attachments[0]?.id}'`);
    expect(row).toMatchObject({ body: { play, markers } });
  });

  it.each([
    ['ends before it begins', { play: { fromMs: 5000, toMs: 4000 } }, '/attachments/0/play'],
    ['is empty', { play: { fromMs: 5000, toMs: 5000 } }, '/attachments/0/play'],
    ['goes on after the end', { play: { fromMs: 0, toMs: 60_001 } }, '/attachments/0/play/toMs'],
    ['has markers out of order', { markers: [marker(10), marker(9)] }, '/attachments/0/markers/1'],
  ])('are refused when it %s', async (_what, change, pointer) => {
    const answer = await put(change);
    expect(refusalOf(answer)).toBe('422 invalid-question');
    expect(answer.json()).toMatchObject({ errors: [{ pointer }] });
  });

  it('are refused when there are too many, or when they are no times', async () => {
    expect((await put({ markers: Array.from({ length: 200 }, (_none, index) => marker(index)) })).statusCode).toBe(201);
    const tooMany = await put({ markers: Array.from({ length: 201 }, (_none, index) => marker(index)) });
    expect(refusalOf(tooMany)).toBe('400 malformed');
    expect(refusalOf(await put({ play: { fromMs: -1, toMs: 5 } }))).toBe('400 malformed');
  });

  it('are taken without a duration: a recorder does not always know it', async () => {
    const manifest = manifestOf(webm(), { ...RECORDING, play: { fromMs: 0, toMs: 9e6 } });
    expect(manifest.durationMs).toBeUndefined();
    await acceptedWith(receiver, sanne, manifest);
  });
});
