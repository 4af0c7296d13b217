import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Compile } from 'typebox/schema';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, test, vi } from 'vitest';
import { DEFAULT_TERMS } from '../../../demo/receiver/domain/retention';
import { createDispatcher, LEASE_MS, type Dispatcher } from '../../../demo/receiver/outgoing/dispatcher';
import { OUTSIDE } from '../../../demo/receiver/outgoing/postOut';
import { resolveBySystem } from '../../../demo/receiver/outgoing/publicAddress';
import { webhookSenders, type Webhook } from '../../../demo/receiver/outgoing/webhook';
import { WEBHOOK_EVENTS, type OutgoingStore } from '../../../demo/receiver/outgoingPort';
import type { OutgoingList, WebhookBody } from '../../../demo/receiver/schema/webhook';
import { recordChange } from '../../../demo/receiver/store/recordChange';
import { createRows } from '../../../demo/receiver/store/rows';
import { answers, startEndpoint, type Endpoint, type Received } from '../../support/endpoint';
import { startReceiver, type Caller, type ReceiverUnderTest } from './receiverUnderTest';
import { accepted, aPng, aSubmission, aWireQuestion, manifestOf, nextId, patch } from './wire';

type ReadWebhook = (received: Received, secret: string, nowSeconds?: number) => WebhookBody;

const SECRET = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;
const NEW_SECRET = `whsec_${Buffer.alloc(32, 2).toString('base64')}`;
const OTHER_SECRET = `whsec_${Buffer.alloc(32, 3).toString('base64')}`;
const HERE = { ...OUTSIDE, toLoopback: true };
const LONG_MS = 8 * 3_600_000;
/** As long as a test may take. */
const WAITING = { timeout: 100_000 };

let folder: string;
let receiver: ReceiverUnderTest;
let endpoint: Endpoint;
let sanne: Caller;
/** The one of docs/webhooks.md. */
let readWebhook: ReadWebhook;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'webhooks-'));
  const [, example = ''] = /```js\n([\s\S]*?)```/.exec(await readFile('docs/webhooks.md', 'utf8')) ?? [];
  await writeFile(join(folder, 'example.mjs'), example);
  ({ readWebhook } = (await import(pathToFileURL(join(folder, 'example.mjs')).href)) as { readWebhook: ReadWebhook }); // our own example
  receiver = await startReceiver();
});
afterAll(async () => {
  await receiver.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  endpoint = await startEndpoint();
  await receiver.behind('delete from outgoing');
  sanne = await receiver.asker();
});
afterEach(() => endpoint.stop());

const webhook = (change: Partial<Webhook> = {}): Webhook => ({
  id: 'desk',
  organisation: 'voorbeeldzorg',
  url: endpoint.url,
  secrets: [SECRET],
  events: WEBHOOK_EVENTS,
  ...change,
});

/** As a receiver does that was started with these settings. */
async function told(webhooks: readonly Webhook[], change: Partial<Parts> = {}): Promise<Dispatcher> {
  const { outside = HERE, store = receiver.ports.store } = change;
  await receiver.ports.store.keepSubscriptions(webhooks);
  const clock = receiver.ports.clock;
  const senders = webhookSenders(webhooks, { outside, clock, questionUrl: (id) => `https://inbox.example/${id}` });
  return createDispatcher({ store, senders, clock, log: receiver.ports.log, chance: () => 1 });
}
interface Parts {
  readonly outside: typeof OUTSIDE;
  readonly store: OutgoingStore;
}

const noor = async () => ({ token: await receiver.agent() });
const listed = async (state = ''): Promise<OutgoingList['items']> =>
  (await receiver.get(`/v1/agent/outgoing${state && `?state=${state}`}`, await noor())).json<OutgoingList>().items;
const idsAt = ({ received }: Endpoint): unknown[] => received.map(({ headers }) => headers['webhook-id']);
const body = (index: number): WebhookBody => JSON.parse(endpoint.received[index]?.body ?? '') as WebhookBody; // checked against its schema below
const later = async (ms: number): Promise<void> => {
  receiver.time.now += ms;
  sanne = await receiver.asker();
};
const again = async (which: object) => {
  const headers = { authorization: `Bearer ${await receiver.agent()}`, 'content-type': 'application/json' };
  return receiver.send({ method: 'POST', url: '/v1/agent/outgoing/again', payload: JSON.stringify(which), headers });
};

describe('what a webhook tells', () => {
  const CANARIES = [
    'kanarie-vraag',
    'kanarie-client',
    'kanarie-plek',
    'kanarie-veld',
    'kanarie-alt',
    'kanarie-antwoord',
  ];

  it('is each change of a conversation: ids, references, kinds and links, and nothing that anybody said', async () => {
    const desk = await told([webhook()]);
    const picture = manifestOf(aPng(900), { alt: 'kanarie-alt', name: 'kanarie-alt.png' });
    const question = aWireQuestion({
      text: 'kanarie-vraag',
      client: { scope: 'one', ref: 'kanarie-client' },
      place: { label: 'kanarie-plek', route: '/kanarie-plek' },
      fields: { 'kanarie-veld': 'kanarie-veld' },
      attachments: [picture.id],
    });
    const view = await accepted(
      receiver,
      sanne,
      aSubmission(sanne.owner, { questions: [question, aWireQuestion({ kind: 'unsafe' })], attachments: [picture] }),
    );
    await patch(receiver, sanne, { id: picture.id, offset: 0, bytes: aPng(900) });
    await receiver.put(`/v1/agent/questions/${question.id}/replies/${nextId()}`, await noor(), {
      text: 'kanarie-antwoord',
      status: 'answered',
    });
    await receiver.put(`/v1/questions/${question.id}/actions/${nextId()}`, sanne, {
      owner: sanne.owner,
      type: 'reopen',
    });
    await desk.deliverDue();

    const all = endpoint.received.map((one) => readWebhook(one, SECRET, receiver.time.now / 1000));
    const byChange = [...all].sort((one, other) => one.data.change - other.data.change);
    expect(byChange.map(({ type, data }) => [type, data.by])).toEqual([
      ['submission.received', 'asker'],
      ['attachment.changed', undefined],
      ['message.added', 'agent'],
      ['question.changed', 'asker'],
    ]);
    const url = `https://inbox.example/${question.id}`;
    const named = { id: question.id, number: view.questions[0]?.number, kind: 'problem', url };
    expect(byChange[0]?.data).toMatchObject({
      organisation: 'voorbeeldzorg',
      submission: { id: view.id, reference: view.reference },
      questions: [
        { ...named, status: 'received' },
        { kind: 'unsafe', number: view.questions[1]?.number },
      ],
    });
    expect(byChange[1]?.data.questions).toEqual([]);
    expect(byChange[2]?.data.questions).toEqual([{ ...named, status: 'answered' }]);

    const document = (await receiver.app.inject({ method: 'GET', url: '/v1/openapi.json' })).json<{
      components: { schemas: object };
      webhooks: object;
    }>();
    const schema = Compile({ $ref: '#/components/schemas/WebhookBody', components: document.components });
    expect(all.every((one) => schema.Check(one))).toBe(true);
    expect(Object.keys(document.webhooks)).toEqual([...WEBHOOK_EVENTS]);

    const sent = JSON.stringify(endpoint.received) + JSON.stringify(await receiver.behind('select * from outgoing'));
    for (const canary of [...CANARIES, sanne.owner, 'Sanne', 'Noor', picture.id])
      expect(sent.includes(canary), canary).toBe(false);
    const kept = JSON.stringify(await receiver.behind('select * from question')); // the control: they were there to be told
    expect(kept).toContain('kanarie-client');
  });

  it('is only what it wants to hear, of its own organisation, and nothing at all where nobody is set', async () => {
    const elders = await receiver.asker('p-jan', { claims: { org: 'elders' } });
    const desk = await told([webhook({ events: ['message.added'] })]);
    await accepted(receiver, sanne);
    await accepted(receiver, elders);
    expect(await listed()).toEqual([]);
    await told([]);
    await accepted(receiver, sanne);
    expect(await listed()).toEqual([]);
    await desk.deliverDue();
    expect(endpoint.received).toEqual([]);
  });

  it('is told to each one under an id of its own, with one id for the event', async () => {
    const desk = await told([webhook(), webhook({ id: 'second' })]);
    await accepted(receiver, sanne);
    await desk.deliverDue();
    expect(new Set(idsAt(endpoint)).size).toBe(2);
    expect(body(0).data.event).toBe(body(1).data.event);
  });

  it('is written with the change or not at all', async () => {
    await told([webhook()]);
    const view = await accepted(receiver, sanne);
    await receiver.behind('delete from outgoing');
    const happening = {
      organisation: 'voorbeeldzorg',
      owner: sanne.owner,
      type: 'submission',
      submission: view.id,
      at: new Date(receiver.time.now),
    } as const;
    const rows = createRows(receiver.guarded);
    const who = { owner: sanne.owner, organisation: { id: 'voorbeeldzorg' } };
    await expect(
      rows.ofAsker(who, async (tx) => {
        await recordChange(tx, happening);
        throw new Error('the rest failed');
      }),
    ).rejects.toThrow('the rest failed');
    expect(await listed()).toEqual([]);
    await rows.ofAsker(who, (tx) => recordChange(tx, happening)); // the control
    expect(await listed()).toHaveLength(1);
  });
});

describe('a delivery that fails', () => {
  it.each([
    ['answers 500', answers(500), 'http-500', 10_000],
    ['is busy, and says for how long', answers(429, { 'retry-after': '60' }), 'http-429', 60_000],
    ['is busy for ever', answers(503, { 'retry-after': '99999999' }), 'http-503', LONG_MS],
    ['says something that is no time', answers(503, { 'retry-after': 'soon' }), 'http-503', 10_000],
    ['does not know us', answers(404), 'http-404', 10_000],
    ['hangs up', (response: { destroy(): unknown }) => response.destroy(), 'connection-broken', 10_000],
  ] as const)('because the other side %s comes again later, under the same id', async (_what, how, reason, waitMs) => {
    const desk = await told([webhook()]);
    endpoint.answer(how);
    await accepted(receiver, sanne);
    await desk.deliverDue();
    const nextAt = new Date(receiver.time.now + waitMs).toISOString();
    expect(await listed()).toMatchObject([{ state: 'waiting', tries: 1, reason, nextAt, target: 'webhook:desk' }]);
    await later(waitMs - 1);
    await desk.deliverDue();
    expect(endpoint.received).toHaveLength(1);
    endpoint.answer(answers(200));
    await later(1);
    await desk.deliverDue();
    const [first, second, ...more] = idsAt(endpoint);
    expect([second, more]).toEqual([first, []]);
    expect(endpoint.received[1]?.body).toBe(endpoint.received[0]?.body);
    expect(endpoint.received[1]?.headers['webhook-timestamp']).not.toBe(
      endpoint.received[0]?.headers['webhook-timestamp'],
    );
    expect(await listed()).toMatchObject([{ state: 'done', tries: 2 }]);
    await later(LONG_MS);
    await desk.deliverDue();
    expect(endpoint.received).toHaveLength(2);
  });

  it('because nobody listens comes again when somebody does', async () => {
    const desk = await told([webhook()]);
    await endpoint.stop();
    await accepted(receiver, sanne);
    await desk.deliverDue();
    expect(await listed()).toMatchObject([{ state: 'waiting', reason: 'connection-refused' }]);
  });

  it('because the other side says nothing ends by itself', async () => {
    const desk = await told([webhook()], { outside: { ...HERE, timeLimitMs: 100 } });
    endpoint.answer(() => undefined);
    await accepted(receiver, sanne);
    await desk.deliverDue();
    expect(await listed()).toMatchObject([{ state: 'waiting', reason: 'timed-out' }]);
  });

  it('never follows a redirect', async () => {
    const elsewhere = await startEndpoint();
    const desk = await told([webhook()]);
    endpoint.answer(answers(307, { location: elsewhere.url }));
    await accepted(receiver, sanne);
    await desk.deliverDue();
    expect(await listed()).toMatchObject([{ state: 'waiting', reason: 'http-307' }]);
    expect(elsewhere.received).toEqual([]);
    await elsewhere.stop();
  });

  it('is dead after twenty tries, is shown, and comes again when somebody says so', async () => {
    const desk = await told([webhook()]);
    endpoint.answer(answers(500));
    await accepted(receiver, sanne);
    for (let tries = 0; tries < 25; tries += 1) {
      await desk.deliverDue();
      await later(LONG_MS);
    }
    expect(endpoint.received).toHaveLength(20);
    const [dead] = await listed('dead');
    expect(dead).toMatchObject({ tries: 20, reason: 'http-500', event: 'submission.received' });
    expect(dead).not.toHaveProperty('nextAt');
    expect(receiver.logged.some((line) => line.includes('"state":"dead"') && line.includes(dead?.id ?? 'none'))).toBe(
      true,
    );

    endpoint.answer(answers(200));
    expect((await again({ id: dead?.id })).json()).toEqual({ items: 1 });
    await desk.deliverDue();
    expect(new Set(idsAt(endpoint)).size).toBe(1);
    expect(await listed()).toMatchObject([{ id: dead?.id, state: 'done', tries: 1 }]);
  });

  it('is dead at once when the other side says that it is gone', async () => {
    const desk = await told([webhook()]);
    endpoint.answer(answers(410));
    await accepted(receiver, sanne);
    await desk.deliverDue();
    expect(await listed()).toMatchObject([{ state: 'dead', tries: 1, reason: 'http-410' }]);
  });

  it('is dead when nobody wants to hear it any more', async () => {
    await told([webhook()]);
    await accepted(receiver, sanne);
    await told([webhook({ id: 'other' })]);
    expect(await listed()).toMatchObject([{ state: 'dead', reason: 'no-such-webhook' }]);
  });

  it('delays nobody else', async () => {
    const slow = await startEndpoint();
    slow.answer(() => undefined);
    const desk = await told([webhook({ id: 'slow', url: slow.url }), webhook()]);
    await accepted(receiver, sanne);
    const first = desk.deliverDue();
    await slow.until(1);
    await endpoint.until(1);
    await accepted(receiver, sanne);
    await vi.waitUntil(async () => {
      await desk.deliverDue(); // does not wait for the slow one
      return endpoint.received.length === 2;
    }, WAITING);
    await desk.stop();
    await first;
    expect(await listed('waiting')).toMatchObject([{ target: 'webhook:slow' }, { target: 'webhook:slow' }]);
    await slow.stop();
  });
});

describe('a receiver that is killed', () => {
  it('between the answer and writing it down tells it again, under the same id', async () => {
    const killed = await told([webhook()], {
      store: { ...receiver.ports.store, endTry: () => new Promise(() => undefined) },
    });
    await accepted(receiver, sanne);
    void killed.deliverDue();
    await endpoint.until(1);
    const desk = await told([webhook()]);
    await desk.deliverDue();
    expect(endpoint.received).toHaveLength(1); // its lease still holds
    await later(LEASE_MS);
    await desk.deliverDue();
    const [first, second, ...more] = idsAt(endpoint);
    expect([second, more]).toEqual([first, []]);
    expect(await listed()).toMatchObject([{ state: 'done', tries: 2 }]);
  });

  it('each time it tries is not tried for ever', async () => {
    const killed = { ...receiver.ports.store, endTry: () => new Promise<void>(() => undefined) };
    await told([webhook()]);
    await accepted(receiver, sanne);
    for (let tries = 1; tries <= 21; tries += 1) {
      void (await told([webhook()], { store: killed })).deliverDue();
      await endpoint.until(Math.min(tries, 20));
      await later(LEASE_MS);
    }
    await (await told([webhook()])).deliverDue();
    expect(endpoint.received).toHaveLength(20);
    expect(await listed()).toMatchObject([{ state: 'dead', reason: 'cut-off', tries: 20 }]);
  });

  it('in good order breaks off what is on its way: it is due at once', async () => {
    const desk = await told([webhook()]);
    endpoint.answer(() => undefined);
    await accepted(receiver, sanne);
    const telling = desk.deliverDue();
    await endpoint.until(1);
    await desk.stop();
    await telling;
    endpoint.answer(answers(200));
    await (await told([webhook()])).deliverDue();
    expect(await listed()).toMatchObject([{ state: 'done', tries: 2 }]);
  });
});

test('two receivers side by side tell each thing once', async () => {
  const one = await told([webhook()]);
  const other = await told([webhook()]);
  for (let count = 0; count < 30; count += 1) await accepted(receiver, sanne);
  await Promise.all([one.deliverDue(), other.deliverDue(), one.deliverDue(), other.deliverDue()]);
  expect(endpoint.received).toHaveLength(30);
  expect(new Set(idsAt(endpoint)).size).toBe(30);
  expect((await listed()).every(({ state, tries }) => state === 'done' && tries === 1)).toBe(true);
});

test('everything since a moment comes again under the ids it had, and no more', async () => {
  const desk = await told([webhook()]);
  await accepted(receiver, sanne);
  await later(60_000);
  const since = new Date(receiver.time.now).toISOString();
  await accepted(receiver, sanne);
  await accepted(receiver, sanne);
  await desk.deliverDue();
  const [, second, third] = (await listed()).map(({ id }) => id).reverse();
  expect((await again({ since })).json()).toEqual({ items: 2 });
  await desk.deliverDue();
  expect(endpoint.received).toHaveLength(5);
  expect(idsAt(endpoint).slice(3).sort()).toEqual([second, third].sort());
  expect((await again({ id: nextId() })).json()).toEqual({ items: 0 });
  expect((await again({ since: 'yesterday' })).statusCode).toBe(400);
  expect((await again({})).statusCode).toBe(400);
});

test('what was told is forgotten after thirty days, what still waits is not', async () => {
  const desk = await told([webhook()]);
  await accepted(receiver, sanne);
  await desk.deliverDue();
  await accepted(receiver, sanne);
  await later(29.9 * 86_400_000);
  await receiver.ports.store.purge(DEFAULT_TERMS);
  expect(await listed()).toHaveLength(2);
  await later(0.2 * 86_400_000);
  await receiver.ports.store.purge(DEFAULT_TERMS);
  expect(await listed()).toMatchObject([{ state: 'waiting' }]);
});

describe('the example of the manual', () => {
  const one = async (secrets: readonly string[]): Promise<Received> => {
    const desk = await told([webhook({ secrets })]);
    await accepted(receiver, sanne);
    await desk.deliverDue();
    const [received] = endpoint.received;
    if (received === undefined) throw new Error('Nothing came in');
    return received;
  };
  const now = () => receiver.time.now / 1000;

  it('believes what was sent, with the old and with the new secret', async () => {
    const received = await one([NEW_SECRET, SECRET]);
    expect(readWebhook(received, SECRET, now())).toMatchObject({ type: 'submission.received' });
    expect(readWebhook(received, NEW_SECRET, now())).toMatchObject({ type: 'submission.received' });
    expect(() => readWebhook(received, OTHER_SECRET, now())).toThrow('Not signed');
  });

  it.each([
    ['without a signature', { 'webhook-signature': undefined }],
    ['with an empty signature', { 'webhook-signature': '' }],
    ['with a signature of another kind', { 'webhook-signature': 'v2,AAAA v1a,AAAA' }],
    ['with half a signature', { 'webhook-signature': 'v1' }],
    ['without an id', { 'webhook-id': undefined }],
    ['under another id', { 'webhook-id': 'other' }],
    ['with another time', { 'webhook-timestamp': '1710234001' }],
    ['with a time that is none', { 'webhook-timestamp': 'now' }],
  ])('refuses what comes %s', async (_what, headers) => {
    const received = await one([SECRET]);
    expect(() => readWebhook({ ...received, headers: { ...received.headers, ...headers } }, SECRET, now())).toThrow();
  });

  it('refuses a body in which one letter is another, and what is older than five minutes', async () => {
    const received = await one([SECRET]);
    const changed = { ...received, body: received.body.replace('"problem"', '"problen"') };
    expect(changed.body).not.toBe(received.body);
    expect(() => readWebhook(changed, SECRET, now())).toThrow('Not signed');
    expect(() => readWebhook(received, SECRET, now() + 301)).toThrow('Too old');
    expect(() => readWebhook(received, SECRET, now() - 301)).toThrow('Too old');
    expect(readWebhook(received, SECRET, now() + 299)).toBeTruthy(); // the control
  });
});

describe('a webhook is no way into the network of the receiver', () => {
  const failing = async (url: string, outside: typeof OUTSIDE): Promise<string | undefined> => {
    const desk = await told([webhook({ url })], { outside });
    await accepted(receiver, sanne);
    await desk.deliverDue();
    return (await listed())[0]?.reason;
  };
  const leadingTo =
    (...addresses: string[]): typeof resolveBySystem =>
    async () =>
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));

  it.each([
    ['this computer', 'https://127.0.0.1/'],
    ['this computer by a short number', 'https://127.1/'],
    ['this computer by a hexadecimal number', 'https://0x7f000001/'],
    ['this computer in IPv6', 'https://[::1]/'],
    ['this computer as a mapped address', 'https://[::ffff:127.0.0.1]/'],
    ['a private network', 'https://192.168.0.1/'],
    ['the metadata of a cloud', 'https://169.254.169.254/latest/meta-data'],
    ['the internet without TLS', 'http://93.184.215.14/'],
  ])('and does not go to %s', async (_what, url) => {
    expect(await failing(url, OUTSIDE)).toBe('address-refused');
  });

  it.each([
    ['a private address', leadingTo('10.0.0.1')],
    ['this computer', leadingTo('127.0.0.1')],
    ['a public address and a private one', leadingTo('93.184.215.14', '10.0.0.1')],
    ['the metadata of a cloud in IPv6', leadingTo('fd00:ec2::254')],
  ])('nor to a name that leads to %s', async (_what, resolve) => {
    expect(await failing('https://desk.example/', { ...OUTSIDE, resolve })).toBe('address-refused');
  });

  it('and a name that leads nowhere is an ordinary failure', async () => {
    const nowhere = { ...OUTSIDE, resolve: async () => Promise.reject(new Error('ENOTFOUND')) };
    expect(await failing('https://desk.example/', nowhere)).toBe('name-not-found');
    await receiver.behind('delete from outgoing');
    expect(await failing('https://desk.example/', { ...OUTSIDE, resolve: leadingTo() })).toBe('name-not-found');
  });

  it('reaches this computer where that is allowed for development, and still no private network', async () => {
    const toLoopback = { ...HERE, resolve: leadingTo('127.0.0.1') };
    expect(await failing(`http://desk.example:${endpoint.port}/hook`, toLoopback)).toBeUndefined();
    expect(endpoint.received[0]?.headers.host).toBe(`desk.example:${endpoint.port}`);
    await receiver.behind('delete from outgoing');
    expect(await failing('http://10.0.0.1/', HERE)).toBe('address-refused');
  });

  it('connects to the very address that was judged, whatever the name says a moment later', async () => {
    const said: string[] = [];
    const flipping = async () => {
      said.push(said.length === 0 ? '127.0.0.1' : '127.0.0.2');
      return [{ address: said.at(-1) ?? '', family: 4 }];
    };
    expect(await failing(`http://desk.example:${endpoint.port}/hook`, { ...HERE, resolve: flipping })).toBeUndefined();
    expect(said).toEqual(['127.0.0.1']);
    expect(endpoint.received).toHaveLength(1); // nobody listens at the second address, and no resolver knows this name
  });

  it('trusts no certificate that nobody vouches for', async () => {
    expect(await failing(endpoint.url.replace('http:', 'https:'), HERE)).toMatch(/^(not-trusted|connection-broken)$/);
    expect(endpoint.received).toEqual([]);
  });

  it('does not read an answer without an end', async () => {
    endpoint.answer((response) => {
      response.writeHead(200);
      const more = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536)));
      };
      response.on('drain', more);
      more();
    });
    expect(await failing(endpoint.url, HERE)).toBeUndefined();
    expect(await listed()).toMatchObject([{ state: 'done' }]);
  });

  it('does not wait for the end of an answer that says it was taken', async () => {
    endpoint.answer((response) => response.writeHead(200).write('never more than this'));
    expect(await failing(endpoint.url, { ...HERE, timeLimitMs: 5000 })).toBeUndefined();
    expect(await listed()).toMatchObject([{ state: 'done' }]);
  });
});
