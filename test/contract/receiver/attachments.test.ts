import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { spool } from '../../../demo/receiver/upload/spool';
import { finishAll } from '../../../demo/receiver/upload/finishUpload';
import { PIECE_BYTES, type SubmissionView } from '../../../src/protocol/index';
import { receiverOfFile } from './receiverOfFile';
import {
  accepted,
  acceptedWith,
  aPng,
  aSubmission,
  aWireQuestion,
  manifestOf,
  nextId,
  patch,
  refusalOf,
  sha256,
} from './wire';

const { receiver, sanne } = await receiverOfFile();

const head = (id: string, by = sanne) =>
  receiver.send({ method: 'HEAD', url: `/v1/attachments/${id}`, headers: { authorization: `Bearer ${by.token}` } });
const viewOf = async ({ id }: SubmissionView): Promise<SubmissionView> =>
  (await receiver.get(`/v1/submissions/${id}`, sanne)).json<SubmissionView>();

test('takes a picture in pieces and is complete when the last one is in', async () => {
  const bytes = aPng(2.5 * PIECE_BYTES);
  const manifest = manifestOf(bytes);
  const receipt = await acceptedWith(receiver, sanne, manifest);
  expect(receipt).toMatchObject({
    delivery: 'received',
    attachments: [{ state: 'declared', offset: 0, size: bytes.length }],
  });

  const first = await patch(receiver, sanne, { id: manifest.id, offset: 0, bytes: bytes.subarray(0, PIECE_BYTES) });
  expect([first.statusCode, first.headers['upload-offset']]).toEqual([204, String(PIECE_BYTES)]);
  expect((await viewOf(receipt)).attachments[0]).toMatchObject({ state: 'uploading', offset: PIECE_BYTES });
  expect((await head(manifest.id)).headers).toMatchObject({
    'upload-offset': String(PIECE_BYTES),
    'upload-length': String(bytes.length),
    'tus-resumable': '1.0.0',
  });

  const last = await patch(receiver, sanne, {
    id: manifest.id,
    offset: PIECE_BYTES,
    bytes: bytes.subarray(PIECE_BYTES),
  });
  expect(last.statusCode).toBe(204);
  expect(await viewOf(receipt)).toMatchObject({
    delivery: 'complete',
    attachments: [{ state: 'available', offset: bytes.length }],
  });
});

test('gives the very bytes back to who sent them, whole or a range', async () => {
  const bytes = aPng(PIECE_BYTES + 5);
  const manifest = manifestOf(bytes);
  await acceptedWith(receiver, sanne, manifest);
  await patch(receiver, sanne, { id: manifest.id, offset: 0, bytes });
  const whole = await receiver.get(`/v1/attachments/${manifest.id}/content`, sanne);
  const range = await receiver.send({
    method: 'GET',
    url: `/v1/attachments/${manifest.id}/content`,
    headers: { authorization: `Bearer ${sanne.token}`, range: 'bytes=10-19' },
  });
  expect(Buffer.compare(whole.rawPayload, bytes)).toBe(0);
  expect(whole.headers).toMatchObject({
    'content-type': 'image/png',
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
  expect(whole.headers['content-disposition']).toContain('attachment');
  expect([range.statusCode, range.headers['content-range']]).toEqual([206, `bytes 10-19/${bytes.length}`]);
  expect(Buffer.compare(range.rawPayload, bytes.subarray(10, 20))).toBe(0);
});

test('leaves no staged bytes behind', async () => {
  const bytes = aPng(5000);
  const manifest = manifestOf(bytes);
  await acceptedWith(receiver, sanne, manifest);
  await patch(receiver, sanne, { id: manifest.id, offset: 0, bytes: bytes.subarray(0, 2000) });
  expect(await receiver.blobs.list(`staging/${manifest.id}`)).toHaveLength(1);
  await patch(receiver, sanne, { id: manifest.id, offset: 2000, bytes: bytes.subarray(2000) });
  expect(await receiver.blobs.list(`staging/${manifest.id}`)).toEqual([]);
  expect((await receiver.blobs.list('voorbeeldzorg')).length).toBeGreaterThan(0);
});

test('says where it really is when a piece does not fit', async () => {
  const bytes = aPng(4000);
  const manifest = manifestOf(bytes);
  await acceptedWith(receiver, sanne, manifest);
  await patch(receiver, sanne, { id: manifest.id, offset: 0, bytes: bytes.subarray(0, 1000) });
  for (const offset of [0, 500, 2000]) {
    const answer = await patch(receiver, sanne, {
      id: manifest.id,
      offset,
      bytes: bytes.subarray(offset, offset + 100),
    });
    expect(refusalOf(answer)).toBe('409 mismatching-upload-offset');
    expect(answer.json()).toMatchObject({ 'expected-offset': 1000, 'provided-offset': offset, retryable: true });
    expect(answer.headers['upload-offset']).toBe('1000');
  }
});

test('keeps one of two pieces that come for the same place at once', async () => {
  const bytes = aPng(3000);
  const manifest = manifestOf(bytes);
  await acceptedWith(receiver, sanne, manifest);
  const answers = await Promise.all(
    [1000, 1500].map((end) => patch(receiver, sanne, { id: manifest.id, offset: 0, bytes: bytes.subarray(0, end) })),
  );
  const kept = answers.filter(({ statusCode }) => statusCode === 204);
  expect(kept).toHaveLength(1);
  const offset = Number((await head(manifest.id)).headers['upload-offset']);
  expect(String(offset)).toBe(kept[0]?.headers['upload-offset']);
  await patch(receiver, sanne, { id: manifest.id, offset, bytes: bytes.subarray(offset) });
  const content = await receiver.get(`/v1/attachments/${manifest.id}/content`, sanne);
  expect(Buffer.compare(content.rawPayload, bytes)).toBe(0);
});

test('throws a damaged piece away whole', async () => {
  const bytes = aPng(2000);
  const manifest = manifestOf(bytes);
  await acceptedWith(receiver, sanne, manifest);
  const damaged = await patch(receiver, sanne, {
    id: manifest.id,
    offset: 0,
    bytes,
    headers: { 'upload-checksum': `sha256 ${sha256(bytes.subarray(1))}` },
  });
  expect(refusalOf(damaged)).toBe('460 checksum-mismatch');
  expect((await head(manifest.id)).headers['upload-offset']).toBe('0');
  expect((await patch(receiver, sanne, { id: manifest.id, offset: 0, bytes })).statusCode).toBe(204);
});

test('refuses a piece over 8 MiB and one that is longer than was declared', async () => {
  const small = manifestOf(aPng(1000));
  const large = manifestOf(aPng(9 * PIECE_BYTES));
  await acceptedWith(receiver, sanne, small);
  await acceptedWith(receiver, sanne, large);
  const long = await patch(receiver, sanne, { id: small.id, offset: 0, bytes: new Uint8Array(1001) });
  const huge = await patch(receiver, sanne, { id: large.id, offset: 0, bytes: new Uint8Array(8 * PIECE_BYTES + 1) });
  expect([long, huge].map(refusalOf)).toEqual(['413 too-large', '413 too-large']);
  expect([long.json(), huge.json()]).toMatchObject([{ limit: 1000 }, { limit: 8 * PIECE_BYTES }]);
});

test.each([
  ['no offset', { 'upload-offset': '' }, '400 malformed'],
  ['an offset that is no number', { 'upload-offset': '-1' }, '400 malformed'],
  ['a checksum of an unknown kind', { 'upload-checksum': 'crc32 AAAA' }, '400 malformed'],
  ['JSON instead of bytes', { 'content-type': 'application/json' }, '400 malformed'],
  ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, '415 unsupported-type'],
])('refuses a piece with %s', async (_what, headers, refusal) => {
  const bytes = aPng(1000);
  const manifest = manifestOf(bytes);
  await acceptedWith(receiver, sanne, manifest);
  expect(refusalOf(await patch(receiver, sanne, { id: manifest.id, offset: 0, bytes, headers }))).toBe(refusal);
});

test('takes a piece without a checksum from senders that do not know it: the digests decide', async () => {
  const bytes = aPng(1000);
  const manifest = manifestOf(bytes);
  const receipt = await acceptedWith(receiver, sanne, manifest);
  await receiver.send({
    method: 'PATCH',
    url: `/v1/attachments/${manifest.id}`,
    payload: Buffer.from(bytes),
    headers: {
      authorization: `Bearer ${sanne.token}`,
      'content-type': 'application/offset+octet-stream',
      'upload-offset': '0',
      'tus-resumable': '1.0.0',
    },
  });
  expect((await viewOf(receipt)).delivery).toBe('complete');
});

test('does not tell others that an attachment exists', async () => {
  const bytes = aPng(1000);
  const manifest = manifestOf(bytes);
  await acceptedWith(receiver, sanne, manifest);
  const mehmet = await receiver.asker('p-mehmet');
  const elsewhere = await receiver.asker('p-sanne', { claims: { org: 'elders' } });
  for (const other of [mehmet, elsewhere]) {
    expect((await head(manifest.id, other)).statusCode).toBe(404);
    expect(refusalOf(await patch(receiver, other, { id: manifest.id, offset: 0, bytes }))).toBe('404 not-found');
    expect(refusalOf(await receiver.get(`/v1/attachments/${manifest.id}/content`, other))).toBe('404 not-found');
    expect(
      refusalOf(
        await receiver.send({
          method: 'DELETE',
          url: `/v1/attachments/${manifest.id}`,
          headers: { authorization: `Bearer ${other.token}` },
        }),
      ),
    ).toBe('404 not-found');
  }
  expect((await head(manifest.id)).headers['upload-offset']).toBe('0');
});

test('takes an attachment back until an agent has seen it', async () => {
  const remove = (id: string) =>
    receiver.send({
      method: 'DELETE',
      url: `/v1/attachments/${id}`,
      headers: { authorization: `Bearer ${sanne.token}` },
    });
  const [first, second] = [manifestOf(aPng(1000)), manifestOf(aPng(1000))];
  const receipt = await acceptedWith(receiver, sanne, first);
  await acceptedWith(receiver, sanne, second);
  for (const { id } of [first, second]) await patch(receiver, sanne, { id, offset: 0, bytes: aPng(1000) });

  expect([(await remove(first.id)).statusCode, (await remove(first.id)).statusCode]).toEqual([204, 204]);
  expect(await viewOf(receipt)).toMatchObject({
    attachments: [{ state: 'erased', erasedAt: '2024-03-12T09:00:00.000Z' }],
  });
  expect(refusalOf(await receiver.get(`/v1/attachments/${first.id}/content`, sanne))).toBe('410 gone');

  await receiver.send({
    method: 'POST',
    url: `/v1/agent/attachments/${second.id}/grant`,
    headers: { authorization: `Bearer ${await receiver.agent()}` },
  });
  expect(refusalOf(await remove(second.id))).toBe('409 already-viewed');
});

test('finishes after a restart what a crash left between the last piece and the check', async () => {
  const bytes = aPng(3000);
  const manifest = manifestOf(bytes);
  const receipt = await acceptedWith(receiver, sanne, manifest);
  await patch(receiver, sanne, { id: manifest.id, offset: 0, bytes: bytes.subarray(0, 2000) });
  const blobKey = `staging/${manifest.id}/2000-${randomUUID()}`;
  const { file } = await spool(arrives(bytes.subarray(2000)), {
    folder: receiver.ports.spoolFolder,
    limitBytes: 1000,
    algorithm: 'sha256',
  });
  await receiver.blobs.put(blobKey, file);
  await receiver.ports.store.addPiece(manifest.id, { start: 2000, size: 1000, blobKey });
  expect((await viewOf(receipt)).attachments[0]).toMatchObject({ state: 'stored' });

  expect(await finishAll(receiver.ports)).toBe(1);
  expect(await viewOf(receipt)).toMatchObject({ delivery: 'complete', attachments: [{ state: 'available' }] });
  expect(await finishAll(receiver.ports)).toBe(0);
});

test('keeps two pictures of the same size apart', async () => {
  const [one, other] = [aPng(5000, { seed: 5 }), aPng(5000, { seed: 6 })];
  const [first, second] = [manifestOf(one), manifestOf(other)];
  await accepted(
    receiver,
    sanne,
    aSubmission(sanne.owner, {
      questions: [aWireQuestion({ attachments: [first.id, second.id] })],
      attachments: [first, second],
    }),
  );
  await Promise.all([
    patch(receiver, sanne, { id: first.id, offset: 0, bytes: one }),
    patch(receiver, sanne, { id: second.id, offset: 0, bytes: other }),
  ]);
  const contents = await Promise.all(
    [first, second].map(({ id }) => receiver.get(`/v1/attachments/${id}/content`, sanne)),
  );
  expect(contents.map(({ rawPayload }) => sha256(rawPayload))).toEqual([sha256(one), sha256(other)]);
});

test('any split into pieces, with repeats and wrong places in between, gives the same bytes (I3)', async () => {
  for (let seed = 1; seed <= 12; seed += 1) {
    const bytes = aPng(20_000 + seed, { seed });
    const manifest = manifestOf(bytes);
    await acceptedWith(receiver, sanne, manifest);
    let offset = 0;
    for (let turn = 0; offset < bytes.length && turn < 100; turn += 1) {
      const size = 1 + ((seed * 7919 + turn * 104_729) % 6000);
      const at = turn % 3 === 1 ? Math.max(0, offset - 500) : offset;
      const answer = await patch(receiver, sanne, {
        id: manifest.id,
        offset: at,
        bytes: bytes.subarray(at, at + size),
      });
      offset = Number((await head(manifest.id)).headers['upload-offset']);
      expect([204, 409]).toContain(answer.statusCode);
    }
    const content = await receiver.get(`/v1/attachments/${manifest.id}/content`, sanne);
    expect(sha256(content.rawPayload), `seed ${seed}`).toBe(sha256(bytes));
  }
});

test('tells what uploading can do here', async () => {
  const answer = await receiver.send({ method: 'OPTIONS', url: '/v1/attachments' });
  expect(answer.statusCode).toBe(204);
  expect(answer.headers).toMatchObject({
    'tus-version': '1.0.0',
    'tus-extension': 'checksum,termination,expiration',
    'tus-checksum-algorithm': 'sha256,sha1',
    'tus-max-size': '25000000',
  });
});

test('has nothing at an id that was never declared', async () => {
  expect((await head(nextId())).statusCode).toBe(404);
});

async function* arrives(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
