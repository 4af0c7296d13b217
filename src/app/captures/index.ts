/** Pictures and files, joined with the question that is open and with the person's storage. */
export { AttachedPicture } from './AttachedPicture';
export { createCapture } from './createCapture';
export { QuestionCaptures } from './QuestionCaptures';
export { withRecordingTexts } from './recordingWords';
