/** The screens of "Mijn vragen": the list and one conversation. Adopt `conversationsSheet` with them. */
export { ConversationList } from './ConversationList';
export type { ConversationListProps } from './ConversationList';
export { default as conversationsSheet } from './conversations.css';
export { ConversationThread } from './ConversationThread';
export type { ConversationThreadProps } from './ConversationThread';
