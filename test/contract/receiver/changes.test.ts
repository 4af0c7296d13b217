import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import type { ChangePage, InboxPage } from '../../../src/protocol/index';
import { receiverOfFile } from './receiverOfFile';
import { startReceiver, type ReceiverUnderTest } from './receiverUnderTest';
import { accepted, acceptedWith, aPng, manifestOf, nextId, patch } from './wire';

const { receiver, sanne, noor } = await receiverOfFile();

const changes = async (after: number, by = sanne, wait = 0): Promise<ChangePage> =>
  (await receiver.get(`/v1/changes?after=${after}&wait=${wait}`, by)).json<ChangePage>();
const reply = (question: string) =>
  receiver.put(`/v1/agent/questions/${question}/replies/${nextId()}`, noor, { text: 'Antwoord', status: 'answered' });

test('tells in order what happened, with ids only', async () => {
  const manifest = manifestOf(aPng(1000));
  const { id, questions } = await acceptedWith(receiver, sanne, manifest);
  const qid = questions[0]?.id ?? '';
  await patch(receiver, sanne, { id: manifest.id, offset: 0, bytes: aPng(1000) });
  await reply(qid);
  await receiver.put(`/v1/agent/questions/${qid}/status`, noor, { status: 'closed' });
  const page = await changes(0);
  expect(page.items.map(({ type, sid, qid: question }) => [type, sid, question])).toEqual([
    ['submission', id, undefined],
    ['attachment', id, undefined],
    ['message', id, qid],
    ['question', id, qid],
  ]);
  expect(page).toMatchObject({ next: page.items.at(-1)?.seq, more: false });
  expect((await changes(page.next)).items).toEqual([]);
});

test('tells nobody what concerns somebody else', async () => {
  const mehmet = await receiver.asker('p-mehmet');
  await accepted(receiver, sanne);
  expect((await changes(0, mehmet)).items).toEqual([]);
});

test('never skips a number when many write at once', async () => {
  const others = await Promise.all(Array.from({ length: 6 }, (_none, index) => receiver.asker(`p-druk-${index}`)));
  await Promise.all(others.flatMap((one) => [accepted(receiver, one), accepted(receiver, one)]));
  const rows = await receiver.behind(
    "select seq::int as seq from change where organisation_id = 'voorbeeldzorg' order by seq",
  );
  expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_row, index) => index + 1));
});

test('gives more than a page in pages', async () => {
  const caller = await receiver.asker('p-veel');
  const { questions } = await accepted(receiver, caller);
  const qid = questions[0]?.id ?? '';
  await receiver.behind(
    `insert into change (organisation_id, seq, owner, type, submission_id, question_id) select 'voorbeeldzorg', 100000 + n, '${caller.owner}', 'question', submission_id, id from question, generate_series(1, 150) n where id = '${qid}'`,
  );
  const first = await changes(0, caller);
  const second = await changes(first.next, caller);
  expect([first.items.length, first.more, second.items.length, second.more]).toEqual([100, true, 51, false]);
  await receiver.behind('delete from change where seq > 100000');
});

test('wakes who waits as soon as an agent replies', async () => {
  const { questions } = await accepted(receiver, sanne);
  const { next } = await changes(0);
  const waiting = changes(next, sanne, 25);
  await reply(questions[0]?.id ?? '');
  expect((await waiting).items.map(({ type }) => type)).toEqual(['message']);
});

test('wakes agents for anything that comes in, and starts them where the list was read', async () => {
  const { cursor } = (await receiver.get('/v1/agent/questions', noor)).json<InboxPage>();
  const waiting = receiver.get(`/v1/agent/changes?after=${cursor}&wait=25`, noor);
  const { id } = await accepted(receiver, await receiver.asker('p-sanne', { claims: { org: 'elders' } }));
  const page = (await waiting).json<ChangePage>();
  expect(page.items.at(-1)).toMatchObject({ type: 'submission', sid: id });
  expect((await receiver.get(`/v1/agent/changes?after=${page.next}`, noor)).json<ChangePage>().items).toEqual([]);
});

test('refuses to wait longer than 25 seconds', async () => {
  expect((await receiver.get('/v1/changes?wait=26', sanne)).statusCode).toBe(400);
});

test('lets nobody wait when it stops', async () => {
  const own = await startReceiver();
  await own.app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = own.app.server.address() as AddressInfo; // listening on a port
  const { token } = await own.asker();
  const waiting = fetch(`http://127.0.0.1:${port}/v1/changes?wait=25`, {
    headers: { authorization: `Bearer ${token}` },
  });
  await heard(own);
  const [answer] = await Promise.all([waiting, own.close()]);
  expect([answer.status, await answer.json()]).toEqual([200, { items: [], next: 0, more: false }]);
});

/** Resolves when the store was asked to wait. */
async function heard(own: ReceiverUnderTest): Promise<void> {
  const { store } = own.ports;
  const { nextChange } = store;
  await new Promise<void>((resolve) => {
    Object.assign(store, {
      nextChange: (...given: Parameters<typeof nextChange>) => {
        resolve();
        return nextChange(...given);
      },
    });
  });
}
