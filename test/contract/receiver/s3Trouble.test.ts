import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { createS3Blobs } from '../../../demo/receiver/adapters/s3Blobs';
import { DEFAULT_TERMS } from '../../../demo/receiver/domain/retention';
import { purgeOld } from '../../../demo/receiver/retention';
import { finishAll } from '../../../demo/receiver/upload/finishUpload';
import type { Attachment } from '../../../src/protocol/index';
import { createMemoryDatabase } from '../../../src/storage';
import { createDevice } from '../../faults/device';
import { sendAll } from '../../faults/lane';
import { seededChance } from '../../faults/random';
import { aWitness } from '../../faults/witness';
import {
  cutsOff,
  cutsOffAfterwards,
  cutsOffHalfway,
  isSilent,
  refuses,
  startStandInS3,
  type StandInS3,
  type Trouble,
} from '../../support/storages/standInS3';
import { startReceiver, type Caller, type ReceiverUnderTest } from './receiverUnderTest';
import { accepted, acceptedWith, aPng, manifestOf, nextId, patch, refusalOf } from './wire';

let s3: StandInS3;
let receiver: ReceiverUnderTest;
let sanne: Caller;
let address: string;
beforeAll(async () => {
  s3 = await startStandInS3();
  receiver = await startReceiver({ blobs: createS3Blobs(s3.place) });
  sanne = await receiver.asker();
  address = await receiver.app.listen({ host: '127.0.0.1', port: 0 });
});
afterEach(() => s3.trouble());
afterAll(async () => {
  await receiver.close();
  await s3.close();
});

const [AWAY, FULL] = [
  ['503 maintenance', '5'],
  ['507 storage-full', '60'],
];
const aPicture = async (seed: number): Promise<{ readonly bytes: Uint8Array; readonly picture: Attachment }> => {
  const bytes = aPng(3000, { seed });
  const picture = manifestOf(bytes);
  await acceptedWith(receiver, sanne, picture);
  return { bytes, picture };
};
const send = ({ id }: Attachment, bytes: Uint8Array, [offset, end]: readonly [number, number]) =>
  patch(receiver, sanne, { id, offset, bytes: bytes.subarray(offset, end) });
const read = ({ id }: Attachment) => receiver.get(`/v1/attachments/${id}/content`, sanne);

it.each<[what: string, trouble: Trouble, refusal: typeof AWAY]>([
  ['is away', cutsOff, AWAY],
  ['asks for less', refuses(503, 'SlowDown'), AWAY],
  ['lets nobody in any more', refuses(403, 'AccessDenied'), AWAY],
  ['has lost its bucket', refuses(404, 'NoSuchBucket'), AWAY],
  ['keeps a piece and can not say so', cutsOffAfterwards, AWAY],
  ['is full', refuses(507, 'XMinioStorageFull'), FULL],
  ['has a quota that is used up', refuses(403, 'QuotaExceeded'), FULL],
])(
  'a store of bytes that %s: the piece is refused as problem+json, and the upload goes on where it was',
  async (_what, trouble, refusal) => {
    const { bytes, picture } = await aPicture(1);
    expect((await send(picture, bytes, [0, 1000])).statusCode).toBe(204);

    s3.trouble(trouble);
    const refused = await send(picture, bytes, [1000, 2000]);
    expect([refusalOf(refused), refused.headers['retry-after']]).toEqual(refusal);
    await accepted(receiver, sanne); // words need no store of bytes
    s3.trouble();

    expect((await send(picture, bytes, [1000, 2000])).statusCode).toBe(204);
    expect((await send(picture, bytes, [2000, 3000])).statusCode).toBe(204);
    expect((await read(picture)).rawPayload).toEqual(Buffer.from(bytes));
  },
);

it('one that takes a request and says nothing counts as away, and is not asked four times while somebody waits', async () => {
  s3.trouble(isSilent);
  const impatient = createS3Blobs({ ...s3.place, silentMs: 50 });
  await expect(impatient.head('org/one')).rejects.toMatchObject({ code: 'EAGAIN' });
  expect(s3.refused).toBe(1);
});

it('a moment of trouble is nobody’s business: it is asked again', async () => {
  const { bytes, picture } = await aPicture(2);
  s3.trouble(refuses(500, 'InternalError'));
  s3.wellAfter(2);
  expect((await send(picture, bytes, [0, 3000])).statusCode).toBe(204);
  expect((await read(picture)).rawPayload).toEqual(Buffer.from(bytes));
});

it('a look at a picture is refused without a header of the picture, and works again by itself', async () => {
  const { bytes, picture } = await aPicture(3);
  await send(picture, bytes, [0, 3000]);
  s3.trouble(refuses(500, 'InternalError'));
  const refused = await read(picture);
  expect([refusalOf(refused), refused.headers['retry-after']]).toEqual(AWAY);
  expect(Object.keys(refused.headers)).not.toContain('content-disposition');
  s3.trouble();
  expect((await read(picture)).rawPayload).toEqual(Buffer.from(bytes));
});

it('when it is cut off while the whole is checked, nothing is taken for damaged: it is checked later', async () => {
  const { bytes, picture } = await aPicture(4);
  s3.trouble(cutsOffHalfway, ['GET']);
  expect(refusalOf(await send(picture, bytes, [0, 3000]))).toBe('503 maintenance');
  s3.trouble();
  expect(await finishAll(receiver.ports)).toBe(1);
  expect((await read(picture)).rawPayload).toEqual(Buffer.from(bytes));
});

it('what was taken back while it was away is gone for everybody at once, and its bytes go the next time', async () => {
  const { bytes, picture } = await aPicture(5);
  await send(picture, bytes, [0, 1000]);
  s3.trouble(cutsOff);
  const taken = await receiver.send({
    method: 'DELETE',
    url: `/v1/attachments/${picture.id}`,
    headers: { authorization: `Bearer ${sanne.token}` },
  });
  expect([taken.statusCode, refusalOf(await read(picture))]).toEqual([204, '410 gone']);
  s3.trouble();
  const staged = (): boolean => s3.keys().some((key) => key.startsWith(`staging/${picture.id}`));
  expect(staged()).toBe(true);
  await purgeOld(receiver.ports, DEFAULT_TERMS);
  expect(staged()).toBe(false);
});

it('after all of this no byte lies there that no row knows of', async () => {
  await purgeOld(receiver.ports, DEFAULT_TERMS);
  expect(s3.keys().filter((key) => key.startsWith('staging/'))).toEqual([]);
});

it.each<[what: string, trouble: Trouble]>([
  ['away', cutsOff],
  ['full', refuses(507, 'XMinioStorageFull')],
  ['keeping without saying so', cutsOffAfterwards],
])(
  'a device goes on by itself after a store of bytes that was %s: once, whole, and nothing to press',
  async (_what, trouble) => {
    receiver.time.now = Date.now(); // the device has a clock of its own
    const { owner } = await receiver.asker('p-device');
    const witness = aWitness({ owner, text: 'Foto van het scherm.', pictureSizes: [20_000], isFollowedUp: false });
    const device = createDevice({
      owner,
      disk: { ...createMemoryDatabase(), isLasting: true },
      newId: nextId,
      address,
      auth: async () => (await receiver.asker('p-device')).token,
      isHeld: () => false,
      random: seededChance(1),
    });
    s3.trouble(trouble);
    s3.wellAfter(10); // two pieces are refused with all their repeats, and the third with some
    expect(await sendAll({ device, random: () => 1, crashShare: 0 }, [witness])).toEqual(['done']);
    device.end();

    const me = await receiver.asker('p-device');
    const [picture] = witness.pictures;
    const content = await receiver.get(`/v1/attachments/${picture?.id}/content`, me);
    expect(content.rawPayload).toEqual(Buffer.from(picture?.bytes ?? []));
    expect(s3.refused).toBe(10);
  },
);
