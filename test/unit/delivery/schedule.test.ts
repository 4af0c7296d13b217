import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askedWaitMs } from '../../../src/delivery/reading/retryAfter';
import { retryWait } from '../../../src/delivery/retrySchedule';
import {
  FIRST_PACE,
  nextPiece,
  paceAfter,
  paceAfterTimeOut,
  smallerPiece,
  timeLimitMs,
} from '../../../src/delivery/uploadPlan';
import { PIECE_BYTES } from '../../../src/protocol';

describe('trying again', () => {
  it('waits longer after each failure, up to five minutes, and never gives up', () => {
    expect([0, 1, 2, 8, 9, 1000].map((attempts) => retryWait(attempts, 1).delayMs)).toEqual([
      1000, 2000, 4000, 256_000, 300_000, 300_000,
    ]);
  });

  it('draws its wait from the whole stretch, so that browsers do not come back together', () => {
    fc.assert(
      fc.property(fc.nat(100), fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), (attempts, chance) => {
        const { delayMs, isAsked } = retryWait(attempts, chance);
        expect(isAsked).toBe(false);
        expect(delayMs).toBeGreaterThanOrEqual(0);
        expect(delayMs).toBeLessThanOrEqual(300_000);
      }),
    );
    expect(retryWait(3, 0).delayMs).toBe(0);
  });

  it('does what the receiver asks, between a second and an hour', () => {
    expect([0, 30_000, 86_400_000].map((asked) => retryWait(9, 0.5, asked))).toEqual([
      { delayMs: 1000, isAsked: true },
      { delayMs: 30_000, isAsked: true },
      { delayMs: 3_600_000, isAsked: true },
    ]);
  });
});

describe('what the receiver asks', () => {
  const date = 'Thu, 12 Mar 2026 09:00:00 GMT';
  it.each([
    ['120', date, 120_000],
    [' 0 ', null, 0],
    ['Thu, 12 Mar 2026 09:00:30 GMT', date, 30_000],
    ['Thu, 12 Mar 2026 08:00:00 GMT', date, undefined],
    ['Thu, 12 Mar 2026 09:00:30 GMT', null, undefined],
    ['soon', date, undefined],
    ['-5', date, undefined],
    ['1.5', date, undefined],
    ['1e9', date, undefined],
    ['9999999999999', date, undefined],
    ['', date, undefined],
    [null, date, undefined],
  ])('reads Retry-After %j beside Date %j as %j ms', (asked, by, expected) => {
    expect(askedWaitMs(asked, by)).toBe(expected);
  });
});

describe('pieces', () => {
  it('cover every byte once, in order, and name the stored chunks that they are read from', () => {
    const sizes = fc.integer({ min: 1, max: 20 * PIECE_BYTES });
    const pieces = fc.integer({ min: 18, max: 23 }).map((power) => 2 ** power);
    fc.assert(
      fc.property(sizes, fc.nat(), pieces, (size, begin, pieceBytes) => {
        let offset = begin % size;
        for (let plan = nextPiece({ size }, offset, pieceBytes); plan; plan = nextPiece({ size }, offset, pieceBytes)) {
          const [from, to] = plan.chunks;
          expect(plan.offset).toBe(from * PIECE_BYTES + plan.start);
          expect(plan.start).toBeLessThan(PIECE_BYTES);
          expect(plan.length).toBeGreaterThan(0);
          expect(plan.length).toBeLessThanOrEqual(pieceBytes);
          expect(plan.offset + plan.length).toBeGreaterThan((to - 1) * PIECE_BYTES);
          expect(plan.offset + plan.length).toBeLessThanOrEqual(to * PIECE_BYTES);
          expect(plan.isWholeChunk).toBe(
            plan.start === 0 && plan.length === Math.min(PIECE_BYTES, size - from * PIECE_BYTES),
          );
          offset += plan.length;
        }
        expect(offset).toBe(size);
      }),
    );
  });

  it('end where the attachment ends', () => {
    expect([10, 11, -1].map((offset) => nextPiece({ size: 10 }, offset, PIECE_BYTES))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('get smaller down to 256 KiB when something in between finds them too large, also one of an odd length', () => {
    expect([PIECE_BYTES, 524_288, 700_000, 262_145, 262_144, 5].map(smallerPiece)).toEqual([
      524_288,
      262_144,
      262_144,
      262_144,
      undefined,
      undefined,
    ]);
  });

  it('may take twice the time that they should, from 15 seconds to 5 minutes', () => {
    const rates = [undefined, 1000, 10, 0.001];
    expect(rates.map((rate) => timeLimitMs(PIECE_BYTES, rate))).toEqual([15_000, 15_000, 209_716, 300_000]);
  });
});

describe('the size of pieces', () => {
  const KIB = 1024;
  const sizesAt = (bytesPerMs: number): readonly number[] => {
    let pace = FIRST_PACE;
    return Array.from({ length: 7 }, () => {
      const { pieceBytes } = pace;
      pace = paceAfter(pace, { bytes: pieceBytes, ms: pieceBytes / bytesPerMs });
      return pieceBytes / KIB;
    });
  };

  it('doubles up to 8 MiB on a fast connection', () => {
    expect(sizesAt(100_000)).toEqual([256, 512, 1024, 2048, 4096, 8192, 8192]);
  });

  it('stays at what takes about five seconds', () => {
    expect(sizesAt(250)).toEqual([256, 512, 1024, 1024, 1024, 1024, 1024]);
  });

  it('stays at 256 KiB on a bad one', () => {
    expect(sizesAt(10)).toEqual([256, 256, 256, 256, 256, 256, 256]);
  });

  it('gets smaller at once when the connection gets slower, and after a time-out', () => {
    const fast = { pieceBytes: 8 * PIECE_BYTES, bytesPerMs: 5000 };
    expect(paceAfter(fast, { bytes: 8 * PIECE_BYTES, ms: 80_000 }).pieceBytes).toBe(512 * KIB);
    expect(paceAfterTimeOut(fast)).toEqual({ pieceBytes: 4 * PIECE_BYTES });
    expect(paceAfterTimeOut(FIRST_PACE)).toEqual(FIRST_PACE);
  });

  it('is not judged by the last few bytes of a picture, which take as long as the way there and back', () => {
    const fast = { pieceBytes: PIECE_BYTES, bytesPerMs: 500 };
    expect(paceAfter(fast, { bytes: 5, ms: 3000 })).toEqual(fast);
  });

  it('is always a power of two from 256 KiB to 8 MiB', () => {
    const pieces = fc.record({ bytes: fc.integer({ min: 1, max: 8 * PIECE_BYTES }), ms: fc.nat(600_000) });
    fc.assert(
      fc.property(fc.array(fc.option(pieces)), (sent) => {
        let pace = FIRST_PACE;
        for (const piece of sent) pace = piece ? paceAfter(pace, piece) : paceAfterTimeOut(pace);
        expect(Math.log2(pace.pieceBytes) % 1).toBe(0);
        expect(pace.pieceBytes).toBeGreaterThanOrEqual(256 * KIB);
        expect(pace.pieceBytes).toBeLessThanOrEqual(8 * PIECE_BYTES);
      }),
    );
  });
});
