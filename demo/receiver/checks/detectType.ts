/** What a file says about itself in its first bytes. */
export interface Detected {
  readonly type: string;
  /** Only for pictures, and only where the header could be read. */
  readonly width?: number;
  readonly height?: number;
}

/** How many bytes from the start are looked at. */
export const HEAD_BYTES = 1_048_576;

/** Tells what a file is from its bytes; its name and what was said about it play no part. Nothing means: none of the accepted types, or a torn header. */
export function detectType(head: Uint8Array): Detected | undefined {
  return png(head) ?? jpeg(head) ?? webp(head) ?? mp4(head) ?? webm(head);
}

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const ascii = (bytes: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + length));
const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

function png(bytes: Uint8Array): Detected | undefined {
  if (bytes.length < 33 || !startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return undefined;
  if (view(bytes).getUint32(8) !== 13 || ascii(bytes, 12, 4) !== 'IHDR') return undefined;
  return sized('image/png', view(bytes).getUint32(16), view(bytes).getUint32(20));
}

/** Walks the segments until the one that holds the size. */
function jpeg(bytes: Uint8Array): Detected | undefined {
  if (!startsWith(bytes, [0xff, 0xd8, 0xff])) return undefined;
  const header = view(bytes);
  for (let at = 2; at + 9 < bytes.length;) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) at += 1; // filling
    else if (isFrame(marker)) return sized('image/jpeg', header.getUint16(at + 7), header.getUint16(at + 5));
    else if (marker === 0xda || marker === 0xd9) return undefined; // pixels before a size
    else at += 2 + Math.max(2, header.getUint16(at + 2));
  }
  return undefined;
}

/** SOF0 to SOF15, without the tables that share their range. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

function webp(bytes: Uint8Array): Detected | undefined {
  if (bytes.length < 30 || ascii(bytes, 0, 4) !== 'RIFF' || ascii(bytes, 8, 4) !== 'WEBP') return undefined;
  const header = view(bytes);
  const uint24 = (at: number): number => header.getUint16(at, true) | ((bytes[at + 2] ?? 0) << 16);
  switch (ascii(bytes, 12, 4)) {
    case 'VP8 ':
      return startsWith(bytes.subarray(23), [0x9d, 0x01, 0x2a])
        ? sized('image/webp', header.getUint16(26, true) & 0x3fff, header.getUint16(28, true) & 0x3fff)
        : undefined;
    case 'VP8L':
      return bytes[20] === 0x2f ? losslessSize(header.getUint32(21, true)) : undefined;
    case 'VP8X':
      return sized('image/webp', uint24(24) + 1, uint24(27) + 1);
    default:
      return undefined;
  }
}

const losslessSize = (bits: number): Detected | undefined =>
  sized('image/webp', (bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1);

const MP4_BRANDS = new Set([
  'isom',
  'iso2',
  'iso4',
  'iso5',
  'iso6',
  'mp41',
  'mp42',
  'avc1',
  'M4V ',
  'MSNV',
  'dash',
  'iso8',
  'iso9',
]);

function mp4(bytes: Uint8Array): Detected | undefined {
  if (bytes.length < 16 || ascii(bytes, 4, 4) !== 'ftyp') return undefined;
  const length = view(bytes).getUint32(0);
  return length >= 16 && length <= bytes.length && MP4_BRANDS.has(ascii(bytes, 8, 4))
    ? { type: 'video/mp4' }
    : undefined;
}

/** EBML with the document type `webm`, however long its size is written; Matroska in general is not accepted. Whether it is whole, `isWebm` tells. */
function webm(bytes: Uint8Array): Detected | undefined {
  if (!startsWith(bytes, [0x1a, 0x45, 0xdf, 0xa3])) return undefined;
  return /B\x82[^]{1,8}webm/.test(ascii(bytes, 0, Math.min(bytes.length, 128))) ? { type: 'video/webm' } : undefined;
}

/** A picture without pixels is no picture. */
const sized = (type: string, width: number, height: number): Detected | undefined =>
  width > 0 && height > 0 ? { type, width, height } : undefined;
