import { expect } from 'vitest';
import { CaptureModel, type CaptureDeps } from '../../../src/capture/capture.model';
import type { FrozenPage } from '../../../src/capture/moment/moment';
import type { Picture } from '../../../src/capture/picture';
import type { Id } from '../../../src/foundation/id';
import { silentLog } from '../../../src/foundation/log';
import { succeed } from '../../../src/foundation/result';
import { DEFAULT_LIMITS, type Attachment } from '../../../src/protocol/index';

/** The first bytes of a PNG of 640 by 400. */
export const PNG = Uint8Array.from([
  0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 2, 128, 0, 0, 1, 144, 8, 6, 0, 0,
  0,
]);
/** The first bytes of an MP4. */
export const MP4 = Uint8Array.from([0, 0, 0, 24, 0x66, 0x74, 0x79, 0x70, 0x69, 0x73, 0x6f, 0x6d]);

/** Makes a frozen page with covered spots. */
export const aPage = (takenAt = 0, covered = 3): FrozenPage => ({
  takenAt,
  width: 640,
  height: 400,
  pixelRatio: 1,
  gaps: [],
  landmarks: [],
  markup: '<svg/>',
  sources: [],
  spots: Array.from({ length: covered }, (_, id) => ({
    id,
    kind: 'text',
    label: '',
    box: [0, 0, 1, 1],
    canReveal: true,
  })),
});
/** Makes a drawn picture. */
export const aPicture = (gaps: readonly string[] = []): Picture => ({
  bytes: new ArrayBuffer(500),
  type: 'image/png',
  width: 640,
  height: 400,
  gaps,
});

/** A screenshot that was attached, edited and kept before a reload. */
export const aPngAttachment: Attachment = {
  id: 'kept' as Id, // only has to be unique here
  kind: 'screenshot',
  name: 'screenshot-1.png',
  type: 'image/png',
  size: 29,
  digests: [],
  alt: 'Eerder gezegd',
  redaction: { mode: 'masked', boxes: 12, revealed: [{ spot: 'Veld', at: '2026-03-12T09:00:00Z' }] },
};

/** Makes a model whose bytes and attachments can be looked at. */
export const made = (changes: Partial<CaptureDeps> = {}) => {
  const kept = new Map<Id, ArrayBuffer>();
  const attached: Attachment[] = [];
  let count = 0;
  const model = new CaptureModel({
    freeze: () => aPage(),
    render: () => Promise.resolve(succeed(aPicture())),
    clean: (bytes) => Promise.resolve(succeed({ bytes: bytes.slice(0, 20), type: 'image/png', pixels: [640, 400] })),
    bytes: {
      put: (id, bytes) => Promise.resolve(succeed(kept.set(id, bytes))),
      get: (id) => Promise.resolve(succeed(kept.get(id))),
      remove: (id) => Promise.resolve(succeed(kept.delete(id))),
    },
    limits: () => DEFAULT_LIMITS,
    attached: () => attached,
    newId: () => `id-${++count}` as Id, // only has to be unique here
    clock: { now: () => 0, after: () => () => undefined },
    digests: () => Promise.resolve(['digest']),
    onAttached: (attachment) => {
      expect(kept.has(attachment.id)).toBe(true); // bytes before words
      attached.push(attachment);
    },
    onReplaced: (old, by) => {
      expect(kept.has(by.id) && kept.has(old)).toBe(true); // the new bytes are there before the old ones go
      attached.splice(
        attached.findIndex(({ id }) => id === old),
        1,
        by,
      );
      return Promise.resolve();
    },
    onSent: () => () => undefined,
    log: silentLog,
    ...changes,
  });
  return { model, kept, attached };
};
