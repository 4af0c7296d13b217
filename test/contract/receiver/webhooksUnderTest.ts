import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { createDispatcher, type Dispatcher } from '../../../demo/receiver/outgoing/dispatcher';
import { OUTSIDE, type Outside } from '../../../demo/receiver/outgoing/postOut';
import { webhookSenders, type Webhook } from '../../../demo/receiver/outgoing/webhook';
import { WEBHOOK_EVENTS, type OutgoingStore } from '../../../demo/receiver/outgoingPort';
import type { OutgoingList, WebhookBody } from '../../../demo/receiver/schema/webhook';
import { startEndpoint, type Endpoint, type Received } from '../../support/endpoint';
import { startReceiver, type Caller, type ReceiverUnderTest } from './receiverUnderTest';

type ReadWebhook = (received: Received, secret: string, nowSeconds?: number) => WebhookBody;

export const SECRET = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;
export const HERE: Outside = { ...OUTSIDE, toLoopback: true };
export const LONG_MS = 8 * 3_600_000;
/** As long as a test may take. */
export const WAITING = { timeout: 100_000 };

/** What a test of webhooks works with; new for each test but the receiver. */
interface Here {
  receiver: ReceiverUnderTest;
  endpoint: Endpoint;
  sanne: Caller;
  /** The one of docs/webhooks.md. */
  readWebhook: ReadWebhook;
}

interface Parts {
  readonly outside: Outside;
  readonly store: OutgoingStore;
}

/** Starts a receiver for a test file and an endpoint for each test. */
export function webhooksUnderTest() {
  const here = {} as Here; // filled before the first test
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'webhooks-'));
    const [, example = ''] = /```js\n([\s\S]*?)```/.exec(await readFile('docs/webhooks.md', 'utf8')) ?? [];
    await writeFile(join(folder, 'example.mjs'), example);
    const loaded = (await import(pathToFileURL(join(folder, 'example.mjs')).href)) as Pick<Here, 'readWebhook'>; // our own example
    here.readWebhook = loaded.readWebhook;
    here.receiver = await startReceiver();
  });
  afterAll(async () => {
    await here.receiver.close();
    await rm(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    here.endpoint = await startEndpoint();
    await here.receiver.behind('delete from outgoing');
    here.sanne = await here.receiver.asker();
  });
  afterEach(() => here.endpoint.stop());
  return { here, ...doing(here) };
}

function doing(here: Here) {
  const noor = async () => ({ token: await here.receiver.agent() });
  return {
    noor,
    webhook: (change: Partial<Webhook> = {}): Webhook => ({
      id: 'desk',
      organisation: 'voorbeeldzorg',
      url: here.endpoint.url,
      secrets: [SECRET],
      events: WEBHOOK_EVENTS,
      ...change,
    }),
    /** As a receiver does that was started with these settings. */
    async told(webhooks: readonly Webhook[], change: Partial<Parts> = {}): Promise<Dispatcher> {
      const { clock, log, store: own } = here.receiver.ports;
      const { outside = HERE, store = own } = change;
      await own.keepSubscriptions(webhooks);
      const senders = webhookSenders(webhooks, { outside, clock, questionUrl: (id) => `https://inbox.example/${id}` });
      return createDispatcher({ store, senders, clock, log, chance: () => 1 });
    },
    listed: async (state = ''): Promise<OutgoingList['items']> =>
      (await here.receiver.get(`/v1/agent/outgoing${state && `?state=${state}`}`, await noor())).json<OutgoingList>()
        .items,
    idsAt: ({ received }: Endpoint): unknown[] => received.map(({ headers }) => headers['webhook-id']),
    body: (index: number): WebhookBody => JSON.parse(here.endpoint.received[index]?.body ?? '') as WebhookBody, // checked against its schema in webhooks.test.ts
    async later(ms: number): Promise<void> {
      here.receiver.time.now += ms;
      here.sanne = await here.receiver.asker();
    },
    async again(which: object) {
      const headers = { authorization: `Bearer ${await here.receiver.agent()}`, 'content-type': 'application/json' };
      const payload = JSON.stringify(which);
      return here.receiver.send({ method: 'POST', url: '/v1/agent/outgoing/again', payload, headers });
    },
  };
}
