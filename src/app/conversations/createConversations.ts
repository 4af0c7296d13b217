import { ConversationsModel } from '../../conversations';
import { createConversationFeed, type ConversationFeedOptions } from './conversationFeed';
import { createReplyDrafts } from './replyDrafts';

/** Joins conversations with the backend, the outbox and the person's storage. */
export function createConversations(options: ConversationFeedOptions): ConversationsModel {
  const { port, space } = options;
  const { clock, app } = port;
  const { ttlHours } = app.settings.peek().storage;
  return new ConversationsModel({
    feed: createConversationFeed(options),
    clock,
    replyDrafts: createReplyDrafts(space, { clock, ttlHours }),
  });
}
