import { describe, expect, it } from 'vitest';
import { checkContent, checkRoom, type PickedFile } from '../../../src/capture/captureBudget';
import { pixelSizeOf, typeOf } from '../../../src/capture/fileKind';
import { DEFAULT_LIMITS } from '../../../src/protocol/session';

const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...part].map((sign) => sign.charCodeAt(0)) : [...part])),
  );
const uint32 = (value: number): readonly number[] => [
  value >>> 24,
  (value >> 16) & 255,
  (value >> 8) & 255,
  value & 255,
];

const png = (width = 640, height = 400): Uint8Array =>
  bytes('\x89PNG\r\n\x1a\n', uint32(13), 'IHDR', uint32(width), uint32(height), [8, 6, 0, 0, 0]);
const jpeg = bytes([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xff, 0xc2, 0, 17, 8, 0x01, 0x90, 0x02, 0x80, 3]);
const webp = {
  VP8X: bytes('RIFF', uint32(0), 'WEBPVP8X', uint32(10), uint32(0), [0x7f, 2, 0, 0x8f, 1, 0]),
  VP8: bytes('RIFF', uint32(0), 'WEBPVP8 ', uint32(10), [0, 0, 0, 0x9d, 1, 0x2a, 0x80, 2, 0x90, 1]),
  VP8L: bytes('RIFF', uint32(0), 'WEBPVP8L', uint32(10), [0x2f, 0x7f, 0xc2, 0x63, 0]),
};
const webm = bytes([0x1a, 0x45, 0xdf, 0xa3], 'webm');
const mp4 = bytes(uint32(24), 'ftypisom', uint32(0));

const file = (name: string, type: string, content: Uint8Array): PickedFile => ({ name, type, bytes: content });
const code = (result: ReturnType<typeof checkContent> | ReturnType<typeof checkRoom>): string =>
  result.ok ? 'ok' : result.problem.code;

describe('what a file is', () => {
  it.each([
    ['image/png', png()],
    ['image/jpeg', jpeg],
    ['image/webp', webp.VP8],
    ['video/webm', webm],
    ['video/mp4', mp4],
    [undefined, bytes('%PDF-1.7')],
    [undefined, bytes('<svg xmlns=')],
    [undefined, bytes('PK\x03\x04')],
    [undefined, bytes('GIF89a')],
    [undefined, bytes(uint32(24), 'ftypheic')],
    [undefined, bytes('RIFF', uint32(0), 'WAVE')],
    [undefined, bytes('')],
  ])('is told by its bytes: %s', (type, content) => {
    expect(typeOf(content)).toBe(type);
  });

  it.each([
    ['PNG', 'image/png', png()],
    ['JPEG', 'image/jpeg', jpeg],
    ['WebP, extended', 'image/webp', webp.VP8X],
    ['WebP', 'image/webp', webp.VP8],
    ['WebP, lossless', 'image/webp', webp.VP8L],
  ] as const)('has a size in its header: %s', (_, type, content) => {
    expect(pixelSizeOf(content, type)).toEqual([640, 400]);
  });

  it('has no size when the header ends too early', () => {
    expect(pixelSizeOf(png().subarray(0, 18), 'image/png')).toBeUndefined();
    expect(pixelSizeOf(jpeg.subarray(0, 9), 'image/jpeg')).toBeUndefined();
    expect(pixelSizeOf(webp.VP8.subarray(0, 20), 'image/webp')).toBeUndefined();
    expect(pixelSizeOf(mp4, 'video/mp4')).toBeUndefined();
  });
});

describe('a picked file', () => {
  it.each([
    ['a picture', file('foto.PNG', 'image/png', png()), 'ok'],
    ['a pasted picture without a name', file('', 'image/png', png()), 'ok'],
    ['a picture that says nothing of itself', file('blob', '', jpeg), 'ok'],
    ['a video of a phone', file('film.mp4', 'video/mp4', mp4), 'ok'],
    ['a jpeg under its other ending', file('foto.jpeg', 'image/jpeg', jpeg), 'ok'],
    ['a letter', file('brief.pdf', 'application/pdf', bytes('%PDF-1.7')), 'file-type'],
    ['a drawing with script', file('logo.svg', 'image/svg+xml', bytes('<svg onload=')), 'file-type'],
    ['a program that calls itself a picture', file('foto.png', 'image/png', bytes('MZ\x90')), 'file-lies'],
    ['a page that calls itself a picture', file('foto.jpg', '', bytes('<!doctype html>')), 'file-lies'],
    ['a picture under the ending of another', file('foto.webp', 'image/webp', png()), 'file-lies'],
    ['a picture that calls itself a text', file('lees.txt', 'text/plain', png()), 'file-lies'],
    ['a picture that ends in its header', file('foto.png', 'image/png', png().subarray(0, 18)), 'file-unreadable'],
    ['a picture that unpacks to a wall', file('foto.png', 'image/png', png(65_535, 65_535)), 'picture-too-large'],
    ['a picture as a ribbon', file('foto.png', 'image/png', png(20_000, 10)), 'picture-too-large'],
  ])('is judged by its bytes and its words: %s', (_, picked, expected) => {
    expect(code(checkContent(picked, DEFAULT_LIMITS))).toBe(expected);
  });

  it.each([
    ['that fits', 1000, [], 'ok'],
    ['that is empty', 0, [], 'file-empty'],
    ['of the largest size', DEFAULT_LIMITS.fileBytes, [], 'ok'],
    ['that is one byte larger', DEFAULT_LIMITS.fileBytes + 1, [], 'file-too-large'],
    ['too many', 1000, Array.from({ length: 10 }, () => ({ size: 1 })), 'file-too-many'],
    ['too much together', 1001, [{ size: DEFAULT_LIMITS.submissionBytes - 1000 }], 'files-too-large'],
  ])('needs room: %s', (_, size, attached, expected) => {
    expect(code(checkRoom(size, attached, DEFAULT_LIMITS))).toBe(expected);
  });

  it('is told which limit it passed', () => {
    const refused = checkRoom(DEFAULT_LIMITS.fileBytes + 1, [], DEFAULT_LIMITS);
    expect(!refused.ok && refused.problem.limit).toBe(DEFAULT_LIMITS.fileBytes);
  });
});
