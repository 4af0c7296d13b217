import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askedWaitMs } from '../../../src/delivery/reading/retryAfter';
import { retryWait } from '../../../src/delivery/retrySchedule';
import { nextPiece, smallerPiece, timeLimitMs } from '../../../src/delivery/uploadPlan';
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
  it('cover every byte once, in order, and never cross a stored chunk', () => {
    const sizes = fc.integer({ min: 1, max: 6 * PIECE_BYTES });
    fc.assert(
      fc.property(
        sizes,
        fc.nat(),
        fc.constantFrom(PIECE_BYTES, PIECE_BYTES / 2, PIECE_BYTES / 4),
        (size, begin, pieceBytes) => {
          let offset = begin % size;
          for (
            let plan = nextPiece({ size }, offset, pieceBytes);
            plan;
            plan = nextPiece({ size }, offset, pieceBytes)
          ) {
            expect(plan.offset).toBe(plan.chunk * PIECE_BYTES + plan.start);
            expect(plan.length).toBeGreaterThan(0);
            expect(plan.length).toBeLessThanOrEqual(pieceBytes);
            expect(plan.start + plan.length).toBeLessThanOrEqual(PIECE_BYTES);
            expect(plan.isWholeChunk).toBe(
              plan.start === 0 && plan.length === Math.min(PIECE_BYTES, size - plan.chunk * PIECE_BYTES),
            );
            offset += plan.length;
          }
          expect(offset).toBe(size);
        },
      ),
    );
  });

  it('end where the attachment ends', () => {
    expect([nextPiece({ size: 10 }, 10), nextPiece({ size: 10 }, 11), nextPiece({ size: 10 }, -1)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('get smaller down to 256 KiB', () => {
    expect([smallerPiece(), smallerPiece(524_288), smallerPiece(262_144)]).toEqual([524_288, 262_144, undefined]);
  });

  it('may take twice the time that they should, and 15 seconds at least', () => {
    expect([timeLimitMs(0, undefined), timeLimitMs(PIECE_BYTES, 1000), timeLimitMs(PIECE_BYTES, 10)]).toEqual([
      15_000, 15_000, 209_716,
    ]);
  });
});
