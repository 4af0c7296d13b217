/**
 * Several questions, one submission.
 * Terms: a *draft* is a question that is still on the device; *kept* is what the person put in the bundle;
 * *ready* is what leaves when they send now; a *part* is one literal thing of what leaves.
 * Invariants: nothing typed is lost by a failed send, a reload or a second tab; what is shown as "Dit sturen we mee" is the very object that is sent;
 * the same bundle is one submission, however often it is sent.
 */
export type { Bundle } from './bundle';
export type { DraftStore, PreparedSubmission, SentSoFar, SubmissionSink } from './ports';
export type { DraftQuestion, QuestionContext } from './question';
export { QuestionsModel } from './questions.model';
export type { QuestionsDeps } from './questions.model';
export { mergeBundles } from './mergeBundles';
export { freezeBundle } from './submission';
export type { FreezeFacts } from './submission';
