/** Hints of the page that is open, in the panel. Fetched when hints run and the panel is open. */
export { PageHints as Notices } from './PageHints';
export { nlHints as texts } from '../../../locale/nlHints';
