/** Finds personal words wherever they may hide: in bytes under any of the usual ways of writing, and in the pixels of a picture. */
import type { Page } from '@playwright/test';
import { execFileSync, spawnSync } from 'node:child_process';

/** The ways in which a text may stand in bytes. */
const writtenAs = (text: string): readonly Buffer[] => {
  const utf8 = Buffer.from(text, 'utf8');
  const utf16 = Buffer.from(text, 'utf16le');
  const spelled = [
    encodeURIComponent(text),
    encodeURIComponent(text).replaceAll('%20', '+'),
    JSON.stringify(text).slice(1, -1),
    [...text].map((sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
    [...utf8].map((byte) => `%${byte.toString(16)}`).join(''),
    text.replaceAll(/[^ -~]|[&<>"']/gu, (sign) => `&#${sign.codePointAt(0) ?? 0};`),
    utf8.toString('hex'),
    ...base64Forms(utf8),
    ...base64Forms(utf16),
  ];
  return [utf8, utf16, Buffer.from(utf16).swap16(), ...spelled.map((form) => Buffer.from(form, 'utf8'))];
};

/** Base64 of a text in the middle of something else depends on where it starts: the part that does not, for each of the three. */
const base64Forms = (bytes: Buffer): readonly string[] =>
  [0, 1, 2].flatMap((before) => {
    const coded = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    const whole = coded.slice(before === 0 ? 0 : before + 1, bytes.length % 3 === (3 - before) % 3 ? undefined : -1);
    return [whole, whole.replaceAll('+', '-').replaceAll('/', '_')];
  });

/** A text with capitals or without is the same to a reader. Only the letters of ASCII are folded: the rest may be anything. */
const folded = (bytes: Buffer): Buffer =>
  Buffer.from(bytes.map((byte) => (byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte)));

/** Gives the canaries that stand in the bytes in any form. Those of four signs or less are left to the eye: in bytes they occur by chance. */
export function canariesIn(bytes: Buffer, canaries: readonly string[]): readonly string[] {
  const all = folded(bytes);
  return canaries.filter((canary) => canary.length > 4 && writtenAs(canary).some((form) => all.includes(folded(form))));
}

/** Gives the canaries that a reader sees in a text, as whole words. */
export const canariesRead = (text: string, canaries: readonly string[]): readonly string[] =>
  canaries.filter((canary) =>
    new RegExp(
      `(?<![\\p{L}\\d])${canary.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(/\s+/g, '\\s+')}(?![\\p{L}\\d])`,
      'iu',
    ).test(text),
  );

/** Names of the parts of a PNG. Anything but these holds something else than pixels. */
export const PIXEL_CHUNKS: readonly string[] = ['IHDR', 'IDAT', 'IEND'];

/** Gives the names of the parts of a PNG, each once, and says when something stands behind its end. */
export function chunksOf(png: Buffer): readonly string[] {
  const names = new Set<string>();
  let at = 8;
  for (; at + 12 <= png.length; at += 12 + png.readUInt32BE(at)) names.add(png.toString('latin1', at + 4, at + 8));
  return [...names, ...(at === png.length ? [] : ['bytes behind the end'])];
}

/** Whether this machine can read pictures. */
export const canReadPictures = (): boolean => spawnSync('tesseract', ['--version']).status === 0;

/** Reads the text in a picture as a person would: words scattered over a page, in Dutch where that is installed. */
export function readPicture(png: Buffer): string {
  const languages = execFileSync('tesseract', ['--list-langs'], { encoding: 'utf8' });
  const language = /^nld$/m.test(languages) ? 'nld' : 'eng';
  return execFileSync('tesseract', ['-', '-', '-l', language, '--psm', '11'], {
    input: png,
    encoding: 'utf8',
    maxBuffer: 10_000_000,
    stdio: ['pipe', 'pipe', 'ignore'],
    env: { ...process.env, OMP_THREAD_LIMIT: '1' },
  });
}

/** Left, top, right and bottom of where two pictures differ in any pixel; nothing when they are equal. Drawn on an empty page of the same browser. */
export async function whereTheyDiffer(page: Page, one: Buffer, other: Buffer): Promise<readonly number[]> {
  const empty = await page.context().newPage();
  const where = await empty.evaluate(
    async (pictures) => {
      const drawn = async (png: string): Promise<ImageData> => {
        const image = new Image();
        image.src = `data:image/png;base64,${png}`;
        await image.decode();
        const canvas = new OffscreenCanvas(image.width, image.height);
        const pen = canvas.getContext('2d');
        if (!pen) throw new Error('This browser cannot draw.');
        pen.drawImage(image, 0, 0);
        return pen.getImageData(0, 0, image.width, image.height);
      };
      const [a, b] = [await drawn(pictures[0]), await drawn(pictures[1])];
      if (a.width !== b.width || a.height !== b.height)
        return [0, 0, Math.max(a.width, b.width), Math.max(a.height, b.height)];
      let box: number[] = [];
      for (let at = 0; at < a.data.length; at += 1) {
        if (a.data[at] === b.data[at]) continue;
        const [x, y] = [(at >> 2) % a.width, Math.floor((at >> 2) / a.width)];
        const [left = x, top = y, right = x, bottom = y] = box;
        box = [Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y)];
      }
      return box;
    },
    [one.toString('base64'), other.toString('base64')] as const,
  );
  await empty.close();
  return where;
}
