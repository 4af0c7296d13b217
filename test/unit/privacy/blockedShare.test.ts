import { describe, expect, it } from 'vitest';
import { blockedShare, type Box } from '../../../src/privacy/live/blockedShare';

const view = { width: 100, height: 100 };

describe('how much of the view is blocked', () => {
  it.each<[string, readonly Box[], number]>([
    ['nothing', [], 0],
    ['all of it', [[0, 0, 100, 100]], 1],
    ['half of it, by two boxes beside each other', [[0, 0, 25, 100], [50, 0, 75, 100]], 0.5], // prettier-ignore
    [
      'what lies under two boxes once',
      [
        [0, 0, 60, 100],
        [40, 0, 100, 100],
      ],
      1,
    ],
    [
      'a box in a box once',
      [
        [0, 0, 50, 50],
        [10, 10, 20, 20],
      ],
      0.25,
    ],
    [
      'only what is in view',
      [
        [-50, -50, 50, 50],
        [90, 90, 500, 500],
      ],
      0.26,
    ],
    [
      'nothing for what is out of view',
      [
        [200, 0, 300, 100],
        [0, 0, 0, 100],
      ],
      0,
    ],
  ])('counts %s', (_, boxes, share) => {
    expect(blockedShare(boxes, view)).toBeCloseTo(share);
  });

  it('is nothing in a view without a size', () => {
    expect(blockedShare([[0, 0, 10, 10]], { width: 0, height: 100 })).toBe(0);
  });
});
