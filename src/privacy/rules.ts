/** What pure files of other folders may name of the gate: no DOM. */
export type { CoveredSpot, UncoveredPiece } from './coveredSpot';
export type { Landmark } from './landmark';
