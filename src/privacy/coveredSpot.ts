import type { SpotKind } from './maskRule';

/** A place in the picture that is covered, under a name that says where it is and never what it hides. One element is one spot. */
export interface CoveredSpot {
  /** Its number in the list of its page: the same as long as that page is kept. */
  readonly id: number;
  readonly kind: SpotKind;
  /** The nearest text of the interface: a column, a label, a heading. Empty where there is none. */
  readonly label: string;
  /** Left, top, width, height in CSS pixels of the picture. */
  readonly box: readonly [x: number, y: number, width: number, height: number];
  /** Whether the person may show it again: not what the host blocked, a password, or what the browser does not let us draw. */
  readonly canReveal: boolean;
}

/** A piece of the page as the user saw it, for a spot that the person reveals. A spot has a piece for each text of its element. */
export interface UncoveredPiece {
  /** Number of the spot that it belongs to. */
  readonly spot: number;
  readonly markup: string;
  /** Gives the address of its picture, which stands in the markup as `cl-source-own.`; nothing when it cannot be read. */
  picture?(): string | undefined;
}
