import { CANARY, latin, PAGE, refused, type HostileFile } from './hostile/hostileFile';
import { brokenFilms, talkingFilms } from './hostile/films';
import { FRAME, jpeg, jpegs, SCAN } from './hostile/jpegs';
import { brokenPngs, lyingPngs, talkingPngs } from './hostile/pngs';
import { LOSSLESS, riff, webps } from './hostile/webps';
import { noisePng } from './noisePng';
import { movie, webm } from './videos';

/** Every hostile file, made anew. */
export const hostileFiles = (): readonly HostileFile[] => [
  ...talkingPngs(),
  ...brokenPngs(),
  ...lyingPngs(),
  ...jpegs(),
  ...webps(),
  ...talkingFilms(),
  ...brokenFilms(),
  ...cutOff(),
  ...disguised(),
];

const WHOLE: Readonly<Record<string, () => Uint8Array>> = {
  'image/png': () => noisePng(600),
  'image/jpeg': () => jpeg(FRAME, SCAN),
  'image/webp': () => riff(LOSSLESS),
  'video/webm': () => webm(),
  'video/mp4': () => movie(),
};

/** Every kind, ended at several places. */
const cutOff = (): readonly HostileFile[] =>
  Object.entries(WHOLE).flatMap(([type, whole]) => {
    const bytes = whole();
    const places = [1, 4, 11, Math.floor(bytes.length / 3), Math.floor(bytes.length / 2), bytes.length - 1];
    return refused(
      type,
      Object.fromEntries(places.map((end) => [`cut off after ${end} of ${bytes.length}`, bytes.subarray(0, end)])),
    );
  });

const SVG = latin(`<svg xmlns="http://www.w3.org/2000/svg" onload="alert('${CANARY}')"><rect/></svg>`.padEnd(600));
const OTHERS: Readonly<Record<string, Buffer>> = {
  'a drawing with a script': SVG,
  'a drawing behind a byte order mark': Buffer.concat([Buffer.of(0xef, 0xbb, 0xbf), SVG]),
  'a page': PAGE,
  'a PDF': latin('%PDF-1.7\n'.padEnd(600)),
  'a zip': latin('PK\x03\x04'.padEnd(600)),
  'a GIF with a script': latin(`GIF89a/*${CANARY}*/=1;alert(1)`.padEnd(600)),
  'a program': latin('MZ'.padEnd(600)),
  'a test virus': latin('X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'.padEnd(600)),
  'nothing but zeros': Buffer.alloc(600),
};

/** Everything else that says it is one of ours, and ours that say they are another. */
const disguised = (): readonly HostileFile[] =>
  Object.keys(WHOLE).flatMap((type) => [
    ...refused(type, OTHERS),
    ...refused(
      type,
      Object.fromEntries(
        Object.entries(WHOLE)
          .filter(([other]) => other !== type)
          .map(([other, bytes]) => [`really ${other}`, bytes()]),
      ),
    ),
  ]);
