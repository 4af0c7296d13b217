/** What pure files of other folders may name of the gate: no DOM. */
export type { CoveredSpot } from './coveredSpot';
