import { describe, expect, it } from 'vitest';
import { createDictionary, createPictureSources, createStyleMask } from '../../../src/privacy/index';

const mask = (declarations: string): string =>
  createStyleMask(createDictionary(['Nieuw']), createPictureSources([], 'https://host.test/'))(
    declarations,
    'https://host.test/',
  );

describe('style in a picture', () => {
  it.each([
    ['--line-height: 1.4285714286;', 'a number with many decimals'],
    ['--gap: .142857142em;', 'one that begins with its point'],
    ['--family: Inter, "Segoe UI", Roboto, sans-serif;', 'a list of fonts'],
    ['--ground: CanvasText;', 'a colour of the system'],
    ['--ink: #AABBCC;', 'a colour'],
    ['clip-path:path("M 0 0 L 100 0 L 50 90 Z");', 'a path'],
    ['content:"Nieuw";', "a text of the interface's own"],
    ['content:"→ ";', 'a sign'],
  ])('keeps %s: %s', (declarations) => {
    expect(mask(declarations).replace(/\s+/g, '')).toBe(declarations.replace(/\s+/g, ''));
  });

  it.each([
    ['--client: Wilhelmina;', /Wilhelmina/],
    ['--client: "Wilhelmina";', /Wilhelmina/],
    ['--bsn: 123456782;', /\d{4}/],
    ['--bsn: 1-2-3-4-5-6-7-8-2;', /\d-\d/],
    ['--file: nr.123456782;', /\d{4}/],
    ['content:"Wilhelmina";', /Wilhelmina/],
    ['content:"path(" "Wilhelmina";', /Wilhelmina/],
    ['background-image:url("/photo?of=Wilhelmina");', /Wilhelmina/],
  ])('covers what may be about somebody: %s', (declarations, canary) => {
    expect(declarations).toMatch(canary);
    expect(mask(declarations)).not.toMatch(canary);
  });
});
