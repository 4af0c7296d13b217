/** What judges moments of hints, and knows when the page is to be looked at. Fetched when something of this page may show. */
export { createJudging } from '../../../hints';
export { createPageWhenAsked } from './pageWhenAsked';
