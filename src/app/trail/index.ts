/** What the page noticed before a question: the last steps, errors and failed requests, in memory only. Fetched when the page is idle, never with `moment.steps: 0`. */
export { startTrail } from './startTrail';
