import { renderPage } from '../../../src/capture/browser/renderPage';
import { freezePage, type FreezeOptions } from '../../../src/capture/moment/browser/freezePage';
import { freezePageCalmly } from '../../../src/capture/moment/browser/freezePageCalmly';
import type { FrozenPage } from '../../../src/capture/moment/index';
import { createDictionary, type InterfaceDictionary } from '../../../src/privacy/index';

type Box = readonly [x: number, y: number, width: number, height: number];

/** A drawn page as a test can hold it: the picture in base64, or the code of the problem. */
export interface Drawn {
  readonly png: string;
  readonly code: string;
  readonly gaps: readonly string[];
}

/** What the tests ask of the engine on a page. */
export interface CaptureEngine {
  /** `everything` calls every text interface, `broken` is a dictionary that throws. */
  freeze(catalogue: readonly string[] | 'everything' | 'broken', assets?: readonly string[]): FrozenPage;
  /** The same in short tasks. `disturb` is done after its first task; `stop` ends it there. */
  freezeCalmly(
    catalogue: readonly string[] | 'everything' | 'broken',
    meanwhile?: { disturb?(): void; readonly stop?: boolean },
  ): Promise<FrozenPage | undefined>;
  /** Freezes another document, of a frame. */
  freezeIn(inside: Document): FrozenPage;
  draw(page: FrozenPage): Promise<Drawn>;
  /** How often the dictionary was asked so far. */
  asked(): number;
  /** Draws the page that was frozen last, with these spots shown. */
  reveal(spots: readonly number[]): Promise<Drawn>;
  /** Whether a frozen page can be copied or sent as it is. */
  canBeCloned(): boolean;
  /** Share of pixels that clearly differ, 0 to 1, within the boxes or outside `but`. */
  differ(
    one: string,
    other: string,
    where?: { readonly within?: readonly Box[]; readonly but?: readonly Box[] },
  ): Promise<number>;
}

const clock = { now: () => 0, after: () => () => undefined };
/** A channel may be this far off: text is smoothed a little differently. */
const TOLERANCE = 40;

const pixelsOf = async (png: string): Promise<ImageData> => {
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [image.width, image.height];
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.drawImage(image, 0, 0);
  return context.getImageData(0, 0, canvas.width, canvas.height);
};

const isIn = (boxes: readonly Box[], x: number, y: number): boolean =>
  boxes.some(([left, top, width, height]) => x >= left && x < left + width && y >= top && y < top + height);

let asked = 0;

const dictionaryOf = (catalogue: Parameters<CaptureEngine['freeze']>[0]): InterfaceDictionary => {
  if (catalogue === 'everything') return { has: () => true, refused: 0 };
  if (catalogue !== 'broken') {
    const dictionary = createDictionary(catalogue);
    return {
      ...dictionary,
      has(text) {
        asked += 1;
        return dictionary.has(text);
      },
    };
  }
  return {
    refused: 0,
    has: () => {
      throw new Error('broken');
    },
  };
};

/** As the app holds it: what is uncovered does not survive the way to the test and back. */
let held: FrozenPage | undefined;

const drawn = async (page: FrozenPage, revealed: readonly number[] = []): Promise<Drawn> => {
  const picture = await renderPage(page, { revealed: new Set(revealed) });
  if (!picture.ok) return { png: '', code: picture.problem.code, gaps: page.gaps };
  let binary = '';
  for (const byte of new Uint8Array(picture.value.bytes)) binary += String.fromCharCode(byte);
  return { png: btoa(binary), code: '', gaps: picture.value.gaps };
};

const optionsOf = (
  catalogue: Parameters<CaptureEngine['freeze']>[0],
  interfaceAssets: readonly string[] = [],
): FreezeOptions => ({
  dictionary: dictionaryOf(catalogue),
  interfaceAssets,
  own: (element) => element.localName.startsWith('cliendo-support'),
  clock,
});

const engine: CaptureEngine = {
  freeze: (catalogue, interfaceAssets) => (held = freezePage(document, optionsOf(catalogue, interfaceAssets))),
  async freezeCalmly(catalogue, { disturb, stop = false } = {}) {
    const ending = new AbortController();
    const page = freezePageCalmly(document, optionsOf(catalogue), { signal: ending.signal });
    disturb?.();
    if (stop) ending.abort();
    return page;
  },
  freezeIn: (inside) => freezePage(inside, optionsOf('everything')),
  asked: () => asked,
  draw: (page) => drawn(page),
  reveal: (spots) => (held ? drawn(held, spots) : Promise.reject(new Error('nothing is frozen'))),
  canBeCloned() {
    try {
      return structuredClone(held) !== undefined;
    } catch {
      return false;
    }
  },
  async differ(one, other, { within, but = [] } = {}) {
    const [a, b] = await Promise.all([pixelsOf(one), pixelsOf(other)]);
    let [seen, different] = [0, 0];
    for (let at = 0; at < a.data.length; at += 4) {
      const [x, y] = [(at / 4) % a.width, Math.floor(at / 4 / a.width)];
      if ((within && !isIn(within, x, y)) || isIn(but, x, y)) continue;
      seen += 1;
      if ([0, 1, 2].some((channel) => Math.abs((a.data[at + channel] ?? 0) - (b.data[at + channel] ?? 0)) > TOLERANCE))
        different += 1;
    }
    return different / seen;
  },
};

Object.assign(globalThis, { engine });
