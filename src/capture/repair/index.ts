/** What recorders leave out or don't know: how long a film lasts. A chunk of its own, fetched when a recording ends. Invariant: no picture is touched, and what is not understood stays as it is. */
export { repairedFilm } from './repairedFilm';
export type { Film } from './webmDuration';
