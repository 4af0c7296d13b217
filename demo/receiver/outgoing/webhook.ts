import { retryAfterMs } from '../domain/backOff';
import { WEBHOOK_EVENTS, type ChangeFacts, type Outgoing, type Subscription, type WebhookEvent } from '../outgoingPort';
import type { Clock } from '../ports';
import type { WebhookBody } from '../schema/webhook';
import { webhookTarget } from '../store/queueWebhooks';
import type { Sender, Sent } from './dispatcher';
import { postOut, type Answer, type Outside } from './postOut';
import { isLoopback } from './publicAddress';
import { isSecret, signedHeaders } from './signature';

/** Where an organisation wants to be told of changes. */
export interface Webhook extends Subscription {
  readonly url: string;
  /** The first is the newest; with two, either is believed. */
  readonly secrets: readonly string[];
}

interface Surroundings {
  readonly outside: Outside;
  readonly clock: Clock;
  /** Where agents open a question. */
  readonly questionUrl: (question: string) => string;
}

/** Tells changes to webhooks, by target. */
export const webhookSenders = (webhooks: readonly Webhook[], surroundings: Surroundings): ReadonlyMap<string, Sender> =>
  new Map(webhooks.map((webhook) => [webhookTarget(webhook.id), webhookSender(webhook, surroundings)]));

const webhookSender =
  ({ url, secrets }: Webhook, { outside, clock, questionUrl }: Surroundings): Sender =>
  async (item, signal) => {
    if (!('change' in item.body)) return { state: 'refused', reason: 'no-change' };
    const body = JSON.stringify(bodyOf(item, item.body, questionUrl));
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'cliendo-support-receiver',
      ...signedHeaders({ id: item.id, atMs: clock.now(), body }, secrets),
    };
    return sentBy(await postOut({ url, headers, body, signal }, outside), clock.now());
  };

function bodyOf(
  { event: type, at, organisation }: Outgoing,
  facts: ChangeFacts,
  questionUrl: (id: string) => string,
): WebhookBody {
  const questions = facts.questions.map((question) => ({ ...question, url: questionUrl(question.id) }));
  return {
    type: type as WebhookEvent, // `queueWebhooks` is the only one that writes rows for a webhook
    timestamp: at.toISOString(),
    data: { organisation, ...facts, questions },
  };
}

/** 2xx is taken; 410 is never again. Everything else may be better later, a redirect too: it may be a sign of maintenance. */
function sentBy(answer: Answer, now: number): Sent {
  if ('failure' in answer) return { state: 'failed', reason: answer.failure };
  const { status, retryAfter } = answer;
  if (status >= 200 && status < 300) return { state: 'taken' };
  const reason = `http-${status}`;
  return status === 410
    ? { state: 'refused', reason }
    : { state: 'failed', reason, askedMs: retryAfterMs(retryAfter, now) };
}

const ID = /^[A-Za-z0-9-]{1,64}$/;

/** Reads the setting: a list. Gives what is wrong with it in one sentence, without its secrets. */
export function readWebhooks(text: string, { toLoopback }: Pick<Outside, 'toLoopback'>): readonly Webhook[] | string {
  let list: unknown;
  try {
    list = JSON.parse(text);
  } catch {
    return 'The webhooks are not JSON.';
  }
  if (!Array.isArray(list)) return 'The webhooks are not a list.';
  const webhooks: Webhook[] = [];
  for (const [index, one] of list.entries()) {
    const webhook = readWebhook(one, toLoopback);
    if (typeof webhook === 'string') return `Webhook ${index + 1}: ${webhook}`;
    if (webhooks.some(({ id }) => id === webhook.id)) return `Webhook ${index + 1}: its id is used twice.`;
    webhooks.push(webhook);
  }
  return webhooks;
}

function readWebhook(one: unknown, toLoopback: boolean): Webhook | string {
  const {
    id,
    organisation,
    url,
    secrets,
    events = WEBHOOK_EVENTS,
    ...more
  } = (typeof one === 'object' && one !== null ? one : {}) as Record<string, unknown>; // each is looked at below
  const [unknown] = Object.keys(more);
  if (unknown !== undefined) return `there is no setting "${unknown}".`;
  if (!isName(id) || !isName(organisation)) return 'id and organisation are letters, digits and dashes.';
  if (!isAddress(url, toLoopback)) return 'the url must be https, without a name or password in it.';
  if (!isListOf(secrets, isSecret)) return 'secrets are a list of "whsec_" and the base64 of 24 to 64 random bytes.';
  if (!isListOf(events, isEvent)) return `events are some of ${WEBHOOK_EVENTS.join(', ')}.`;
  return { id, organisation, url, secrets, events };
}

const isName = (value: unknown): value is string => typeof value === 'string' && ID.test(value);
const isEvent = (value: string): value is WebhookEvent => (WEBHOOK_EVENTS as readonly string[]).includes(value);
const isListOf = <Value extends string>(
  value: unknown,
  is: ((one: string) => one is Value) | ((one: string) => boolean),
): value is readonly Value[] =>
  Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string' && is(one));

function isAddress(value: unknown, toLoopback: boolean): value is string {
  if (typeof value !== 'string' || !URL.canParse(value)) return false;
  const { protocol, hostname, username, password } = new URL(value);
  if (username !== '' || password !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && toLoopback && isHere(hostname));
}

const isHere = (hostname: string): boolean => hostname === 'localhost' || isLoopback(hostname.replace(/^\[|\]$/g, ''));
