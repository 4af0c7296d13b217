/**
 * The other ways for a question that does not get through: the same question, by the person's own mail. A chunk of its own: adopt `mailingSheet` with it.
 * Terms: the *tie* is what joins a mail to its submission. Invariants: the text is whole or it is not offered; no reference of a client,
 * nothing that the page noticed and no picture that was not masked goes by mail; the subject holds no word of the person.
 */
export { createMailDevice } from './browser/mailDevice';
export { default as mailingSheet } from './mailing.css';
export { MailingModel, type MailingModelInstance } from './mailing.model';
export { OtherWays, type OtherWaysProps } from './OtherWays';
export type { MailDesk, MailDevice, MailRules, Standing } from './ports';
