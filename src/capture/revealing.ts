import type { UncoveredPiece } from '../privacy/rules';

/** What the copy has around a covered piece (`createSpotList`). Repeated here, so that drawing does not bring the copying along. */
const PIECE = /<!--(\d+)-->(.*?)<!---->/gs;

/** Finds the pieces of the spots that the person reveals, by their number in the copy. */
export function revealedPieces(
  { markup, uncovered }: { readonly markup: string; uncovered?(piece: number): UncoveredPiece | undefined },
  revealed: ReadonlySet<number>,
): ReadonlyMap<number, UncoveredPiece> {
  const pieces = new Map<number, UncoveredPiece>();
  if (revealed.size === 0) return pieces;
  for (const [, number] of markup.matchAll(PIECE)) {
    const piece = uncovered?.(Number(number));
    if (piece && revealed.has(piece.spot)) pieces.set(Number(number), piece);
  }
  return pieces;
}

/** Puts uncovered markup in the place of what covers it. */
export const withRevealed = (markup: string, shown: ReadonlyMap<number, string>): string =>
  shown.size === 0
    ? markup
    : markup.replace(PIECE, (_whole, piece: string, covered: string) => shown.get(Number(piece)) ?? covered);
