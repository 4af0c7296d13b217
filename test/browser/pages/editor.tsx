import { render } from 'preact';
import {
  AnnotationEditor,
  AnnotationModel,
  editorTexts,
  exportPicture,
  measureText,
  type AnnotationModelInstance,
  type BasePicture,
  type FinishedPicture,
  type FinishedWork,
  type Landmark,
  type Spot,
} from '../../../src/capture/editor';
import { createFormat, createTranslate, nl } from '../../../src/locale';
import { startFirewall } from '../../../src/ui/firewall';
import { adoptSheets, Announcer, sheets, TextProvider } from '../../../src/ui';

/** What the tests ask about the picture editor. */
export interface EditorPage {
  /** Puts a picture of stripes on the table, so that no two places look alike. */
  open(wanted?: {
    readonly width?: number;
    readonly height?: number;
    /** Pixels per unit. */
    readonly ratio?: number;
    readonly type?: string;
    readonly mostBytes?: number;
  }): Promise<void>;
  /** What was saved, as bytes; empty when nothing was. */
  bytes(): readonly number[];
  size(): readonly [width: number, height: number, type: string];
  /** Different colours in a part of what was saved. */
  colours(x: number, y: number, width: number, height: number): Promise<readonly string[]>;
  work(): FinishedWork | undefined;
  model(): AnnotationModelInstance;
  readonly closed: boolean[];
}

const SPOTS: readonly Spot[] = [
  { id: 0, kind: 'text', label: 'Naam', box: [40, 40, 120, 20], canReveal: true },
  { id: 1, kind: 'field', label: 'BSN', box: [40, 80, 120, 20], canReveal: false },
];

const LANDMARKS: readonly Landmark[] = [
  { kind: 'header', label: '', box: [0, 0, 640, 30] },
  { kind: 'main', label: '', box: [120, 30, 520, 370] },
  { kind: 'table', label: 'Afspraken', box: [140, 120, 400, 200] },
];

const host = document.createElement('cliendo-support');
startFirewall(window, (target) => target === host); // as on a page of a host
document.documentElement.append(host);
const root = host.attachShadow({ mode: 'open' });
adoptSheets(root, sheets);
const place = document.createElement('div');
root.append(place);

let saved: { readonly work: FinishedWork; readonly picture: FinishedPicture } | undefined;
let opened: AnnotationModelInstance | undefined;
const closed: boolean[] = [];
const clock = {
  now: () => Date.now(),
  after(delayMs: number, act: () => void) {
    const timer = setTimeout(act, delayMs);
    return () => clearTimeout(timer);
  },
};

async function stripes(
  size: { readonly width: number; readonly height: number },
  look: { readonly ratio: number; readonly type: string; readonly revealed: ReadonlySet<number> },
): Promise<BasePicture> {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [size.width * look.ratio, size.height * look.ratio];
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no canvas');
  for (let x = 0; x < canvas.width; x += 4) {
    pen.fillStyle = `rgb(${(x * 7) % 200}, ${120 + ((x * 3) % 100)}, ${(x * 11) % 256})`;
    pen.fillRect(x, 0, 4, canvas.height);
  }
  for (let y = 0; y < canvas.height; y += 6) {
    pen.fillStyle = `rgba(${(y * 5) % 256}, 40, ${(y * 13) % 256}, 0.4)`;
    pen.fillRect(0, y, canvas.width, 3);
  }
  for (const { id, box } of SPOTS) {
    pen.fillStyle = look.revealed.has(id) ? '#00ff00' : '#888888';
    pen.fillRect(...(box.map((side) => side * look.ratio) as [number, number, number, number])); // a box has four sides
  }
  const blob = await new Promise<Blob>((resolve) => canvas.toBlob((made) => resolve(made ?? new Blob()), look.type));
  return { bytes: await blob.arrayBuffer(), type: look.type, width: canvas.width, height: canvas.height };
}

const editor: EditorPage = {
  closed,
  async open({ width = 640, height = 400, ratio = 1, type = 'image/png', mostBytes = 10_000_000 } = {}) {
    saved = undefined;
    const size = { width, height };
    const model = new AnnotationModel({
      subject: {
        picture: await stripes(size, { ratio, type, revealed: new Set() }),
        size,
        spots: SPOTS,
        fixedSpots: 0,
        landmarks: LANDMARKS,
        draw: async (revealed) => ({ ok: true, value: await stripes(size, { ratio, type, revealed }) }),
      },
      now: () => 1_000,
      newText: 'Tekst',
      measure: measureText,
      async save(work) {
        const made = await exportPicture({ picture: work.picture, annotations: work.annotations, mostBytes });
        if (made.ok) saved = { work, picture: made.value };
        return made;
      },
    });
    opened = model;
    const translate = createTranslate({ locale: 'nl', messages: { ...nl, ...editorTexts.nl }, brand: 'Cliendo' });
    render(null, place);
    render(
      <TextProvider translate={translate} format={createFormat('nl')}>
        <Announcer clock={clock}>
          <AnnotationEditor
            model={model}
            kind="screenshot"
            onClosed={(isDone) => {
              closed.push(isDone);
              render(null, place);
            }}
          />
        </Announcer>
      </TextProvider>,
      place,
    );
  },
  bytes: () => [...new Uint8Array(saved?.picture.bytes ?? new ArrayBuffer(0))],
  size: () => [saved?.picture.width ?? 0, saved?.picture.height ?? 0, saved?.picture.type ?? ''],
  async colours(...[x, y, width, height]) {
    if (!saved) return [];
    const bitmap = await createImageBitmap(new Blob([saved.picture.bytes], { type: saved.picture.type }));
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [bitmap.width, bitmap.height];
    const pen = canvas.getContext('2d');
    pen?.drawImage(bitmap, 0, 0);
    const { data } = pen?.getImageData(x, y, width, height) ?? { data: new Uint8ClampedArray() };
    const found = new Set<string>();
    for (let at = 0; at < data.length; at += 4) found.add(data.slice(at, at + 4).join());
    return [...found];
  },
  work: () => saved?.work,
  model() {
    if (!opened) throw new Error('nothing is open');
    return opened;
  },
};

Object.assign(globalThis, { editor });
