import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  durationOf,
  formatClock,
  frameMsOf,
  isTrimmed,
  passedMarker,
  placeMarkers,
  shareOf,
  spanOf,
  speedBeside,
  startOf,
  within,
} from '../../../demo/inbox/playback';
import type { Marker } from '../../../src/protocol/index';

const marker = (atMs: number): Marker => ({ atMs, kind: 'error', name: 'TypeError' });
const play = { fromMs: 2000, toMs: 8000 };

describe('how long a recording is', () => {
  it.each([
    ['as the file says', 9000, 10_000, 10_000],
    ['as its sender said, where the file says nothing', 9000, Infinity, 9000],
    ['as its sender said, before anything is there', 9000, NaN, 9000],
    ['unknown, when nobody says it', undefined, Infinity, 0],
  ])('%s', (_what, declared, file, known) => {
    expect(durationOf(declared, file)).toBe(known);
  });
});

describe('the part that is played', () => {
  it('is what the sender chose, until the agent asks for all of it', () => {
    expect(spanOf(10_000, play, false)).toEqual(play);
    expect(spanOf(10_000, play, true)).toEqual({ fromMs: 0, toMs: 10_000 });
    expect(spanOf(10_000, undefined, false)).toEqual({ fromMs: 0, toMs: 10_000 });
  });
  it('is all of it when the file turns out not to hold what was chosen', () => {
    expect(spanOf(1500, play, false)).toEqual({ fromMs: 0, toMs: 1500 });
    expect(spanOf(5000, play, false)).toEqual({ fromMs: 2000, toMs: 5000 });
  });
  it('has no end as long as nobody knows the length', () => {
    expect(spanOf(0, undefined, false).toMs).toBe(Infinity);
    expect(spanOf(0, play, false)).toEqual(play);
  });
  it('leaves something out, or not', () => {
    expect(isTrimmed(10_000, play)).toBe(true);
    expect(isTrimmed(10_000, { fromMs: 0, toMs: 10_000 })).toBe(false);
    expect(isTrimmed(10_000, undefined)).toBe(false);
    expect(isTrimmed(0, undefined)).toBe(false);
  });
  it('starts where we are, and again at its beginning when there is nothing left', () => {
    expect(startOf(play, 3000)).toBe(3000);
    expect(startOf(play, 0)).toBe(2000);
    expect(startOf(play, 8000)).toBe(2000);
    expect(startOf(play, 7990)).toBe(2000);
    expect(startOf(play, 9000)).toBe(2000);
  });
  it('is never left, wherever one goes', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), fc.nat(60_000), (at, durationMs) => {
        const span = spanOf(durationMs, play, false);
        expect(within(span, at)).toBeGreaterThanOrEqual(span.fromMs);
        expect(within(span, at)).toBeLessThanOrEqual(span.toMs);
        expect(startOf(span, at)).toBeLessThan(span.toMs);
      }),
    );
  });
});

describe('markers', () => {
  it('stand along the whole recording, also outside the part that is played', () => {
    const placed = placeMarkers([marker(0), marker(5000), marker(8000), marker(12_000)], {
      span: play,
      durationMs: 10_000,
    });
    expect(placed.map(({ share }) => share)).toEqual([0, 0.5, 0.8, 1]);
    expect(placed.map(({ inside }) => inside)).toEqual([false, true, true, false]);
  });
  it('stand at the start while the length is not known', () => {
    expect(shareOf(500, 0)).toBe(0);
  });
  it('point at the one that was passed last', () => {
    const markers = [marker(1000), marker(2000), marker(2000), marker(4000)];
    expect([0, 1000, 1999, 2500, 9000].map((at) => passedMarker(markers, at))).toEqual([-1, 0, 2, 2, 3]);
    expect(passedMarker([], 10)).toBe(-1);
  });
});

describe('a step', () => {
  it('is one frame at the pace of the recording', () => {
    expect(frameMsOf([0, 40, 80, 120])).toBe(40);
  });
  it('overlooks a pause, a jump and a frame that came twice', () => {
    expect(frameMsOf([0, 33, 66, 66, 900, 933, 200, 233])).toBe(33);
  });
  it('is a tenth of a second while the pace is not known', () => {
    expect(frameMsOf([])).toBe(100);
    expect(frameMsOf([40])).toBe(100);
    expect(frameMsOf([0, 2000, 4000])).toBe(100);
  });
});

describe('speed and time', () => {
  it('goes up and down through four speeds and stays at the last', () => {
    expect([speedBeside(1, 1), speedBeside(2, 1), speedBeside(1, -1), speedBeside(0.5, -1)]).toEqual([
      1.5, 2, 0.5, 0.5,
    ]);
  });
  it.each([
    [0, false, '0:00'],
    [7999, false, '0:07'],
    [61_340, true, '1:01,3'],
    [3_600_000, false, '60:00'],
    [-5, true, '0:00,0'],
  ])('says %d ms (tenths: %s) as %s', (at, tenths, said) => {
    expect(formatClock(at, tenths)).toBe(said);
  });
});
