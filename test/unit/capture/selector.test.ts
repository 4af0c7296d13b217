import { describe, expect, it } from 'vitest';
import { markSelector, specificity, splitSelectors } from '../../../src/capture/moment/selector';

describe('the weight of a selector', () => {
  it.each([
    ['*', [0, 0, 0]],
    ['p', [0, 0, 1]],
    ['ul li > a', [0, 0, 3]],
    ['.card.is-open', [0, 2, 0]],
    ['#main .card a:hover', [1, 2, 1]],
    ['a[href^="x.y#z"]', [0, 1, 1]],
    ['p::before', [0, 0, 2]],
    [':where(#main .card) p', [0, 0, 1]],
    [':is(#main, .card) p', [1, 0, 1]],
    [':not(.a, .b.c)', [0, 2, 0]],
    ['li:nth-child(2n+1)', [0, 1, 1]],
    ['li:nth-child(2n+1 of .a, #b)', [1, 1, 1]],
    ['.md\\:flex', [0, 1, 0]],
    ['.a:has(> img)', [0, 1, 1]],
    ['[data-x="a]b"] i', [0, 1, 1]],
    ['h1+.x~#y', [1, 1, 1]],
    [':lang(nl) p', [0, 1, 1]],
    [':root', [0, 1, 0]],
    ['&', [0, 0, 0]],
  ])('of %s is %j', (selector, expected) => {
    expect(specificity(selector)).toEqual(expected);
  });
});

describe('a list of selectors', () => {
  it('is split at its own commas only', () => {
    expect(splitSelectors('a, b:is(c, d), [x=","], .e\\,f')).toEqual(['a', 'b:is(c, d)', '[x=","]', '.e\\,f']);
    expect(splitSelectors('a, b')).toEqual(['a', 'b']);
  });
});

describe('the selector in the copy', () => {
  it.each(['p', '.a', '#a', '#a .b.c d e', '*', ':where(.a)', 'a:hover'])('weighs as much as %s', (selector) => {
    expect(specificity(markSelector('r1', specificity(selector)))).toEqual(specificity(selector));
  });

  it('holds no word of the original', () => {
    expect(markSelector('r1', specificity('#client-jansen [data-name="Jansen"] p'))).toBe('.r1:is(*,_#_)');
  });
});
