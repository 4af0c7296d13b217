import { describe, expect, it } from 'vitest';
import { revealedPieces, withRevealed } from '../../../src/capture/revealing';
import type { UncoveredPiece } from '../../../src/privacy/rules';

const pieces: readonly UncoveredPiece[] = [
  { spot: 0, markup: 'Wilhelmina' },
  { spot: 0, markup: 'Zonnebloem $&' },
  { spot: 1, markup: 'Hendrik' },
];
const page = {
  markup: '<p><!--0--><bar/><!----> en <!--1--><bar\n/><!----></p><p><!--2--><bar/><!----></p><b>Naam</b>',
  uncovered: (piece: number) => pieces[piece],
};
const shownWith = (revealed: readonly number[]): string =>
  withRevealed(
    page.markup,
    new Map([...revealedPieces(page, new Set(revealed))].map(([number, { markup }]) => [number, markup])),
  );

describe('revealing spots in a copy', () => {
  it('shows all pieces of the spot that is asked for, and nothing of another', () => {
    expect(shownWith([0])).toBe('<p>Wilhelmina en Zonnebloem $&</p><p><bar/></p><b>Naam</b>');
    expect(shownWith([1])).toContain('<p>Hendrik</p>');
    expect(shownWith([1])).not.toContain('Wilhelmina');
  });

  it('changes nothing when no spot, or one that is not there, is asked for', () => {
    expect(shownWith([])).toBe(page.markup);
    expect(shownWith([7, -1])).toBe(page.markup);
  });

  it('leaves a page covered that has lost what it hides, as after being stored', () => {
    const stored: { readonly markup: string } = JSON.parse(JSON.stringify(page));
    expect(revealedPieces(stored, new Set([0, 1])).size).toBe(0);
  });
});
