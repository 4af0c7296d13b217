/** Media types that may be attached; the receiver knows no others. */
export type FileType = 'image/png' | 'image/jpeg' | 'image/webp' | 'video/webm' | 'video/mp4';

/** What is known of an allowed type: its ending, and its name for people. */
export const FILE_TYPES: Readonly<
  Record<FileType, { readonly ending: string; readonly name: string; readonly claims: readonly string[] }>
> = {
  'image/png': { ending: 'png', name: 'PNG', claims: ['png'] },
  'image/jpeg': { ending: 'jpg', name: 'JPEG', claims: ['jpg', 'jpeg', 'jpe', 'jfif', 'pjpeg'] },
  'image/webp': { ending: 'webp', name: 'WebP', claims: ['webp'] },
  'video/webm': { ending: 'webm', name: 'WebM', claims: ['webm'] },
  'video/mp4': { ending: 'mp4', name: 'MP4', claims: ['mp4', 'm4v'] },
};

/** Tells what a file is by its first bytes; nothing when it is none of the allowed types. 32 bytes are enough. */
export function typeOf(bytes: Uint8Array): FileType | undefined {
  const at = (offset: number, text: string): boolean =>
    [...text].every((sign, index) => bytes[offset + index] === sign.charCodeAt(0));
  if (at(0, '\x89PNG\r\n\x1a\n')) return 'image/png';
  if (at(0, '\xff\xd8\xff')) return 'image/jpeg';
  if (at(0, 'RIFF') && at(8, 'WEBP')) return 'image/webp';
  if (at(0, '\x1aE\xdf\xa3')) return 'video/webm';
  return at(4, 'ftyp') && !/^(?:heic|heix|mif1|avif|qt {2})/.test(String.fromCharCode(...bytes.subarray(8, 12)))
    ? 'video/mp4'
    : undefined;
}

/** Tells whether a file's own words (media type and ending) agree with what it is. Words that say nothing agree. */
export function claimAgrees(type: FileType, claim: { readonly type: string; readonly name: string }): boolean {
  const ending = /\.([a-z0-9]{1,8})$/i.exec(claim.name)?.[1]?.toLowerCase();
  const { claims } = FILE_TYPES[type];
  const mediaAgrees =
    claim.type === '' ||
    claim.type === 'application/octet-stream' ||
    claims.includes(claim.type.replace(/^(?:image|video)\/(?:x-)?/, ''));
  return mediaAgrees && (ending === undefined || claims.includes(ending));
}

/** Tells whether a file says of itself that it is of an allowed type. */
export const claimsAllowedType = (claim: { readonly type: string; readonly name: string }): boolean =>
  Object.values(FILE_TYPES).some(({ claims }) =>
    claims.some((word) => claim.type.endsWith(`/${word}`) || claim.name.toLowerCase().endsWith(`.${word}`)),
  );

/** Width and height in pixels. */
export type PixelSize = readonly [width: number, height: number];

/** Reads a picture's size from its header, before anything decodes it: a small file may hold a huge picture. */
export function pixelSizeOf(bytes: Uint8Array, type: FileType): PixelSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    if (type === 'image/png') return [view.getUint32(16), view.getUint32(20)];
    if (type === 'image/webp') return webpSize(view);
    return type === 'image/jpeg' ? jpegSize(view) : undefined;
  } catch {
    return undefined; // the header ends too early
  }
}

function webpSize(view: DataView): PixelSize | undefined {
  const kind = view.getUint8(15);
  const uint24 = (offset: number): number => view.getUint16(offset, true) + (view.getUint8(offset + 2) << 16) + 1;
  if (kind === 0x58) return [uint24(24), uint24(27)]; // VP8X
  if (kind === 0x20) return [view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff]; // VP8
  const bits = view.getUint32(21, true);
  return kind === 0x4c ? [(bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1] : undefined; // VP8L
}

/** Walks the segments to the frame header. Every segment says how long it is. */
function jpegSize(view: DataView): PixelSize | undefined {
  for (let offset = 2; offset < view.byteLength; offset += 2 + view.getUint16(offset + 2)) {
    while (view.getUint8(offset + 1) === 0xff) offset += 1; // fill bytes
    const marker = view.getUint8(offset + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return [view.getUint16(offset + 7), view.getUint16(offset + 5)];
  }
  return undefined;
}
