import { describe, expect, it } from 'vitest';
import { repairedFilm } from '../../../../src/capture/repair';

const u32 = (...numbers: readonly number[]): number[] =>
  numbers.flatMap((number) => [number >>> 24, (number >>> 16) & 255, (number >>> 8) & 255, number & 255]);
const box = (type: string, ...content: readonly (readonly number[])[]): number[] => {
  const bytes = content.flat();
  return [...u32(bytes.length + 8), ...[...type].map((sign) => sign.charCodeAt(0)), ...bytes];
};
const bytesOf = (...boxes: readonly (readonly number[])[]): ArrayBuffer => new Uint8Array(boxes.flat()).buffer;

const track = (id: number, scale: number): number[] =>
  box('trak', box('tkhd', u32(0, 0, 0, id, 0)), box('mdia', box('mdhd', u32(0, 0, 0, scale, 0))));
/** Pictures 1/10 s each by default, sound in thousandths. */
const HEAD = [
  box('ftyp', u32(0)),
  box(
    'moov',
    box('mvhd', u32(0, 0, 0, 1000, 0)),
    track(1, 10),
    track(2, 1000),
    box('mvex', box('trex', u32(0, 1, 1, 1))),
  ),
];
/** Where a fragment of a track begins, and how long each of its pictures lasts, told with their sizes. */
const told = (id: number, begin: number, lasts: readonly number[]): number[] =>
  box(
    'traf',
    box('tfhd', u32(0, id)),
    box('tfdt', u32(0, begin)),
    box(
      'trun',
      u32(0x301, lasts.length, 0),
      lasts.flatMap((each) => u32(each, 99)),
    ),
  );
const usual = (id: number, begin: number, count: number): number[] =>
  box('traf', box('tfhd', u32(0, id)), box('tfdt', u32(0, begin)), box('trun', u32(0, count)));
const fragment = (...tracks: readonly (readonly number[])[]): number[] => [
  ...box('moof', ...tracks),
  ...box('mdat', [1, 2, 3]),
];

describe('a fragmented MP4', () => {
  it('lasts as long as its last picture, whatever the clock said', () => {
    const film = bytesOf(...HEAD, fragment(told(1, 0, [5, 5])), fragment(told(1, 10, [5, 12])));
    expect(repairedFilm(film, 1000)).toEqual({ bytes: film, durationMs: 2700 });
  });

  it('lasts as long as its sound, when that goes on', () => {
    expect(repairedFilm(bytesOf(...HEAD, fragment(told(1, 0, [10]), told(2, 0, [1000, 500]))), 1).durationMs).toBe(
      1500,
    );
  });

  it('takes the usual time of a picture where none is told', () => {
    expect(repairedFilm(bytesOf(...HEAD, fragment(usual(1, 10, 7))), 1).durationMs).toBe(1700);
  });

  it('that was cut off in its last piece lasts as long as what is there', () => {
    const film = bytesOf(...HEAD, fragment(told(1, 0, [5, 5])), fragment(told(1, 10, [5])));
    expect(repairedFilm(film.slice(0, -2), 1).durationMs).toBe(1500);
    expect(repairedFilm(film.slice(0, -50), 1).durationMs).toBe(1000);
  });

  it.each([
    ['no fragment', bytesOf(...HEAD)],
    ['no track that is known', bytesOf(...HEAD, fragment(told(9, 0, [5])))],
    ['no time', bytesOf(...HEAD, fragment(box('traf', box('tfhd', u32(0, 1)))))],
    ['another kind of file', bytesOf(u32(1, 2, 3, 4))],
    ['nothing', new ArrayBuffer(0)],
  ])('with %s keeps what was told', (_, bytes) => {
    expect(repairedFilm(bytes, 4321)).toEqual({ bytes, durationMs: 4321 });
  });
});
