import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { finishAll } from '../../../demo/receiver/upload/finishUpload';
import { startReceiver, type Caller, type ReceiverUnderTest } from './receiverUnderTest';
import { accepted, aPng, aSubmission, aWireQuestion, manifestOf, nextId, patch, refusalOf } from './wire';

let receiver: ReceiverUnderTest;
let sanne: Caller;
beforeAll(async () => {
  receiver = await startReceiver();
  sanne = await receiver.asker();
});
afterEach(() => void vi.restoreAllMocks());
afterAll(() => receiver.close());

const full = (): Promise<never> => Promise.reject(Object.assign(new Error('A test.'), { code: 'ENOSPC' }));

it('a piece that finds no room is refused with 507 and when to try again; the upload goes on where it was, without a restart', async () => {
  const bytes = aPng(3000);
  const picture = manifestOf(bytes);
  const questions = [aWireQuestion({ attachments: [picture.id] })];
  await accepted(receiver, sanne, aSubmission(sanne.owner, { questions, attachments: [picture] }));
  const send = (offset: number, end: number) =>
    patch(receiver, sanne, { id: picture.id, offset, bytes: bytes.subarray(offset, end) });
  expect((await send(0, 1000)).statusCode).toBe(204);

  const noRoom = vi.spyOn(receiver.blobs, 'put').mockImplementation(full);
  const refused = await send(1000, 2000);
  expect([refusalOf(refused), refused.headers['retry-after']]).toEqual(['507 storage-full', '60']);
  await accepted(receiver, sanne); // words need no room there
  noRoom.mockRestore();

  expect((await send(1000, 2000)).statusCode).toBe(204);
  expect((await send(2000, 3000)).statusCode).toBe(204);
  const content = await receiver.get(`/v1/attachments/${picture.id}/content`, sanne);
  expect(content.rawPayload).toEqual(Buffer.from(bytes));
});

it('when only the last check finds no room, the bytes are kept and checked later', async () => {
  const bytes = aPng(2000, { seed: 3 });
  const picture = manifestOf(bytes);
  const questions = [aWireQuestion({ attachments: [picture.id] })];
  await accepted(receiver, sanne, aSubmission(sanne.owner, { questions, attachments: [picture] }));
  const { put } = receiver.blobs;
  const noRoom = vi
    .spyOn(receiver.blobs, 'put')
    .mockImplementation((key, file) => (key.startsWith('staging/') ? put(key, file) : full()));
  expect((await patch(receiver, sanne, { id: picture.id, offset: 0, bytes })).statusCode).toBe(507);
  noRoom.mockRestore();

  expect(await finishAll(receiver.ports)).toBe(1);
  const content = await receiver.get(`/v1/attachments/${picture.id}/content`, sanne);
  expect(content.rawPayload).toEqual(Buffer.from(bytes));
});

it('before the disk of the database is full, words are refused with 507 too, and taken again when there is room; what makes room goes on', async () => {
  const disk = { free: 65 * 1_048_576 };
  const small = await startReceiver({ freeBytes: () => disk.free });
  const mehmet = await small.asker('p-mehmet');
  const kept = await accepted(small, mehmet);

  disk.free = 63 * 1_048_576;
  const refused = await small.put(`/v1/submissions/${nextId()}`, mehmet, aSubmission(mehmet.owner));
  expect([refusalOf(refused), refused.headers['retry-after']]).toEqual(['507 storage-full', '60']);
  expect(refusalOf(await small.get(`/v1/submissions/${kept.id}`, mehmet))).toBe('507 storage-full'); // a look is written down
  expect(await finishAll(small.ports)).toBe(0);

  disk.free = 39 * 1_048_576;
  await expect(finishAll(small.ports)).rejects.toThrow('nearly full');
  disk.free = 65 * 1_048_576;
  await accepted(small, mehmet);
  await small.close();
});
