/**
 * Hearing of changes as they happen: its own chunk, because replies come without it as well, a little later.
 *
 * Terms: the *base line* looks now and again and decides; a *sign of life* is anything that a stream says.
 * Invariants: a stream tells cursors, never content; one stream per browser and person; nothing is heard for somebody who has left.
 */
export { createHttpEvents } from './browser/httpEvents';
export { createNewsFeed, type NewsFeed, type NewsFeedDeps } from './browser/createNewsFeed';
