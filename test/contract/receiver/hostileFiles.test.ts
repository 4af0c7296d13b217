import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkContent } from '../../../demo/receiver/checks/checkContent';
import { DEFAULT_LIMITS, type ContentGrant, type SubmissionView } from '../../../src/protocol/index';
import { CANARY, type HostileFile } from '../../support/hostile/hostileFile';
import { exif } from '../../support/hostile/jpegs';
import { hostileFiles } from '../../support/hostileFiles';
import { noisePng } from '../../support/noisePng';
import { movie, webm } from '../../support/videos';
import { startReceiver, type Caller, type ReceiverUnderTest } from './receiverUnderTest';
import { acceptedWith, manifestOf, patch, refusalOf, sha256 } from './wire';

const FILES = hostileFiles();
const check = (bytes: Uint8Array, type: string) => checkContent(bytes, manifestOf(bytes, { type }), DEFAULT_LIMITS);

describe('a hostile file', () => {
  it('comes in more than 150 kinds, each once', () => {
    expect(FILES.length).toBeGreaterThan(150);
    expect(new Set(FILES.map(({ name }) => name)).size).toBe(FILES.length);
  });

  it.each(FILES.filter(({ becomes }) => becomes === 'refused').map((file) => [file.name, file] as const))(
    'is set apart: %s',
    async (_name, { bytes, type }) => {
      expect(await check(bytes, type)).toMatchObject({ state: 'refused' });
    },
  );

  it.each(FILES.filter(({ becomes }) => becomes === 'clean').map((file) => [file.name, file] as const))(
    'is seen without what was hidden in it: %s',
    async (_name, { bytes, type }) => {
      expect(Buffer.from(bytes).includes(CANARY)).toBe(true);
      const found = await check(bytes, type);
      expect(found.state).toBe('clean');
      const clean = found.state === 'clean' ? found.bytes : bytes;
      expect(Buffer.from(clean).includes(CANARY)).toBe(false);
      expect(Buffer.from(clean).includes('script')).toBe(false);
      expect(await check(clean, type)).toEqual({ state: 'clean', bytes: clean }); // nothing is left to take off
    },
  );
});

describe('a good file', () => {
  it.each([
    ['image/png', noisePng(5000)],
    ['video/webm', webm()],
    ['video/webm', webm({ open: true })],
    ['video/mp4', movie()],
  ])('without anything hidden stays as it is, byte for byte: %s', async (type, bytes) => {
    const found = await check(bytes, type);
    expect(found.state === 'clean' && Buffer.from(found.bytes).equals(bytes)).toBe(true);
  });

  it('keeps which way is up, and nothing else of the notes of a camera', async () => {
    const photo = FILES.find(({ name }) => name.includes('place and time of a camera'))?.bytes ?? new Uint8Array();
    const found = await check(photo, 'image/jpeg');
    const clean = Buffer.from(found.state === 'clean' ? found.bytes : []);
    expect(clean.subarray(2, 38)).toEqual(exif(6, Buffer.alloc(0)));
  });
});

describe('the receiver', () => {
  let receiver: ReceiverUnderTest;
  let sanne: Caller;
  let noor: string;

  beforeAll(async () => {
    receiver = await startReceiver();
    sanne = await receiver.asker();
    noor = await receiver.agent();
  });
  afterAll(() => receiver.close());

  async function sent({
    bytes,
    type,
  }: Pick<HostileFile, 'bytes' | 'type'>): Promise<{ id: string; view: SubmissionView }> {
    const manifest = manifestOf(bytes, { type });
    const receipt = await acceptedWith(receiver, sanne, manifest);
    expect((await patch(receiver, sanne, { id: manifest.id, offset: 0, bytes })).statusCode).toBe(204);
    const view = (await receiver.get(`/v1/submissions/${receipt.id}`, sanne)).json<SubmissionView>();
    return { id: manifest.id, view };
  }
  const grantOf = (id: string) =>
    receiver.send({
      method: 'POST',
      url: `/v1/agent/attachments/${id}/grant?use=view`,
      headers: { authorization: `Bearer ${noor}` },
    });
  const oneOfEach = (becomes: HostileFile['becomes']): readonly HostileFile[] => {
    const kinds = new Map(FILES.filter((file) => file.becomes === becomes).map((file) => [file.type, file]));
    return [...kinds.values()];
  };

  it('shows an agent the clean bytes only, and knows both digests', async () => {
    for (const file of oneOfEach('clean')) {
      const { id, view } = await sent(file);
      expect(view.attachments[0]?.state, file.name).toBe('available');
      const content = await receiver.send({ method: 'GET', url: (await grantOf(id)).json<ContentGrant>().url });
      expect(content.rawPayload.includes(CANARY), file.name).toBe(false);
      expect(content.headers['content-length']).toBe(String(content.rawPayload.length));
      const [row] = await receiver.behind(`select stored_digest, body from attachment where id = '${id}'`);
      expect(row).toMatchObject({
        stored_digest: sha256(content.rawPayload),
        body: { digests: [sha256(file.bytes)] },
      });
    }
  });

  it('shows nobody what was set apart', async () => {
    for (const file of oneOfEach('refused')) {
      const { id, view } = await sent(file);
      expect(view.attachments[0]?.state, file.name).toBe('quarantined');
      expect(refusalOf(await grantOf(id))).toBe('404 not-found');
      expect(refusalOf(await receiver.get(`/v1/attachments/${id}/content`, sanne))).toBe('404 not-found');
    }
  });
});
