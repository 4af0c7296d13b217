import {
  CaptureModel,
  type CaptureModelInstance,
  type FrozenPage,
  type GrabDisplay,
  type Picture,
} from '../../../src/capture';
import { DEFAULT_LIMITS, type Attachment, type Limits } from '../../../src/protocol';

type Id = Attachment['id'];

/** A made-up page, frozen. */
export const samplePage = (spots = 12): FrozenPage => ({
  takenAt: 0,
  width: 640,
  height: 400,
  pixelRatio: 1,
  spots: Array.from({ length: spots }, (_, id) => ({
    id,
    kind: 'text',
    label: '',
    box: [0, 0, 24, 12],
    canReveal: true,
  })),
  gaps: [],
  landmarks: [],
  markup: '<svg/>',
  sources: [],
});

/** An attachment of each kind. */
export const sampleAttachments = (): readonly Attachment[] =>
  (['screenshot', 'file', 'screenshot'] as const).map((kind, index) => ({
    id: `00000000-0000-4000-8000-${String(index + 1).padStart(12, '0')}` as Id, // the pattern of an id
    kind,
    name: `${kind}-${index + 1}.png`,
    type: 'image/png',
    size: 240_000 * (index + 1),
    digests: [],
    width: 640,
    height: 400,
    redaction: { mode: kind === 'screenshot' ? 'masked' : 'manual', boxes: index === 0 ? 12 : 0, revealed: [] },
  }));

/** What a sample differs in. */
export interface SampleCapture {
  /** Code with which drawing fails. */
  readonly drawFails?: string;
  /** What choosing a display gives: a picture of this page, one with more in it, or the code of a problem. Left out: it is not possible here. */
  readonly grabs?: 'page' | 'more' | (string & {});
  readonly gaps?: readonly string[];
  readonly limits?: Partial<Limits>;
  /** The device no longer has the bytes. */
  readonly isGone?: boolean;
}

/** Makes a model that draws one and the same made-up page and keeps its bytes in memory. */
export function sampleCapture({
  drawFails,
  grabs,
  gaps = [],
  limits,
  isGone = false,
}: SampleCapture = {}): CaptureModelInstance {
  let count = 0;
  return new CaptureModel({
    freeze: () => samplePage(),
    render: async () =>
      drawFails
        ? { ok: false, problem: { code: drawFails, message: 'A scene.' } }
        : { ok: true, value: await drawSample(gaps) },
    ...(grabs !== undefined && { grab: () => grabSample(grabs) }),
    clean: () => Promise.resolve({ ok: false, problem: { code: 'file-unreadable', message: 'A scene.' } }),
    bytes: {
      put: () => Promise.resolve({ ok: true, value: undefined }),
      get: async () => ({ ok: true, value: isGone ? undefined : (await drawSample(gaps)).bytes }),
      remove: () => Promise.resolve({ ok: true, value: undefined }),
    },
    limits: () => ({ ...DEFAULT_LIMITS, ...limits }),
    attached: () => [],
    newId: () => `00000000-0000-4000-8000-${String(++count).padStart(12, '0')}` as Id, // the pattern of an id
    clock: { now: () => 0, after: () => () => undefined },
    digests: () => Promise.resolve([]),
    onAttached: () => undefined,
    onReplaced: () => Promise.resolve(),
    onSent: () => () => undefined,
    log: { warn: () => undefined, error: () => undefined },
  });
}

async function grabSample(grabs: string): ReturnType<GrabDisplay> {
  if (grabs !== 'page' && grabs !== 'more') return { ok: false, problem: { code: grabs, message: 'A scene.' } };
  const picture = await drawSample([]);
  return { ok: true, value: grabs === 'page' ? { picture, boxes: 12 } : { picture } };
}

async function drawSample(gaps: readonly string[]): Promise<Picture> {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [640, 400];
  const pen = canvas.getContext('2d');
  const fill = (colour: string, ...[x, y, width, height]: readonly [number, number, number, number]): void => {
    if (!pen) return;
    pen.fillStyle = colour;
    pen.fillRect(x, y, width, height);
  };
  fill('#f4f6f9', 0, 0, 640, 400);
  fill('#123a7a', 0, 0, 640, 44);
  fill('#ffffff', 150, 70, 460, 140);
  fill('#ffffff', 150, 230, 460, 150);
  for (const row of [0, 1, 2, 3]) {
    fill('#5b6875', 170, 92 + row * 28, 70, 8);
    fill('#c2c8d0', 270, 91 + row * 28, 120 + row * 24, 10);
  }
  for (const row of [0, 1, 2, 3]) fill('#c2c8d0', 170, 252 + row * 28, 400 - row * 48, 10);
  const blob = await new Promise<Blob>((resolve) => canvas.toBlob((made) => resolve(made ?? new Blob())));
  return { bytes: await blob.arrayBuffer(), type: 'image/png', width: 640, height: 400, gaps };
}
