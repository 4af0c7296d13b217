/**
 * Recording what happens on the screen: a chunk of its own. Terms: a *display* is what the person chose to show, a *piece* is two
 * seconds of the file, the *head* is what is known of a recording while its pieces are being kept, a *hold* is why it rests.
 * Invariants: the page is covered before anything can be seen of it and until nothing can; each piece is on the device before the
 * next; the microphone is off until the person turns it on; whatever ends a recording, what was made of it is kept or thrown away
 * by the person.
 */
export { listenForKeys } from './browser/listenForKeys';
export { createOpenDisplay } from './browser/openDisplay';
export { watchHidden } from './browser/watchHidden';
export type { Happening } from './markers';
export type { Happenings, MaskLivePage, PieceKeeper, Recorded, RecordingDeps, RecordingHead } from './ports';
export { RecordingModel, type RecordingModelInstance } from './recording.model';
export { isUnderWay } from './recordingState';
export { RecorderBar, type RecorderBarProps } from './views/RecorderBar';
export { default as recordingSheet } from './views/recording.css';
export { RecordingNotices } from './views/RecordingNotices';
export { RecordingReview, type RecordingReviewProps } from './views/RecordingReview';
