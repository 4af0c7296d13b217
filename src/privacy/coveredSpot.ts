import type { SpotKind } from './maskRule';

/** A place in the picture that is covered, under a name that says where it is and never what it hides. */
export interface CoveredSpot {
  readonly kind: SpotKind;
  /** The nearest text of the interface: a column, a label, a heading. Empty where there is none. */
  readonly label: string;
  /** Left, top, width, height in CSS pixels of the picture. */
  readonly box: readonly [x: number, y: number, width: number, height: number];
  /** Whether the person may show it again: not what the host blocked. */
  readonly canReveal: boolean;
}
