/** What keeps what somebody did with hints, here and at the backend, and tells it. Fetched beside the engine: nothing is decided without it. */
export { keepHints } from './keepHints';
export type { KeptForPerson } from './keepHints';
