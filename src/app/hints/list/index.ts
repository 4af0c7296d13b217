/** Hints of the page that is open, in the panel. Fetched when hints run and the panel is open. */
export { PageHints as Notices } from './PageHints';
export { nlHintList as texts } from '../../../locale/nlHintList';
