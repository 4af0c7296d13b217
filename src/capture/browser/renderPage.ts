import { fail, succeed, type Failure, type Result } from '../../foundation/result';
import type { FrozenPage } from '../moment/moment';
import type { Picture } from '../picture';
import { revealedPieces, withRevealed } from '../revealing';

/** Why there is no picture: the page's policy forbids it, or drawing went wrong. */
export type RenderProblem = Failure<'screenshot-blocked' | 'screenshot-failed'>;

/** How a page is drawn. */
export interface RenderOptions {
  /** Numbers of covered spots that the person shows again. All others, and those that may not be shown, stay covered. */
  readonly revealed?: ReadonlySet<number>;
}

type Source = FrozenPage['sources'][number];

const encode = (sign: string): string => `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`;

/** What `PictureSources` writes for a source. Repeated here, so that drawing does not bring the copying along. */
const SOURCE = /cl-source-(\d+)\./g;
const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=';
/** Signs that would end the attribute or `url()` that an address is put into. */
const NOT_IN_URL = /["'()<>&\s]/g;
/** No side of a picture on the page is worth more than this. */
const MOST_SIDE_PX = 2400;
/** A sharp picture of the largest screens; more would cost seconds and a memory that a phone has not got. */
const MOST_PIXELS = 16_000_000;
/** What has not come by then is a gap. Milliseconds. */
const PATIENCE_MS = 2000;
/** Stands where a picture could not be had. */
const HATCHED = `data:image/svg+xml,${encodeURIComponent("<svg xmlns='http://www.w3.org/2000/svg' width='100%' height='100%'><defs><pattern id='h' width='6' height='6' patternUnits='userSpaceOnUse' patternTransform='rotate(45)'><rect width='6' height='6' fill='#dfe3e8'/><rect width='1.5' height='6' fill='#aab2be'/></pattern></defs><rect width='100%' height='100%' fill='url(#h)'/></svg>").replace(/[()']/g, encode)}`;

/**
 * Draws a frozen page. The SVG must be a `data:` address: from `blob:` it taints the canvas (measured in Chromium and WebKit).
 * Without `img-src data:` in the page's policy the answer is `screenshot-blocked`.
 */
export async function renderPage(
  page: FrozenPage,
  { revealed = new Set() }: RenderOptions = {},
): Promise<Result<Picture, RenderProblem>> {
  if (page.markup === '') return fail({ code: 'screenshot-failed', message: 'The page could not be copied.' });
  try {
    const gaps = new Set(page.gaps);
    const inlined = await Promise.all(page.sources.map((source) => inline(source, () => gaps.add(source.kind))));
    const shown = await uncover(page, revealed, () => gaps.add('picture'));
    const markup = withRevealed(page.markup, shown).replace(
      SOURCE,
      (_, index: string) => inlined[Number(index)] ?? PIXEL,
    );
    const image = await decode(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(markup)}`);
    const canvas = draw(image, page);
    const blob = await toBlob(canvas);
    return succeed({
      bytes: await blob.arrayBuffer(),
      type: 'image/png',
      width: canvas.width,
      height: canvas.height,
      gaps: [...gaps],
    });
  } catch (cause) {
    return fail(
      (await canDecode(PIXEL))
        ? { code: 'screenshot-failed', message: 'The copy of the page could not be drawn.', cause }
        : { code: 'screenshot-blocked', message: "The page's content security policy has no `img-src data:`." },
    );
  }
}

/** The markup of the revealed pieces. A picture that cannot be had stays covered. */
async function uncover(
  page: FrozenPage,
  revealed: ReadonlySet<number>,
  onGap: () => void,
): Promise<ReadonlyMap<number, string>> {
  const shown = new Map<number, string>();
  for (const [number, { markup, picture }] of revealedPieces(page, revealed)) {
    const url = picture?.();
    const source = url === undefined ? '' : await inline({ kind: 'picture', url }, () => undefined);
    if (picture && ['', HATCHED, PIXEL].includes(source)) onGap();
    else
      shown.set(
        number,
        markup.replace('cl-source-own.', () => source),
      );
  }
  return shown;
}

async function decode(url: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = url;
  await image.decode();
  return image;
}

const canDecode = (url: string): Promise<boolean> =>
  decode(url).then(
    () => true,
    () => false,
  );

function draw(image: HTMLImageElement, { width, height, pixelRatio }: FrozenPage): HTMLCanvasElement {
  const scale = Math.min(pixelRatio, Math.sqrt(MOST_PIXELS / (width * height)));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas;
}

const toBlob = (canvas: HTMLCanvasElement): Promise<Blob> =>
  new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The canvas gave no picture.'))), 'image/png'),
  );

/** Turns what the copy refers to into `data:`, since an SVG picture may load nothing. What cannot be had is a gap: a hatched box, or nothing where the page shows nothing either. */
async function inline({ kind, url }: Source, onGap: () => void): Promise<string> {
  try {
    if (url.startsWith('data:')) return url.replace(NOT_IN_URL, encode);
    return kind === 'font' ? await fontUrl(url) : await pictureUrl(url);
  } catch (cause) {
    onGap();
    return kind === 'font' || (!isLate(cause) && (await isBroken(url))) ? PIXEL : HATCHED;
  }
}

const isLate = (cause: unknown): boolean => cause instanceof DOMException && cause.name === 'TimeoutError';

/** Tells whether the page itself cannot show a picture either. One of another origin it can: only we may not read it. */
const isBroken = (url: string): Promise<boolean> =>
  inTime(decode(url)).then(
    () => false,
    (cause: unknown) => !isLate(cause),
  );

/** By an image element and not by a request: the page shows this picture, so its policy allows it. */
async function pictureUrl(url: string): Promise<string> {
  const image = new Image();
  if (new URL(url).origin !== location.origin) image.crossOrigin = 'anonymous';
  image.src = url;
  await inTime(image.decode());
  const { naturalWidth: width, naturalHeight: height } = image;
  const scale = /\.svg\b/.test(url) ? 2 : Math.min(1, MOST_SIDE_PX / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL(/\.jpe?g\b/i.test(url) ? 'image/jpeg' : 'image/png', 0.95); // a photo as PNG takes ten times as long
}

/** Rejects when it takes too long: a server may never answer. */
const inTime = <Value>(promise: Promise<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new DOMException('It did not come in time.', 'TimeoutError')), PATIENCE_MS);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });

async function fontUrl(url: string): Promise<string> {
  const answer = await fetch(url, {
    cache: 'force-cache',
    credentials: 'same-origin',
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  if (!answer.ok) throw new Error(`The font answered ${answer.status}.`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  let binary = '';
  for (let start = 0; start < bytes.length; start += 32_768)
    binary += String.fromCharCode(...bytes.subarray(start, start + 32_768));
  return `data:font/woff2;base64,${btoa(binary)}`;
}
