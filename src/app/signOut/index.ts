/** What becomes of what was not sent when somebody signs out, joined with the outbox and the drafts. */
export { askSignOut } from './askSignOut';
export { nlSignOut as texts } from '../../locale/nlSignOut';
