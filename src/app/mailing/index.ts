/** The other ways for a question that does not get through, joined with the outbox and the person's storage. */
export { MailScreens as Screens } from './MailScreens';
export { nlMailing as texts } from '../../locale/nlMailing';
