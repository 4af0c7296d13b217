import { deflateSync } from 'node:zlib';
import { PNG_SIGNATURE, pngChunk, pngHeader } from '../noisePng';
import { canary, CANARY, cleaned, latin, PAGE, refused, type HostileFile } from './hostileFile';

const rows = (width: number, height: number, bytesPerPixel = 1): Buffer =>
  Buffer.alloc((width * bytesPerPixel + 1) * height);
const idat = (content: Uint8Array): Buffer => pngChunk('IDAT', deflateSync(content));
const IEND = pngChunk('IEND', Buffer.alloc(0));
const png = (...chunks: readonly Buffer[]): Buffer => Buffer.concat([PNG_SIGNATURE, ...chunks]);
const HEAD = pngHeader(16, 16);
const PIXELS = idat(rows(16, 16));
/** With a chunk before the pixels. */
const withChunk = (name: string, content: Buffer): Buffer => png(HEAD, pngChunk(name, content), PIXELS, IEND);
const withWrongSum = (chunk: Buffer): Buffer =>
  Buffer.concat([chunk.subarray(0, -1), Buffer.of((chunk.at(-1) ?? 0) ^ 1)]);
const withLength = (chunk: Buffer, length: number): Buffer => {
  const changed = Buffer.from(chunk);
  changed.writeUInt32BE(length);
  return changed;
};

const TEXT_CHUNKS = [
  'tEXt',
  'iTXt',
  'zTXt',
  'eXIf',
  'tIME',
  'iCCP',
  'sPLT',
  'pHYs',
  'gAMA',
  'sBIT',
  'hIST',
  'oFFs',
  'caBX',
  'prVt',
];

/** PNGs that hold more than pixels. */
export const talkingPngs = (): readonly HostileFile[] =>
  cleaned('image/png', {
    ...Object.fromEntries(TEXT_CHUNKS.map((name) => [`words in ${name}`, withChunk(name, canary)])),
    'words between the pixels and the end': png(HEAD, PIXELS, pngChunk('tEXt', canary), IEND),
    'XMP with a script': withChunk('iTXt', Buffer.concat([latin('XML:com.adobe.xmp\0\0\0\0\0'), PAGE])),
    'an animation of 2,000 frames': png(
      HEAD,
      pngChunk('acTL', Buffer.from([0, 0, 7, 0xd0, 0, 0, 0, 0])),
      PIXELS,
      ...Array.from({ length: 2000 }, (_none, turn) =>
        pngChunk('fdAT', Buffer.concat([Buffer.from([0, 0, turn >> 8, turn & 255]), canary])),
      ),
      IEND,
    ),
    'a packed text that unpacks to 50 MB': withChunk(
      'zTXt',
      Buffer.concat([canary, Buffer.of(0, 0), deflateSync(Buffer.alloc(50_000_000))]),
    ),
    'a megabyte of words': withChunk('tEXt', Buffer.alloc(1_000_000, CANARY)),
  });

/** PNGs that are put together wrongly. */
export const brokenPngs = (): readonly HostileFile[] =>
  refused('image/png', {
    'only its first eight bytes': PNG_SIGNATURE,
    'a page behind the end': Buffer.concat([png(HEAD, PIXELS, IEND), PAGE]),
    'a zip behind the end': Buffer.concat([png(HEAD, PIXELS, IEND), latin(`PK\x03\x04${CANARY}`)]),
    'one byte behind the end': Buffer.concat([png(HEAD, PIXELS, IEND), Buffer.of(0)]),
    'a second picture behind the end': Buffer.concat([png(HEAD, PIXELS, IEND), png(HEAD, PIXELS, IEND)]),
    'a chunk behind the end': png(HEAD, PIXELS, IEND, pngChunk('tEXt', canary)),
    'a page in its pixels': png(HEAD, pngChunk('IDAT', Buffer.concat([deflateSync(rows(16, 16)), PAGE])), IEND),
    'pixels that are not packed': png(HEAD, pngChunk('IDAT', PAGE), IEND),
    'pixels that unpack to 200 MB under a small header': png(
      HEAD,
      pngChunk('IDAT', deflateSync(Buffer.alloc(200_000_000))),
      IEND,
    ),
    'pixels that unpack to too little': png(HEAD, idat(rows(16, 15)), IEND),
    'no pixels': png(HEAD, IEND),
    'empty pixels': png(HEAD, pngChunk('IDAT', Buffer.alloc(0)), IEND),
    'no end': png(HEAD, PIXELS),
    'two headers': png(HEAD, HEAD, PIXELS, IEND),
    'a header after the pixels': png(PIXELS, HEAD, IEND),
    'a colour table after the pixels': png(HEAD, PIXELS, pngChunk('PLTE', Buffer.alloc(3)), IEND),
    'two colour tables': png(HEAD, pngChunk('PLTE', Buffer.alloc(3)), pngChunk('PLTE', Buffer.alloc(3)), PIXELS, IEND),
    'a needed chunk that nobody knows': withChunk('ABCD', canary),
    'a chunk without a name': withChunk('\0\0\0\0', canary),
  });

/** PNGs that say what is not so. */
export const lyingPngs = (): readonly HostileFile[] =>
  refused('image/png', {
    'a wrong check sum in the header': png(withWrongSum(HEAD), PIXELS, IEND),
    'a wrong check sum in the pixels': png(HEAD, withWrongSum(PIXELS), IEND),
    'a wrong check sum in the end': png(HEAD, PIXELS, withWrongSum(IEND)),
    'a chunk of 4 GB': png(HEAD, withLength(PIXELS, 0xffff_ffff), IEND),
    'a chunk of 2 GB': png(HEAD, withLength(PIXELS, 0x7fff_ffff), IEND),
    'a chunk that ends too early': png(HEAD, withLength(PIXELS, 1), IEND),
    'a header of 12 bytes': png(withLength(HEAD, 12), PIXELS, IEND),
    'a width of nothing': png(pngHeader(0, 16), PIXELS, IEND),
    'a height of nothing': png(pngHeader(16, 0), PIXELS, IEND),
    '65,535 by 65,535': png(pngHeader(65_535, 65_535), PIXELS, IEND),
    '2 billion by 1': png(pngHeader(2_000_000_000, 1), PIXELS, IEND),
    '16,385 by 1': png(pngHeader(16_385, 1), idat(rows(16_385, 1)), IEND),
    '7,072 by 7,072': png(pngHeader(7072, 7072), PIXELS, IEND),
    '3 bits of grey': png(pngHeader(16, 16, [3, 0, 0]), PIXELS, IEND),
    '16 bits of table': png(pngHeader(16, 16, [16, 3, 0]), PIXELS, IEND),
    'a kind of colour that is none': png(pngHeader(16, 16, [8, 5, 0]), PIXELS, IEND),
    'an interlacing that is none': png(pngHeader(16, 16, [8, 0, 2]), PIXELS, IEND),
    'line ends that were translated': Buffer.from(
      png(HEAD, PIXELS, IEND).toString('latin1').replace('\r\n', '\n'),
      'latin1',
    ),
  });
