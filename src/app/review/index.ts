/** What comes after the form, and the way out: the one place where a bundle is cleared and handed to the outbox. */
export { ReviewScreens as Screens } from './ReviewScreens';
export { readLimits } from './readLimits';
export { removeOrphans } from './removeOrphans';
export { createSubmissionSink } from './submissionSink';
export { nlReview as texts } from '../../locale/nlReview';
