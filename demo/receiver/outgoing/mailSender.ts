import { createTransport } from 'nodemailer';
import { isMailAddress } from '../domain/mailAddress';
import type { OutgoingStore } from '../outgoingPort';
import type { AnswerMail } from '../callers';
import { answerMailTexts } from './answerMailTexts';
import type { Sender, Sent } from './dispatcher';
import { timeLimit, whenEnded } from './timeLimit';

/** How mail leaves. */
export interface MailSettings {
  /** `smtp://` or `smtps://`, as nodemailer reads it. */
  readonly smtpUrl: string;
  /** The address it comes from. */
  readonly from: string;
}

interface Surroundings {
  readonly store: Pick<OutgoingStore, 'recipientOf'>;
  readonly answerMails: ReadonlyMap<string, AnswerMail>;
  /** For each step of a conversation with the server. */
  readonly timeLimitMs?: number;
}

const STEP_MS = 10_000;
/** For all of it: shorter than a lease. */
const WHOLE_MS = 40_000;

/**
 * Tells by mail that there is an answer. The address is looked up when it is sent, so that who has none any more is not mailed.
 * The `Message-ID` is made of the id: a mail that is sent again because nobody heard that it had arrived is recognised.
 */
export function mailSender(
  { smtpUrl, from }: MailSettings,
  { store, answerMails, timeLimitMs = STEP_MS }: Surroundings,
): Sender {
  const limits = { connectionTimeout: timeLimitMs, greetingTimeout: timeLimitMs, socketTimeout: timeLimitMs };
  const transport = createTransport({ url: smtpUrl, ...limits, disableFileAccess: true, disableUrlAccess: true });
  return async (item, signal) => {
    const settings = answerMails.get(item.organisation);
    const recipient = await store.recipientOf(item);
    if (settings === undefined || recipient === undefined || !isMailAddress(recipient.address) || 'change' in item.body)
      return { state: 'refused', reason: 'no-address' };
    const { number } = item.body;
    const texts = answerMailTexts(settings.language ?? 'nl', { number, appUrl: settings.appUrl, to: recipient.who });
    const limit = timeLimit(signal, WHOLE_MS);
    const broken = whenEnded(limit.signal, (): Sent => ({
      state: 'failed',
      reason: limit.isOver() ? 'timed-out' : 'stopped',
    }));
    const sending = transport.sendMail({
      ...texts,
      ...envelopeOf(from, recipient.address),
      messageId: `<${item.id}@${from.slice(from.indexOf('@') + 1)}>`,
      date: item.at,
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    });
    return Promise.race([sending.then(taken, failed), broken]).finally(() => limit.release());
  };
}

/** Objects, not texts: nothing in them is read as a list of addresses. */
const envelopeOf = (from: string, to: string) => ({
  from: { name: 'Support', address: from },
  to: { name: '', address: to },
  envelope: { from, to: [to] },
});

/** Replies that say that we have not proved who we are (RFC 4954). */
const ABOUT_US = new Set([530, 534, 535, 538]);

const taken = (): Sent => ({ state: 'taken' });

/**
 * A 5xx to this mail is final, anything else may be better later: a 4xx, a connection that breaks, and also a 5xx before the
 * mail came up, because a wrong password is no fault of the one who waits for it. Never the server's own words: they may name the recipient.
 */
function failed(error: unknown): Sent {
  const { code = '', responseCode = 0 } = error as { readonly code?: string; readonly responseCode?: number }; // nodemailer's errors
  const isAboutThisMail = (code === 'EENVELOPE' || code === 'EMESSAGE') && !ABOUT_US.has(responseCode);
  if (isAboutThisMail && responseCode >= 500) return { state: 'refused', reason: `smtp-${responseCode}` };
  if (responseCode > 0) return { state: 'failed', reason: `smtp-${responseCode}` };
  return { state: 'failed', reason: code === 'ETIMEDOUT' ? 'timed-out' : 'connection-broken' };
}
