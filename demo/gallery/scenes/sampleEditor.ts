import {
  AnnotationModel,
  measureText,
  noAnnotations,
  type Annotations,
  type AnnotationDeps,
  type AnnotationModelInstance,
  type BasePicture,
  type Landmark,
  type Spot,
} from '../../../src/capture/editor';

const SIZE = { width: 960, height: 600 };
const LABELS = ['Naam', 'Geboortedatum', 'Adres', 'BSN', 'Telefoon'];

/** Spots in a column, each with the name of what stands before it. */
export const sampleSpots = (count = 5, label?: string): readonly Spot[] =>
  Array.from({ length: count }, (_, id) => ({
    id,
    kind: id % 4 === 3 ? 'field' : 'text',
    label: label ?? LABELS[id % LABELS.length] ?? '',
    box: [390 + (id % 3) * 180, 118 + (Math.floor(id / 3) % 8) * 56, 150, 18],
    canReveal: id !== 3,
  }));

const LANDMARKS: readonly Landmark[] = [
  { kind: 'header', label: '', box: [0, 0, 960, 52] },
  { kind: 'navigation', label: 'Hoofdmenu', box: [0, 52, 180, 548] },
  { kind: 'main', label: '', box: [180, 52, 780, 548] },
  { kind: 'table', label: 'Persoonsgegevens', box: [204, 78, 732, 500] },
];

/** What a sample differs in. */
export interface SampleEditor {
  readonly spots?: readonly Spot[];
  /** Parts of the page. */
  readonly landmarks?: readonly Landmark[];
  /** Spots that are covered for good. */
  readonly fixedSpots?: number;
  /** Shapes and crop to begin with. */
  readonly earlier?: Partial<Annotations>;
  readonly alt?: string;
  /** `slow` never answers. */
  readonly saving?: 'slow' | 'storage-full' | 'internal';
  readonly drawing?: 'slow' | 'fails';
  readonly canRetake?: boolean;
}

/** Shapes of every kind. */
export const sampleShapes: Annotations['shapes'] = [
  { id: 1, kind: 'redact', colour: 'red', box: [210, 470, 220, 60] },
  { id: 2, kind: 'box', colour: 'red', box: [376, 100, 190, 52] },
  { id: 3, kind: 'arrow', colour: 'red', from: [690, 330], to: [575, 160] },
  { id: 4, kind: 'text', colour: 'blue', at: [600, 340], text: 'Hier verspringt het', letter: 22, ems: 11.4 },
  { id: 5, kind: 'number', colour: 'black', at: [240, 128] },
  { id: 6, kind: 'number', colour: 'black', at: [240, 184] },
  {
    id: 7,
    kind: 'pen',
    colour: 'blue',
    points: [
      [480, 500],
      [540, 485],
      [600, 505],
      [660, 488],
      [720, 502],
    ],
  },
];

/** Puts a made-up page on the table. */
export function sampleEditor(sample: SampleEditor = {}): AnnotationModelInstance {
  const spots = sample.spots ?? sampleSpots();
  const never = new Promise<never>(() => undefined);
  const picture = paintPage(spots, new Set());
  const draw: NonNullable<AnnotationDeps['subject']['draw']> = (revealed) => {
    if (sample.drawing === 'slow') return never;
    if (sample.drawing === 'fails')
      return Promise.resolve({ ok: false, problem: { code: 'screenshot-failed', message: 'A scene.' } });
    return Promise.resolve({ ok: true, value: paintPage(spots, revealed) });
  };
  const subject = {
    picture,
    size: SIZE,
    spots,
    fixedSpots: sample.fixedSpots ?? 0,
    landmarks: sample.landmarks ?? LANDMARKS,
    draw,
  };
  return new AnnotationModel({
    subject,
    ...(sample.canRetake !== false && { retake: () => Promise.resolve({ ok: true as const, value: subject }) }),
    ...((sample.earlier || sample.alt) && {
      earlier: { annotations: { ...noAnnotations(SIZE), nextId: 20, ...sample.earlier }, alt: sample.alt ?? '' },
    }),
    now: () => 0,
    newText: 'Tekst',
    measure: measureText,
    save: () => {
      if (sample.saving === 'slow') return never;
      return Promise.resolve(
        sample.saving
          ? { ok: false, problem: { code: sample.saving, message: 'A scene.' } }
          : { ok: true, value: undefined },
      );
    },
  });
}

/** Paints a page of a made-up dossier, with bars where something is covered. */
function paintPage(spots: readonly Spot[], revealed: ReadonlySet<number>): BasePicture {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [SIZE.width * 2, SIZE.height * 2];
  const pen = canvas.getContext('2d');
  const fill = (colour: string, ...[x, y, width, height]: readonly [number, number, number, number]): void => {
    if (!pen) return;
    pen.fillStyle = colour;
    pen.fillRect(x, y, width, height);
  };
  pen?.scale(2, 2);
  fill('#f4f6f9', 0, 0, 960, 600);
  fill('#123a7a', 0, 0, 960, 52);
  fill('#e6ebf2', 0, 52, 180, 548);
  for (const row of [0, 1, 2, 3, 4, 5]) fill('#8a97a8', 24, 86 + row * 36, 70 + (row % 3) * 24, 9);
  fill('#ffffff', 204, 78, 732, 500);
  for (const row of [0, 1, 2, 3, 4, 5, 6, 7]) fill('#5b6875', 262, 122 + row * 56, 86, 10);
  for (const { id, box } of spots) fill(revealed.has(id) ? '#1b2430' : '#c2c8d0', ...box);
  const bytes = Uint8Array.from(atob(canvas.toDataURL().split(',')[1] ?? ''), (sign) => sign.charCodeAt(0));
  return { bytes: bytes.buffer, type: 'image/png', width: canvas.width, height: canvas.height };
}
