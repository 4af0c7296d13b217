/** What looks at the page: places, gestures, rest and errors. Fetched when a hint asks for one of these. */
export { lookAtPage } from './lookAtPage';
export type { LookAtPageOptions } from './lookAtPage';
