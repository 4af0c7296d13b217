import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  canExtend,
  elapsedAt,
  EXPECTED_BYTES_PER_MS,
  isAlmostOver,
  isRecordedAt,
  longestMs,
  paused,
  remainingMs,
  resumed,
  startStopwatch,
} from '../../../../src/capture/recording/recordingClock';

const plenty = { mostMs: 180_000, extendMs: 180_000, roomBytes: Infinity };
const at = (elapsedMs: number, more: { readonly bytes?: number; readonly isExtended?: boolean } = {}) => ({
  elapsedMs,
  bytes: more.bytes ?? 0,
  isExtended: more.isExtended ?? false,
});

describe('the time of a recording', () => {
  it('does not count pauses, however many', () => {
    const watch = resumed(paused(resumed(paused(startStopwatch(1000), 3000), 8000), 9000), 9500);
    expect([2000, 5000, 8500, 9200, 10_000].map((now) => elapsedAt(watch, now))).toEqual([
      1000, 2000, 2500, 3000, 3500,
    ]);
  });

  it('stands still while paused, and pausing twice is pausing once', () => {
    const watch = paused(paused(startStopwatch(0), 1000), 2000);
    expect(elapsedAt(watch, 60_000)).toBe(1000);
    expect(elapsedAt(resumed(watch, 5000), 6000)).toBe(2000);
  });

  it('never runs back and never faster than the clock', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(10_000), { minLength: 1, maxLength: 12 }), (steps) => {
        let [now, watch] = [0, startStopwatch(0)];
        let last = 0;
        steps.forEach((step, index) => {
          const before = now;
          now += step;
          watch = index % 2 ? resumed(watch, now) : paused(watch, now);
          const elapsed = elapsedAt(watch, now);
          expect(elapsed).toBeGreaterThanOrEqual(last);
          expect(elapsed - last).toBeLessThanOrEqual(now - before);
          last = elapsed;
        });
      }),
    );
  });

  it('knows what is in the picture: nothing before the first frame, nothing in a pause', () => {
    const watch = resumed(paused(startStopwatch(1000), 2000), 3000);
    expect([999, 1000, 1999, 2000, 2999, 3000].map((now) => isRecordedAt(watch, now))).toEqual([
      false,
      true,
      true,
      false,
      false,
      true,
    ]);
  });
});

describe('how long a recording may be', () => {
  it('ends after 180 seconds and warns 20 seconds before', () => {
    expect(remainingMs(at(0), plenty)).toBe(180_000);
    expect(isAlmostOver(at(159_999), plenty)).toBe(false);
    expect(isAlmostOver(at(160_000), plenty)).toBe(true);
    expect(remainingMs(at(190_000), plenty)).toBe(0);
  });

  it('can be made longer once', () => {
    expect(canExtend(at(165_000), plenty)).toBe(true);
    expect(remainingMs(at(165_000, { isExtended: true }), plenty)).toBe(195_000);
    expect(canExtend(at(165_000, { isExtended: true }), plenty)).toBe(false);
    expect(canExtend(at(165_000), { ...plenty, extendMs: 0 })).toBe(false);
  });

  it('ends earlier when the file would become too large, and counts to that', () => {
    const small = { ...plenty, roomBytes: 5_400_000 };
    const pace = 50; // bytes a millisecond: 5 MB are there after 100 seconds
    expect(longestMs(at(20_000, { bytes: 20_000 * pace }), small)).toBe(100_000);
    expect(remainingMs(at(99_000, { bytes: 99_000 * pace }), small)).toBe(1000);
    expect(remainingMs(at(101_000, { bytes: 5_050_000 }), small)).toBe(0);
    expect(canExtend(at(20_000, { bytes: 20_000 * pace }), small)).toBe(false);
  });

  it('goes by what the recorder was asked to spend until enough was seen', () => {
    const room = 400_000 + 60_000 * EXPECTED_BYTES_PER_MS;
    expect(longestMs(at(1000, { bytes: 0 }), { ...plenty, roomBytes: room })).toBe(61_000);
  });
});
