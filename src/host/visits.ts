import type { Place } from '../protocol/submission';
import type { PlaceTable } from './place';

/** One screen the person was on. `key` lets the browser go back to exactly that entry of its history. */
export interface Visit {
  readonly path: string;
  readonly key: string;
}

/** Where the person is and where the problem probably is: two things, because the support screen is only a way in. */
export interface Visits {
  readonly current: Visit;
  /** The last visit that was not a pass-through screen; absent when there was none. */
  readonly subject?: Visit;
}

/** Starts with the screen that is open now. */
export const firstVisit = (visit: Visit, table: PlaceTable): Visits =>
  table.isPassThrough(visit.path) ? { current: visit } : { current: visit, subject: visit };

/** Moves on to another screen. */
export const nextVisit = (visits: Visits, visit: Visit, table: PlaceTable): Visits =>
  table.isPassThrough(visit.path) ? { ...visits, current: visit } : { current: visit, subject: visit };

/** The place a question is about, by the route table. */
export const subjectPlace = (visits: Visits, table: PlaceTable): Place | undefined =>
  visits.subject && table.placeOf(visits.subject.path);
