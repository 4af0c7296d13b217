/**
 * Questions tracked, replies read and written.
 * Terms: a *row* is one question in "Mijn vragen"; a *thread* is the one conversation that is open;
 * *waiting* is on this device only; *trouble* is why reading failed.
 * Invariants: what was once shown stays when reading fails; a typed reply stays in its box until the outbox has saved it.
 */
export type { DeviceState, QuestionRow, WaitingReply, WaitingSubmission } from './conversation';
export { ConversationsModel } from './conversations.model';
export type { ConversationsDeps } from './conversations.model';
export type { ConversationFeed, ReplyDrafts } from './ports';
