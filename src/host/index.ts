/**
 * The page we are guests on: where the person is, on what, what they did and what failed, and time and chance.
 * Titles and addresses are never passed on; a place is a name and a route template from the host's own table.
 * The *trail* is the last *steps*, errors and failed requests: structure, in memory only.
 */
export { placeFromHost, type HostContext } from './hostContext';
export { createPlaceTable, type PlaceTable } from './place';
export { firstVisit, nextVisit, subjectPlace, type Visit, type Visits } from './visits';
export { literalsOf, routeTemplate, type IsInterface } from './routeTemplate';
export type { Happened, Noticed, TrailEvent } from './trail';
export { TrailModel, type OnHappened, type TrailModelInstance } from './trail.model';
export { observeSteps } from './browser/observeSteps';
export { watchErrors, watchFailedRequests } from './browser/watchErrors';
export { currentVisit, observeNavigation } from './browser/observeNavigation';
export { canReturnTo, returnTo } from './browser/returnTo';
export { readEnvironment } from './browser/environment';
export { createSystemClock } from './browser/systemClock';
export { systemRandom } from './browser/systemRandom';
export { waitUntilQuiet } from './browser/waitUntilQuiet';
