import { expect, test } from 'vitest';
import { detectType } from '../../../demo/receiver/checks/detectType';
import { seededRandom } from '../../support/builders';

const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === 'string' ? Array.from(part, (character) => character.charCodeAt(0)) : part,
    ),
  );
const filled = (start: Uint8Array, size = 64): Uint8Array =>
  Uint8Array.from({ length: Math.max(size, start.length) }, (_none, index) => start[index] ?? 0);

const PNG = filled(bytes([0x89], 'PNG\r\n', [0x1a], '\n', [0, 0, 0, 13], 'IHDR', [0, 0, 2, 128, 0, 0, 1, 144]));
const JPEG = filled(
  bytes(
    [0xff, 0xd8, 0xff, 0xe0, 0, 16],
    'JFIF',
    [0, 1, 1, 0, 0, 1, 0, 1, 0, 0],
    [0xff, 0xff, 0xc2, 0, 17, 8, 1, 144, 2, 128],
  ),
);
const LOSSY = filled(
  bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8 ', [0, 0, 0, 0, 0, 0, 0, 0x9d, 0x01, 0x2a, 0x80, 2, 0x90, 1]),
);
const LOSSLESS = filled(bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8L', [0, 0, 0, 0, 0x2f, 0x7f, 0xc2, 0x63, 0]));
const EXTENDED = filled(bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8X', [10, 0, 0, 0, 0, 0, 0, 0, 0x7f, 2, 0, 0x8f, 1, 0]));
const MP4 = filled(bytes([0, 0, 0, 24], 'ftypisom', [0, 0, 2, 0], 'isommp42'));
const WEBM = filled(
  bytes(
    [
      0x1a, 0x45, 0xdf, 0xa3, 0x9f, 0x42, 0x86, 0x81, 1, 0x42, 0xf7, 0x81, 1, 0x42, 0xf2, 0x81, 4, 0x42, 0xf3, 0x81, 8,
      0x42, 0x82, 0x84,
    ],
    'webm',
  ),
);

test.each([
  ['a PNG', PNG, { type: 'image/png', width: 640, height: 400 }],
  ['a JPEG, past its first segments', JPEG, { type: 'image/jpeg', width: 640, height: 400 }],
  ['a lossy WebP', LOSSY, { type: 'image/webp', width: 640, height: 400 }],
  ['a lossless WebP', LOSSLESS, { type: 'image/webp', width: 640, height: 400 }],
  ['an extended WebP', EXTENDED, { type: 'image/webp', width: 640, height: 400 }],
  ['an MP4', MP4, { type: 'video/mp4' }],
  ['a WebM', WEBM, { type: 'video/webm' }],
])('knows %s by its bytes', (_what, file, detected) => {
  expect(detectType(file)).toEqual(detected);
});

test.each([
  ['nothing', new Uint8Array()],
  ['an SVG', bytes('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg">')],
  ['HTML', bytes('<!doctype html><script>alert(1)</script>                          ')],
  ['a ZIP', filled(bytes('PK', [3, 4]))],
  ['a PDF', filled(bytes('%PDF-1.7'))],
  ['a GIF', filled(bytes('GIF89a', [128, 2, 144, 1]))],
  ['HTML before a PNG', bytes('<!--', Array.from(PNG))],
  ['Matroska', filled(bytes([0x1a, 0x45, 0xdf, 0xa3, 0x9f, 0x42, 0x82, 0x88], 'matroska'))],
  ['QuickTime', filled(bytes([0, 0, 0, 20], 'ftypqt  ', [0, 0, 0, 0], 'qt  '))],
  ['a JPEG that ends before its size', filled(bytes([0xff, 0xd8, 0xff, 0xd9]))],
  ['a JPEG whose segments lead astray', filled(bytes([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 1, 7, 7, 7, 7]))],
  ['a PNG without a header', filled(bytes([0x89], 'PNG\r\n', [0x1a], '\n', [0, 0, 0, 13], 'tEXt'))],
  ['a WebP of an unknown kind', filled(bytes('RIFF', [0, 0, 0, 0], 'WEBPVP9 '))],
])('does not take %s for anything', (_what, file) => {
  expect(detectType(file)).toBeUndefined();
});

test('never fails on a torn or damaged header', () => {
  for (const [index, file] of [PNG, JPEG, LOSSY, LOSSLESS, EXTENDED, MP4, WEBM].entries()) {
    for (let length = 0; length <= file.length; length += 1)
      expect(() => detectType(file.subarray(0, length))).not.toThrow();
    const noise = seededRandom(index + 1)(file.length);
    for (let at = 0; at < file.length; at += 1)
      expect(() => detectType(file.map((byte, place) => (place === at ? (noise[at] ?? 0) : byte)))).not.toThrow();
  }
});
