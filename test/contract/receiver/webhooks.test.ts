import { Compile } from 'typebox/schema';
import { describe, expect, it, test } from 'vitest';
import { DEFAULT_TERMS } from '../../../demo/receiver/domain/retention';
import { WEBHOOK_EVENTS } from '../../../demo/receiver/outgoingPort';
import { recordChange } from '../../../demo/receiver/store/recordChange';
import { createRows } from '../../../demo/receiver/store/rows';
import { SECRET, webhooksUnderTest } from './webhooksUnderTest';
import { accepted, aPng, aSubmission, aWireQuestion, manifestOf, nextId, patch } from './wire';

const { here, told, webhook, listed, idsAt, body, later, again, noor } = webhooksUnderTest();

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
      here.receiver,
      here.sanne,
      aSubmission(here.sanne.owner, {
        questions: [question, aWireQuestion({ kind: 'unsafe' })],
        attachments: [picture],
      }),
    );
    await patch(here.receiver, here.sanne, { id: picture.id, offset: 0, bytes: aPng(900) });
    await here.receiver.put(`/v1/agent/questions/${question.id}/replies/${nextId()}`, await noor(), {
      text: 'kanarie-antwoord',
      status: 'answered',
    });
    await here.receiver.put(`/v1/questions/${question.id}/actions/${nextId()}`, here.sanne, {
      owner: here.sanne.owner,
      type: 'reopen',
    });
    await desk.deliverDue();

    const all = here.endpoint.received.map((one) => here.readWebhook(one, SECRET, here.receiver.time.now / 1000));
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

    const document = (await here.receiver.app.inject({ method: 'GET', url: '/v1/openapi.json' })).json<{
      components: { schemas: object };
      webhooks: object;
    }>();
    const schema = Compile({ $ref: '#/components/schemas/WebhookBody', components: document.components });
    expect(all.every((one) => schema.Check(one))).toBe(true);
    expect(Object.keys(document.webhooks)).toEqual([...WEBHOOK_EVENTS]);

    const sent =
      JSON.stringify(here.endpoint.received) + JSON.stringify(await here.receiver.behind('select * from outgoing'));
    for (const canary of [...CANARIES, here.sanne.owner, 'Sanne', 'Noor', picture.id])
      expect(sent.includes(canary), canary).toBe(false);
    const kept = JSON.stringify(await here.receiver.behind('select * from question')); // the control: they were there to be told
    expect(kept).toContain('kanarie-client');
  });

  it('is only what it wants to hear, of its own organisation, and nothing at all where nobody is set', async () => {
    const elders = await here.receiver.asker('p-jan', { claims: { org: 'elders' } });
    const desk = await told([webhook({ events: ['message.added'] })]);
    await accepted(here.receiver, here.sanne);
    await accepted(here.receiver, elders);
    expect(await listed()).toEqual([]);
    await told([]);
    await accepted(here.receiver, here.sanne);
    expect(await listed()).toEqual([]);
    await desk.deliverDue();
    expect(here.endpoint.received).toEqual([]);
  });

  it('is told to each one under an id of its own, with one id for the event', async () => {
    const desk = await told([webhook(), webhook({ id: 'second' })]);
    await accepted(here.receiver, here.sanne);
    await desk.deliverDue();
    expect(new Set(idsAt(here.endpoint)).size).toBe(2);
    expect(body(0).data.event).toBe(body(1).data.event);
  });

  it('is written with the change or not at all', async () => {
    await told([webhook()]);
    const view = await accepted(here.receiver, here.sanne);
    await here.receiver.behind('delete from outgoing');
    const happening = {
      organisation: 'voorbeeldzorg',
      owner: here.sanne.owner,
      type: 'submission',
      submission: view.id,
      at: new Date(here.receiver.time.now),
    } as const;
    const rows = createRows(here.receiver.guarded);
    const who = { owner: here.sanne.owner, organisation: { id: 'voorbeeldzorg' } };
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

test('two receivers side by side tell each thing once', async () => {
  const one = await told([webhook()]);
  const other = await told([webhook()]);
  for (let count = 0; count < 30; count += 1) await accepted(here.receiver, here.sanne);
  await Promise.all([one.deliverDue(), other.deliverDue(), one.deliverDue(), other.deliverDue()]);
  expect(here.endpoint.received).toHaveLength(30);
  expect(new Set(idsAt(here.endpoint)).size).toBe(30);
  expect((await listed()).every(({ state, tries }) => state === 'done' && tries === 1)).toBe(true);
});

test('everything since a moment comes again under the ids it had, and no more', async () => {
  const desk = await told([webhook()]);
  await accepted(here.receiver, here.sanne);
  await later(60_000);
  const since = new Date(here.receiver.time.now).toISOString();
  await accepted(here.receiver, here.sanne);
  await accepted(here.receiver, here.sanne);
  await desk.deliverDue();
  const [, second, third] = (await listed()).map(({ id }) => id).reverse();
  expect((await again({ since })).json()).toEqual({ items: 2 });
  await desk.deliverDue();
  expect(here.endpoint.received).toHaveLength(5);
  expect(idsAt(here.endpoint).slice(3).sort()).toEqual([second, third].sort());
  expect((await again({ id: nextId() })).json()).toEqual({ items: 0 });
  expect((await again({ since: 'yesterday' })).statusCode).toBe(400);
  expect((await again({})).statusCode).toBe(400);
});

test('what was told is forgotten after thirty days, what still waits is not', async () => {
  const desk = await told([webhook()]);
  await accepted(here.receiver, here.sanne);
  await desk.deliverDue();
  await accepted(here.receiver, here.sanne);
  await later(29.9 * 86_400_000);
  await here.receiver.ports.store.purge(DEFAULT_TERMS);
  expect(await listed()).toHaveLength(2);
  await later(0.2 * 86_400_000);
  await here.receiver.ports.store.purge(DEFAULT_TERMS);
  expect(await listed()).toMatchObject([{ state: 'waiting' }]);
});
