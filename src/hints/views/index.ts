/**
 * What shows hints: one layer for all kinds, in the open root of our bar. Terms: a *card* holds words and buttons, a *place* is where on the
 * page it stands. Invariants: the page is read and never written, the focus is taken only when asked for, and each card can be closed.
 * Adopt `hintsSheet` with it.
 */
export { hintStop } from '../browser/hintStop';
export { HintList, type HintListProps } from './HintList';
export { HintLayer, type HintLayerProps } from './HintLayer';
export type { HintPlaces } from './hintContext';
export { default as hintsSheet } from './hints.css';
export type { HintDoings, PictureShown, ShownAction, ShownHint } from '../shown';
