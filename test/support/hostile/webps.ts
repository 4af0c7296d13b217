import { canary, CANARY, cleaned, latin, PAGE, refused, type HostileFile } from './hostileFile';

const chunk = (name: string, content: Buffer): Buffer => {
  const head = Buffer.alloc(8);
  head.write(name, 'latin1');
  head.writeUInt32LE(content.length, 4);
  return Buffer.concat([head, content, Buffer.alloc(content.length % 2)]);
};
/** Puts a WebP together. */
export const riff = (...chunks: readonly Buffer[]): Buffer => {
  const content = Buffer.concat(chunks);
  const head = latin('RIFF\0\0\0\0WEBP');
  head.writeUInt32LE(content.length + 4, 4);
  return Buffer.concat([head, content]);
};
const extended = (flags: number, width = 16, height = 16): Buffer => {
  const content = Buffer.alloc(10);
  content[0] = flags;
  content.writeUIntLE(width - 1, 4, 3);
  content.writeUIntLE(height - 1, 7, 3);
  return chunk('VP8X', content);
};
/** Pixels of 16 by 16. */
export const LOSSLESS = chunk('VP8L', Buffer.concat([Buffer.of(0x2f, 15, 0xc0, 3, 0), Buffer.alloc(20, 7)]));
const lossless = (width: number, height: number): Buffer => {
  const bits = Buffer.alloc(4);
  bits.writeUInt32LE(((width - 1) | ((height - 1) << 14)) >>> 0);
  return chunk('VP8L', Buffer.concat([Buffer.of(0x2f), bits, Buffer.alloc(20, 7)]));
};

/** WebPs that hold more than pixels, and broken ones. */
export const webps = (): readonly HostileFile[] => [
  ...cleaned('image/webp', {
    'place and time of a camera': riff(extended(0x08), LOSSLESS, chunk('EXIF', canary)),
    'notes of a program': riff(extended(0x04), LOSSLESS, chunk('XMP ', PAGE)),
    'a profile with words': riff(extended(0x20), chunk('ICCP', canary), LOSSLESS),
    'a chunk that nobody knows': riff(extended(0), LOSSLESS, chunk('NOTE', canary)),
    'words of an odd length': riff(extended(0x08), LOSSLESS, chunk('EXIF', latin(`${CANARY}!`))),
    'everything at once': riff(
      extended(0x2c),
      chunk('ICCP', canary),
      LOSSLESS,
      chunk('EXIF', canary),
      chunk('XMP ', canary),
    ),
  }),
  ...refused('image/webp', {
    'only a head': latin('RIFF\x04\0\0\0WEBP'),
    'a page behind the end': Buffer.concat([riff(LOSSLESS), PAGE]),
    'a length that is too small': Buffer.concat([latin('RIFF\x08\0\0\0WEBP'), LOSSLESS]),
    'a length that is too large': Buffer.concat([latin('RIFF\xff\xff\xff\x7fWEBP'), LOSSLESS]),
    'a head and no pixels': riff(extended(0), chunk('EXIF', canary)),
    'a chunk that is longer than the file': riff(extended(0), latin('VP8L\xff\xff\xff\x7f')),
    '1,001 frames': riff(
      extended(0x02),
      chunk('ANIM', Buffer.alloc(6)),
      ...Array.from({ length: 1001 }, () => chunk('ANMF', Buffer.alloc(24))),
    ),
    '16 million by 16 million': riff(extended(0, 16_777_216, 16_777_216), LOSSLESS),
    '16,384 by 16,384': riff(lossless(16_384, 16_384)),
    'RIFX in place of RIFF': Buffer.from(riff(LOSSLESS).toString('latin1').replace('RIFF', 'RIFX'), 'latin1'),
    'sound in place of a picture': Buffer.from(riff(LOSSLESS).toString('latin1').replace('WEBP', 'WAVE'), 'latin1'),
  }),
];
