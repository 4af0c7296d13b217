/** "Mijn vragen", joined with the backend, the outbox and the person's storage. */
export { ConversationScreens as Screens } from './ConversationScreens';
export { createConversations } from './createConversations';
export { nlConversations as texts } from '../../locale/nlConversations';
