/** Pictures and files for tests, written byte by byte, so that they can be wrong in just the way that is asked. */
import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

const chunk = (name: string, content: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(content.length);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
};

/** What a PNG is made of. */
export interface PngOptions {
  readonly width: number;
  readonly height: number;
  /** Size that the header speaks of, when it is not the real one. */
  readonly claims?: readonly [width: number, height: number];
  /** Words in a `tEXt` part and in an `eXIf` part. */
  readonly words?: string;
}

/** Makes a grey PNG. */
export function png({ width, height, claims = [width, height], words }: PngOptions): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(claims[0], 0);
  header.writeUInt32BE(claims[1], 4);
  header.set([8, 0, 0, 0, 0], 8); // eight bits of grey
  const rows = Buffer.alloc((width + 1) * height, 0x88);
  for (let row = 0; row < height; row += 1) rows[row * (width + 1)] = 0; // no filter
  const said =
    words === undefined
      ? []
      : [
          chunk('tEXt', Buffer.from(`Comment\0${words}`, 'latin1')),
          chunk('eXIf', Buffer.from(`MM\0*${words}`, 'latin1')),
        ];
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    ...said,
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Puts a segment with words behind the first two bytes of a JPEG: where cameras write place and time. */
export function withExif(jpeg: Buffer, words: string): Buffer {
  const content = Buffer.from(`Exif\0\0MM\0*${words}`, 'latin1');
  const head = Buffer.from([0xff, 0xe1, 0, content.length + 2]);
  return Buffer.concat([jpeg.subarray(0, 2), head, content, jpeg.subarray(2)]);
}

/** Makes something that begins as an MP4 does. */
export const mp4 = (size: number): Buffer =>
  Buffer.concat([Buffer.from('\0\0\0\x18ftypisom\0\0\x02\0isomiso2', 'latin1'), Buffer.alloc(size - 24)]);
