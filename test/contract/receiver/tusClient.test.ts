import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Upload } from 'tus-js-client';
import { PIECE_BYTES, type Attachment } from '../../../src/protocol/index';
import { startReceiver, type Caller, type ReceiverUnderTest } from './receiverUnderTest';
import { acceptedWith, aPng, manifestOf } from './wire';

let receiver: ReceiverUnderTest;
let sanne: Caller;
let address: string;

beforeAll(async () => {
  receiver = await startReceiver();
  sanne = await receiver.asker();
  await receiver.app.listen({ port: 0, host: '127.0.0.1' });
  address = `http://127.0.0.1:${(receiver.app.server.address() as AddressInfo).port}`; // listening on a port
});
afterAll(() => receiver.close());

/** Uploads with a client that we did not write; pauses after the first piece, and goes on in another one, as after a reload. */
async function uploaded(bytes: Uint8Array, { id }: Attachment, chunkSize: number): Promise<number> {
  let pauses = 0;
  const run = (pausesAfterFirst: boolean): Promise<'paused' | 'done'> =>
    new Promise((resolve, reject) => {
      const upload = new Upload(Buffer.from(bytes), {
        uploadUrl: `${address}/v1/attachments/${id}`,
        headers: { authorization: `Bearer ${sanne.token}` },
        chunkSize,
        retryDelays: null,
        storeFingerprintForResuming: false,
        onError: reject,
        onSuccess: () => resolve('done'),
        onChunkComplete: (_size, sent, total) => {
          if (!pausesAfterFirst || sent === total) return;
          pauses += 1;
          void upload.abort(false).then(() => resolve('paused'), reject);
        },
      });
      upload.start();
    });
  if ((await run(true)) === 'paused') await run(false);
  return pauses;
}

test.each([
  [1000, 20_000],
  [1024, 30_001],
  [65_536, 300_000],
  [262_144, PIECE_BYTES + 5],
  [PIECE_BYTES, 3 * PIECE_BYTES],
  [5 * PIECE_BYTES, 9 * PIECE_BYTES],
  [8 * PIECE_BYTES, 9 * PIECE_BYTES],
])('tus-js-client uploads in pieces of %i bytes, pauses and goes on', async (chunkSize, size) => {
  const bytes = aPng(size, { seed: chunkSize });
  const picture = manifestOf(bytes);
  await acceptedWith(receiver, sanne, picture);
  expect(await uploaded(bytes, picture, chunkSize)).toBe(1);
  const content = await receiver.get(`/v1/attachments/${picture.id}/content`, sanne);
  expect(content.statusCode).toBe(200);
  expect(content.rawPayload.equals(bytes)).toBe(true);
});
