import type { SealedBody } from '../../delivery';
import { createId, type Id } from '../../foundation/id';
import type { Message } from '../../protocol/conversation';
import type { HintDocument } from '../../protocol/hint';
import type { Attachment, Question, Submission } from '../../protocol/submission';
import { contentDigest, pieceDigests } from '../../storage';

/** Makes an id. */
export const anId = (): Id => createId((count) => crypto.getRandomValues(new Uint8Array(count)));

/** Makes a question. */
export const aQuestion = (text: string, attachments: readonly Id[] = []): Question => ({
  id: anId(),
  kind: 'problem',
  text,
  place: { label: 'Rapportage', route: '/dossier/:id/rapportage' },
  steps: [],
  errors: [],
  failedRequests: [],
  fields: {},
  attachments,
});

/** Makes a submission of one question per text; attachments belong to the first. */
export const aSubmission = (
  owner: string,
  texts: readonly string[],
  attachments: readonly Attachment[] = [],
): Submission => ({
  schema: 1,
  owner,
  device: anId(),
  deviceTime: new Date(0).toISOString(),
  timeZone: 'Europe/Amsterdam',
  questions: texts.map((text, index) => aQuestion(text, index === 0 ? attachments.map(({ id }) => id) : [])),
  attachments,
  environment: null,
  consent: { version: '1', reviewed: true, at: new Date(0).toISOString() },
  deflection: { shown: [], opened: [] },
  colleagues: [],
});

/** Makes a message. */
export const aMessage = (owner: string, text: string): Message => ({ schema: 1, owner, text, attachments: [] });

/** Makes a document with one hint. Other words have another rev, so it is published as often as a test wants. */
export const aHintDocument = (rev = 1): HintDocument => ({
  format: 'cliendo.hints',
  version: 1,
  revision: 1,
  environment: 'productie',
  defaultLocale: 'nl',
  routes: { rapportage: '/dossier/:id/rapportage' },
  policy: {},
  targets: {
    opslaan: { label: 'Knop Opslaan', tag: 'button', find: [{ by: { hintId: 'opslaan' }, weight: 1, strong: true }] },
  },
  hints: [
    {
      id: 'contract',
      rev,
      status: 'published',
      kind: 'tooltip',
      name: 'Uitleg bij Opslaan',
      where: { routes: ['rapportage'], target: 'opslaan' },
      when: { on: 'focus' },
      howOften: {},
      content: { nl: { title: 'Opslaan', body: `Je werk is bewaard. Dit is uitleg ${rev}.` } },
    },
  ],
});

/** Writes a value down as the bytes that are sent, under a new id. */
export async function sealed(value: unknown, id: Id = anId()): Promise<SealedBody> {
  const body = new TextEncoder().encode(JSON.stringify(value));
  return { id, body, digest: await contentDigest(body) };
}

/** A picture and its declaration. */
export interface SamplePicture {
  readonly attachment: Attachment;
  readonly bytes: ArrayBuffer;
}

/** Makes a real PNG of noise: about four bytes per pixel, so that 600 × 600 takes more than one piece. */
export async function aPicture(side = 600): Promise<SamplePicture> {
  const bytes = await noisePng(side);
  const digests = await pieceDigests(bytes);
  const redaction = { mode: 'masked', boxes: 0, revealed: [] } as const;
  const attachment: Attachment = {
    id: anId(),
    kind: 'screenshot',
    name: 'screenshot-1.png',
    type: 'image/png',
    size: bytes.byteLength,
    digests,
    width: side,
    height: side,
    redaction,
  };
  return { attachment, bytes };
}

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const RGBA_8_BIT = [8, 6, 0, 0, 0];

async function noisePng(side: number): Promise<ArrayBuffer> {
  const header = new Uint8Array(13);
  new DataView(header.buffer).setUint32(0, side);
  new DataView(header.buffer).setUint32(4, side);
  header.set(RGBA_8_BIT, 8);
  const packed = new Blob([noise(side)]).stream().pipeThrough(new CompressionStream('deflate'));
  const pixels = new Uint8Array(await new Response(packed).arrayBuffer());
  const parts = [
    Uint8Array.from(SIGNATURE),
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', new Uint8Array()),
  ];
  return new Blob(parts).arrayBuffer();
}

/** Rows of noise that is the same every time (mulberry32), each with the filter byte 0 in front. */
function noise(side: number): Uint8Array<ArrayBuffer> {
  const row = 1 + side * 4;
  const bytes = new Uint8Array(row * side);
  let state = side;
  for (let index = 0; index < bytes.length; index++) {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    bytes[index] = index % row === 0 ? 0 : (mixed ^ (mixed >>> 14)) & 0xff;
  }
  return bytes;
}

function chunk(type: string, content: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(content.length + 12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, content.length);
  bytes.set(new TextEncoder().encode(type), 4);
  bytes.set(content, 8);
  view.setUint32(content.length + 8, crc32(bytes.subarray(4, content.length + 8)));
  return bytes;
}

function crc32(bytes: Uint8Array): number {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1));
  }
  return ~crc >>> 0;
}
