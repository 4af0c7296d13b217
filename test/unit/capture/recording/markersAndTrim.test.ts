import { describe, expect, it } from 'vitest';
import { withHappening, type Happening } from '../../../../src/capture/recording/markers';
import { paused, resumed, startStopwatch } from '../../../../src/capture/recording/recordingClock';
import { clockText } from '../../../../src/capture/recording/timeText';
import { canTrim, playOf, rangeOf, withEnd, withStart } from '../../../../src/capture/recording/trim';

const error = (at: number, name = 'TypeError'): Happening => ({ at, kind: 'error', name });

describe('markers', () => {
  const watch = resumed(paused(startStopwatch(10_000), 12_000), 15_000);

  it('stand where they happened in the film, pauses left out', () => {
    expect(withHappening([], error(11_500), watch)).toEqual([{ atMs: 1500, kind: 'error', name: 'TypeError' }]);
    expect(withHappening([], error(16_000), watch)[0]?.atMs).toBe(3000);
  });

  it('leave out what happened before the first frame or in a pause', () => {
    expect(withHappening([], error(9_000), watch)).toEqual([]);
    expect(withHappening([], error(13_000), watch)).toEqual([]);
  });

  it('stand in order of time, also when one is told late', () => {
    const both = withHappening(withHappening([], error(16_000, 'late'), watch), error(11_000, 'early'), watch);
    expect(both.map(({ name }) => name)).toEqual(['early', 'late']);
  });

  it('are 200 at most: that is what a receiver takes', () => {
    const many = Array.from({ length: 250 }, (_, index) => error(15_000 + index));
    expect(
      many.reduce((markers, one) => withHappening(markers, one, watch), withHappening([], error(0), watch)),
    ).toHaveLength(200);
  });
});

describe('trimming', () => {
  const whole = rangeOf(undefined, 10_000);

  it('begins with all of it, of which nothing has to be said', () => {
    expect(whole).toEqual({ fromMs: 0, toMs: 10_000 });
    expect(playOf(whole, 10_000)).toBeUndefined();
  });

  it('takes something off either end', () => {
    const both = withEnd(withStart(whole, 2000.4), 7000, 10_000);
    expect(playOf(both, 10_000)).toEqual({ fromMs: 2000, toMs: 7000 });
  });

  it('leaves a second to watch, whichever handle is moved', () => {
    expect(withStart({ fromMs: 0, toMs: 5000 }, 9000)).toEqual({ fromMs: 4000, toMs: 5000 });
    expect(withEnd({ fromMs: 3000, toMs: 5000 }, 0, 10_000)).toEqual({ fromMs: 3000, toMs: 4000 });
  });

  it('never goes beyond the film', () => {
    expect(withStart(whole, -500).fromMs).toBe(0);
    expect(withEnd(whole, 99_000, 10_000).toMs).toBe(10_000);
  });

  it('is not offered for a film of a moment', () => {
    expect([1500, 2000, 2001].map(canTrim)).toEqual([false, false, true]);
  });
});

describe('a time on the bar', () => {
  it('reads as on a clock', () => {
    expect([0, 24_000, 59_999, 60_000, 605_000].map(clockText)).toEqual(['0:00', '0:24', '0:59', '1:00', '10:05']);
  });
});
