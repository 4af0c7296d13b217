import { describe, expect, it } from 'vitest';
import { quoted, strong, withCondition } from '../../../src/privacy/live/strength';

describe('a selector of the host that is written again', () => {
  it.each([
    ['.a', '.a!'],
    ['.a, b > c', '.a!,b > c!'],
    ['.a::before', '.a!::before'],
    ['::before', '!::before'],
    [':is(.a, .b)::after, d', ':is(.a, .b)!::after,d!'],
    ['[title="a, b::c"] i', '[title="a, b::c"] i!'],
    ["[title='it\\'s, ::x'], .z", "[title='it\\'s, ::x']!,.z!"],
    ['.a\\,b, c', '.a\\,b!,c!'],
    ['::slotted(span, b)', '!::slotted(span, b)'],
  ])('keeps what it means: %s', (selectors, expected) => {
    expect(withCondition(selectors, '!')).toBe(expected);
  });

  it('counts more with each time', () => {
    expect(strong(2).length).toBeGreaterThan(strong().length);
  });

  it('holds any text between its quotes', () => {
    expect(quoted('a"b\\c\nd')).toBe('"a\\22 b\\5c c\\a d"');
  });
});
