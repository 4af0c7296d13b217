import type { FastifyInstance } from 'fastify';
import { createDispatcher } from '../receiver/outgoing/dispatcher';
import { OUTSIDE, type Outside } from '../receiver/outgoing/postOut';
import { webhookSenders, type Webhook } from '../receiver/outgoing/webhook';
import type { Ports } from '../receiver/ports';

/** Whom the receiver tells things of its own accord. */
export interface TellingSettings {
  /** Default: nobody. Receivers side by side are given the same ones. */
  readonly webhooks?: readonly Webhook[];
  /** Default: the internet. */
  readonly outside?: Outside;
  /** Where people find the pages of the demo. */
  readonly linkOrigin?: string;
}

/** Changes wake it; tries that failed come up again within this. */
const LOOK_EVERY_MS = 2000;

/** Tells others what changed, for as long as the demo runs. Where nobody is set, nothing runs. */
export async function tellOthers(
  app: FastifyInstance,
  { store, clock, log }: Ports,
  { webhooks = [], outside = OUTSIDE, linkOrigin = '' }: TellingSettings,
): Promise<void> {
  await store.keepSubscriptions(webhooks);
  if (webhooks.length === 0) return;
  const questionUrl = (question: string): string => `${linkOrigin}/inbox/#/alles/${question}`;
  const senders = webhookSenders(webhooks, { outside, clock, questionUrl });
  const dispatcher = createDispatcher({ store, senders, clock, log });
  const stopping = new AbortController();
  const failed = (error: unknown): void =>
    log.failed({ requestId: 'tell-others', what: error instanceof Error ? error.name : 'unknown', stack: [] });
  const keepTelling = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      dispatcher.deliverDue().catch(failed); // not waited for: one that hangs delays nobody else
      await store.nextInboxChange(AbortSignal.any([stopping.signal, AbortSignal.timeout(LOOK_EVERY_MS)])); // oxlint-disable-line no-await-in-loop -- waits for the next change
    }
  };
  app.addHook('onReady', async () => void keepTelling());
  app.addHook('preClose', async () => {
    stopping.abort();
    await dispatcher.stop();
  });
}
