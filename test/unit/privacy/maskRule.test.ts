import { describe, expect, it } from 'vitest';
import { maskVerdict, type MaskFacts } from '../../../src/privacy/maskRule';

const spot = (facts: Partial<MaskFacts> = {}): MaskFacts => ({
  kind: 'text',
  blocked: false,
  masked: false,
  unmaskedItself: false,
  unmaskedAround: false,
  insideField: false,
  isInterface: false,
  ...facts,
});

describe('what may be seen in a picture', () => {
  it.each(['text', 'field', 'picture', 'frame'] as const)('covers a %s about which nothing is known', (kind) => {
    expect(maskVerdict(spot({ kind }))).toBe('cover');
  });

  it('shows a text of the dictionary', () => {
    expect(maskVerdict(spot({ isInterface: true }))).toBe('keep');
  });

  it('shows a picture of the interface', () => {
    expect(maskVerdict(spot({ kind: 'picture', isInterface: true }))).toBe('keep');
  });

  it('shows a text somewhere inside what the host unmasked', () => {
    expect(maskVerdict(spot({ unmaskedAround: true }))).toBe('keep');
  });

  it.each(['field', 'picture', 'frame'] as const)('shows a %s only when the mark is on itself', (kind) => {
    expect(maskVerdict(spot({ kind, unmaskedAround: true }))).toBe('cover');
    expect(maskVerdict(spot({ kind, unmaskedItself: true }))).toBe('keep');
  });

  it('never clears a field by the dictionary, nor a text inside a rich text field', () => {
    expect(maskVerdict(spot({ kind: 'field', isInterface: true }))).toBe('cover');
    expect(maskVerdict(spot({ insideField: true, isInterface: true, unmaskedAround: true }))).toBe('cover');
  });

  it('lets mask beat unmask and dictionary, and block beat everything', () => {
    const cleared = { isInterface: true, unmaskedItself: true, unmaskedAround: true };
    expect(maskVerdict(spot({ ...cleared, masked: true }))).toBe('cover');
    expect(maskVerdict(spot({ ...cleared, masked: true, blocked: true }))).toBe('block');
  });
});
