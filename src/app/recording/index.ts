/** Recording, joined with the page, the question that is open and the person's storage. Fetched when a recording is asked for, or was left. */
export { createRecording } from './createRecording';
export { RecordingPart } from './RecordingPart';
