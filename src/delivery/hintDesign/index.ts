/**
 * The way of who makes hints to a receiver: its own chunk, for whoever has a role in hints.
 *
 * Terms: a *live* document is the newest revision; a *tag* names one state of a draft.
 * Invariants: nothing rejects; a document or a draft that holds what we don't know is a problem and never a value, since saving it
 * would lose that; a problem says whether the same may be sent again (`cut-off`).
 */
export { createHttpHintDesign } from './browser/httpHintDesign';
export type { DesignAnswer, HintDesign, HintDesignCall } from './ports';
