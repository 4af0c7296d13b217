import { canary, cleaned, latin, PAGE, refused, type HostileFile } from './hostileFile';

const segment = (marker: number, content: Buffer): Buffer =>
  Buffer.concat([Buffer.from([0xff, marker, (content.length + 2) >> 8, (content.length + 2) & 255]), content]);
const SOI = Buffer.of(0xff, 0xd8);
const EOI = Buffer.of(0xff, 0xd9);
const frame = (width: number, height: number): Buffer =>
  segment(0xc0, Buffer.from([8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0]));
/** A few pixels, with a stuffed byte and a restart. */
export const SCAN = Buffer.concat([
  segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
  Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]),
]);
/** A size of 16 by 16. */
export const FRAME = frame(16, 16);
/** Puts a JPEG together. */
export const jpeg = (...segments: readonly Buffer[]): Buffer => Buffer.concat([SOI, ...segments, EOI]);
/** A camera's notes: which way is up, and words. */
export const exif = (turn: number, words: Buffer = canary): Buffer =>
  segment(
    0xe1,
    Buffer.concat([
      latin('Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0'),
      Buffer.of(turn),
      latin('\0\0\0\0\0\0'),
      words,
    ]),
  );

/** JPEGs that hold more than pixels, and broken ones. */
export const jpegs = (): readonly HostileFile[] => [
  ...cleaned('image/jpeg', {
    ...Object.fromEntries(
      Array.from({ length: 16 }, (_none, app) => [
        `words in part ${app} of programs`,
        jpeg(segment(0xe0 + app, canary), FRAME, SCAN),
      ]),
    ),
    'place and time of a camera': jpeg(exif(6), FRAME, SCAN),
    'words that say they are Adobe’s': jpeg(segment(0xee, Buffer.concat([latin('Adobe'), canary])), FRAME, SCAN),
    'a comment': jpeg(segment(0xfe, canary), FRAME, SCAN),
    'a comment with a page': jpeg(segment(0xfe, PAGE), FRAME, SCAN),
    'a comment between two scans': jpeg(FRAME, SCAN, segment(0xfe, canary), SCAN),
    'a thumbnail': jpeg(
      segment(0xe0, Buffer.concat([latin('JFIF\0\x01\x01\0\0\x01\0\x01\x08\x08'), canary])),
      FRAME,
      SCAN,
    ),
    'a film behind the end, as phones put there': Buffer.concat([
      jpeg(FRAME, SCAN),
      latin('\0\0\0\x18ftypmp42'),
      canary,
    ]),
    'a zip behind the end': Buffer.concat([jpeg(FRAME, SCAN), latin('PK\x03\x04'), canary]),
  }),
  ...refused('image/jpeg', {
    'only a start': SOI,
    'a start and an end': jpeg(),
    'no size': jpeg(SCAN),
    'no pixels': jpeg(FRAME),
    'no end': Buffer.concat([SOI, FRAME, SCAN]),
    'two sizes': jpeg(FRAME, frame(8, 8), SCAN),
    'a size of nothing': jpeg(frame(0, 0), SCAN),
    '65,535 by 65,535': jpeg(frame(65_535, 65_535), SCAN),
    '16,385 by 1': jpeg(frame(16_385, 1), SCAN),
    'a part that says it is longer than the file': Buffer.concat([
      SOI,
      Buffer.of(0xff, 0xe1, 0xff, 0xff),
      FRAME,
      SCAN,
      EOI,
    ]),
    'a part of no length': Buffer.concat([SOI, FRAME, Buffer.of(0xff, 0xe1, 0, 0), SCAN, EOI]),
    'a part of one byte': Buffer.concat([SOI, FRAME, Buffer.of(0xff, 0xe1, 0, 1), SCAN, EOI]),
    'a page behind its size': Buffer.concat([SOI, FRAME, PAGE, SCAN, EOI]),
    'a marker that is none': Buffer.concat([SOI, FRAME, Buffer.of(0xff, 0x02, 0, 4, 0, 0), SCAN, EOI]),
    'a start in a start': Buffer.concat([SOI, FRAME, SOI, SCAN, EOI]),
    'nothing but filling': Buffer.concat([SOI, Buffer.alloc(500, 0xff)]),
  }),
];
