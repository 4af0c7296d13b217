import type { FastifyInstance } from 'fastify';
import { createDispatcher } from '../receiver/outgoing/dispatcher';
import { mailSender, type MailSettings } from '../receiver/outgoing/mailSender';
import { OUTSIDE, type Outside } from '../receiver/outgoing/postOut';
import { timeLimit } from '../receiver/outgoing/timeLimit';
import { webhookSenders, type Webhook } from '../receiver/outgoing/webhook';
import type { AnswerMail } from '../receiver/callers';
import type { Ports } from '../receiver/ports';
import { MAIL_TARGET } from '../receiver/store/queueAnswerMail';

/** Whom the receiver tells things of its own accord. */
export interface TellingSettings {
  /** Default: nobody. Receivers side by side are given the same ones. */
  readonly webhooks?: readonly Webhook[];
  /** Default: no mail. */
  readonly mail?: MailSettings;
  /** Default: the internet. */
  readonly outside?: Outside;
  /** Where people find the pages of the demo. */
  readonly linkOrigin?: string;
}

/** Changes wake it; tries that failed come up again within this. */
const LOOK_EVERY_MS = 2000;

/** Whose askers are told by mail, by organisation: nobody's without a server for it. */
export const answerMailsOf = (
  { askerIssuers }: Pick<Ports['settings'], 'askerIssuers'>,
  mail: MailSettings | undefined,
): ReadonlyMap<string, AnswerMail> =>
  new Map(
    askerIssuers.flatMap(({ organisation }) =>
      mail === undefined || organisation?.answerMail === undefined ? [] : [[organisation.id, organisation.answerMail]],
    ),
  );

/** Tells others what changed, for as long as the demo runs. Where nobody is set, nothing runs. */
export async function tellOthers(
  app: FastifyInstance,
  { store, clock, log, settings }: Ports,
  { webhooks = [], mail, outside = OUTSIDE, linkOrigin = '' }: TellingSettings,
): Promise<void> {
  await store.keepSubscriptions(webhooks);
  const questionUrl = (question: string): string => `${linkOrigin}/inbox/#/alles/${question}`;
  const senders = new Map(webhookSenders(webhooks, { outside, clock, questionUrl }));
  if (mail !== undefined)
    senders.set(MAIL_TARGET, mailSender(mail, { store, answerMails: answerMailsOf(settings, mail) }));
  if (senders.size === 0) return;
  const dispatcher = createDispatcher({ store, senders, clock, log });
  const stopping = new AbortController();
  const failed = (error: unknown): void =>
    log.failed({ requestId: 'tell-others', what: error instanceof Error ? error.name : 'unknown', stack: [] });
  const keepTelling = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      dispatcher.deliverDue().catch(failed); // not waited for: one that hangs delays nobody else
      const soon = timeLimit(stopping.signal, LOOK_EVERY_MS);
      await store.nextInboxChange(soon.signal); // oxlint-disable-line no-await-in-loop -- waits for the next change
      soon.release();
    }
  };
  app.addHook('onReady', async () => void keepTelling());
  app.addHook('preClose', async () => {
    stopping.abort();
    await dispatcher.stop();
  });
}
