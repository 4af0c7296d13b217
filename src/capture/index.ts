/**
 * Capture: screenshots and files that go along with a question. Terms: the *moment* is the page of the press, in memory only;
 * an *attachment* describes bytes that the device keeps. Invariants: a picture is drawn from a masked copy; every picked picture is
 * drawn anew; nothing is kept before the person includes it.
 */
export { canRecord } from './browser/askDisplay';
export type { DisplayProblem, DisplayStream, DisplayWish } from './browser/askDisplay';
export { canGrab, grabDisplay } from './browser/grabDisplay';
export { cleanPicture } from './browser/cleanPicture';
export { renderPage } from './browser/renderPage';
export type { EditFacts } from './attachment';
export { CaptureModel, type CaptureDeps, type CaptureModelInstance } from './capture.model';
export type { CaptureProblem } from './memory.model';
export type { Origin } from './origin';
export type { Moment } from './shownMoment.model';
export type { Preview } from './previews.model';
export type { FrozenPage } from './moment/moment';
export type { Picture } from './picture';
export type { ByteStore, CleanPicture, GrabDisplay, RenderPage } from './ports';
