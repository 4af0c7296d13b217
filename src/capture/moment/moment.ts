import type { CoveredSpot, Landmark, UncoveredPiece } from '../../privacy/rules';

/** The page as it was at one moment: a masked copy, in memory only. No pixel of it exists yet. */
export interface FrozenPage {
  /** Milliseconds since 1970. */
  readonly takenAt: number;
  /** CSS pixels of the view. */
  readonly width: number;
  readonly height: number;
  readonly pixelRatio: number;
  /** What is covered and lies in view. */
  readonly spots: readonly CoveredSpot[];
  /** Parts of the page that lie in view, to point at by name. */
  readonly landmarks: readonly Landmark[];
  /** What could not be taken over: `frame`, `style-sheet`, `picture`, `page`. */
  readonly gaps: readonly string[];
  /** The copy as one SVG document, all covered; empty when the page could not be copied at all. Only for `renderPage`. */
  readonly markup: string;
  /**
   * Gives what a covered piece hides, in memory only. A function, so that a page that is written down or sent by mistake holds none of it.
   * Absent where nothing can be revealed. Only for `renderPage`.
   */
  uncovered?(piece: number): UncoveredPiece | undefined;
  /** What the copy refers to by number. */
  readonly sources: readonly { readonly kind: 'picture' | 'font'; readonly url: string }[];
}

/** The frozen page of a page that could not be copied: drawing it fails with a coded problem. */
export const emptyPage = (takenAt: number): FrozenPage => ({
  takenAt,
  width: 0,
  height: 0,
  pixelRatio: 1,
  spots: [],
  landmarks: [],
  gaps: ['page'],
  markup: '',
  sources: [],
});
