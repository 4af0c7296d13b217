import { expect, test } from 'vitest';
import type { AgentQuestion, Conversation, ContentGrant, InboxPage, SubmissionView } from '../../../src/protocol/index';
import { receiverOfFile } from './receiverOfFile';
import { accepted, acceptedWith, aPng, aSubmission, aWireQuestion, manifestOf, nextId, patch, refusalOf } from './wire';

const { receiver, sanne, noor } = await receiverOfFile();

const oneQuestion = async (text = 'Opslaan in de agenda doet niets.'): Promise<string> =>
  (await accepted(receiver, sanne, aSubmission(sanne.owner, { questions: [aWireQuestion({ text })] }))).questions[0]
    ?.id ?? '';
const reply = (question: string, text: string, status = 'answered', id: string = nextId()) =>
  receiver.put(`/v1/agent/questions/${question}/replies/${id}`, noor, { text, status });
const setStatus = (question: string, status: string) =>
  receiver.put(`/v1/agent/questions/${question}/status`, noor, { status });
const act = (question: string, type: string, by = sanne) =>
  receiver.put(`/v1/questions/${question}/actions/${nextId()}`, by, { owner: by.owner, type });
const say = (question: string, text: string, by = sanne, id: string = nextId()) =>
  receiver.put(`/v1/questions/${question}/messages/${id}`, by, { schema: 1, owner: by.owner, text, attachments: [] });
const read = async (question: string): Promise<Conversation> =>
  (await receiver.get(`/v1/questions/${question}`, sanne)).json<Conversation>();
const inbox = async (filter: string): Promise<InboxPage> =>
  (await receiver.get(`/v1/agent/questions?filter=${filter}`, noor)).json<InboxPage>();

test('starts with the question itself, in the words of the asker', async () => {
  const id = await oneQuestion('Eerste regel\nTweede <b>regel</b>\n\nAlinea **twee**');
  expect(await read(id)).toMatchObject({
    id,
    status: 'received',
    viewedBy: [],
    messages: [
      {
        id,
        seq: 1,
        own: true,
        from: { name: 'Sanne de Wit', role: 'user' },
        content: [
          { t: 'p', c: ['Eerste regel', { t: 'br' }, 'Tweede <b>regel</b>'] },
          { t: 'p', c: ['Alinea **twee**'] },
        ],
      },
    ],
  });
});

test('brings the reply of an agent as rich text, and counts it as unread until it is read', async () => {
  const submission = await accepted(receiver, sanne);
  const id = submission.questions[0]?.id ?? '';
  const unread = async (): Promise<number | undefined> =>
    (await receiver.get(`/v1/submissions/${submission.id}`, sanne)).json<SubmissionView>().questions[0]?.unread;
  expect((await reply(id, 'Kijk bij **Agenda**.')).statusCode).toBe(201);
  expect(await unread()).toBe(1);
  expect(await read(id)).toMatchObject({
    status: 'answered',
    messages: [
      {},
      {
        seq: 2,
        own: false,
        from: { name: 'Noor', role: 'agent' },
        content: [{ t: 'p', c: ['Kijk bij ', { t: 'strong', c: ['Agenda'] }, '.'] }],
      },
    ],
  });
  expect((await receiver.put(`/v1/questions/${id}/read`, sanne, { upTo: 2 })).statusCode).toBe(204);
  expect(await unread()).toBe(0);
  await receiver.put(`/v1/questions/${id}/read`, sanne, { upTo: 1 });
  expect(await unread()).toBe(0);
});

test('reading further than there is does not swallow what comes next', async () => {
  const submission = await accepted(receiver, sanne);
  const id = submission.questions[0]?.id ?? '';
  await receiver.put(`/v1/questions/${id}/read`, sanne, { upTo: 999 });
  await reply(id, 'Gevonden');
  expect(
    (await receiver.get(`/v1/submissions/${submission.id}`, sanne)).json<SubmissionView>().questions[0]?.unread,
  ).toBe(1);
});

test('takes a follow-up once, whoever repeats it', async () => {
  const id = await oneQuestion();
  const message = nextId();
  const answers = [
    await say(id, 'Nog iets', sanne, message),
    await say(id, 'Nog iets', sanne, message),
    await say(id, 'Iets anders', sanne, message),
  ];
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([201, 200, 409]);
  expect((await read(id)).messages.map(({ seq }) => seq)).toEqual([1, 2]);
});

test('does not tell others that a question exists', async () => {
  const id = await oneQuestion();
  const mehmet = await receiver.asker('p-mehmet');
  const answers = [
    await receiver.get(`/v1/questions/${id}`, mehmet),
    await say(id, 'Mag ik meekijken?', mehmet),
    await act(id, 'solved', mehmet),
    await receiver.put(`/v1/questions/${id}/read`, mehmet, { upTo: 1 }),
  ];
  expect(answers.map(refusalOf)).toEqual(Array.from({ length: 4 }, () => '404 not-found'));
  expect((await read(id)).status).toBe('received');
});

test('refuses an empty follow-up and a reply without words', async () => {
  const id = await oneQuestion();
  expect(refusalOf(await say(id, ' '))).toBe('422 invalid-question');
  expect(refusalOf(await reply(id, ' \n '))).toBe('400 malformed');
});

test('refuses to close a question that nobody answered (I1), and the table refuses it too', async () => {
  const id = await oneQuestion();
  expect(refusalOf(await setStatus(id, 'closed'))).toBe('409 not-answered');
  for (const status of ['closed', 'answered'])
    await expect(receiver.behind(`update question set status = '${status}' where id = '${id}'`)).rejects.toThrow();
  expect((await read(id)).status).toBe('received');
  await reply(id, 'Het is verholpen.', 'inProgress');
  expect((await setStatus(id, 'closed')).statusCode).toBe(200);
});

test('closes on the word of the one who asked', async () => {
  const id = await oneQuestion();
  expect((await act(id, 'solved')).statusCode).toBe(201);
  expect((await read(id)).status).toBe('closed');
});

test('starts the wait again when the asker reopens: closing needs a new reply', async () => {
  const id = await oneQuestion();
  await reply(id, 'Het is verholpen.', 'closed');
  await act(id, 'reopen');
  expect((await read(id)).status).toBe('received');
  expect((await inbox('unanswered')).items.map((row) => row.id)).toContain(id);
  expect(refusalOf(await setStatus(id, 'closed'))).toBe('409 not-answered');
});

test('moves one question of a bundle and leaves the others where they are (I8)', async () => {
  const questions = [1, 2, 3].map((number) => aWireQuestion({ text: `Vraag ${number}` }));
  const { id } = await accepted(receiver, sanne, aSubmission(sanne.owner, { questions }));
  await reply(questions[1]?.id ?? '', 'Antwoord', 'closed');
  const view = (await receiver.get(`/v1/submissions/${id}`, sanne)).json<SubmissionView>();
  expect(view.questions.map(({ status }) => status)).toEqual(['received', 'closed', 'received']);
  expect(view.questions.map((question) => question.id)).toEqual(questions.map((question) => question.id));
});

test('keeps a question in "zonder reactie" until a reply or the asker ends it (I2)', async () => {
  const id = await oneQuestion('Blijft staan');
  const waits = async (): Promise<boolean> => (await inbox('unanswered')).items.some((row) => row.id === id);
  for (const status of ['inProgress', 'needsInfo', 'received']) {
    await setStatus(id, status);
    expect(await waits(), status).toBe(true);
  }
  await say(id, 'Weten jullie al iets?');
  expect(await waits()).toBe(true);
  await reply(id, 'Ja.', 'needsInfo');
  expect(await waits()).toBe(false);
});

test('shows the longest wait first, and counts', async () => {
  const caller = await receiver.asker('p-rij');
  const ids: string[] = [];
  for (let turn = 0; turn < 3; turn += 1) {
    receiver.time.now += 1000;
    ids.push((await accepted(receiver, caller)).questions[0]?.id ?? '');
  }
  const page = await inbox('unanswered');
  expect(page.items.map(({ id }) => id).filter((id) => ids.includes(id))).toEqual(ids);
  expect(page.counts.all).toBeGreaterThanOrEqual(page.counts.open);
  expect(page.items[0]).toMatchObject({
    organisation: 'Voorbeeldzorg',
    asker: 'Sanne de Wit',
    place: 'Agenda › Week',
    unanswered: true,
  });
  await reply(ids[2] ?? '', 'Antwoord');
  const after = await inbox('unanswered');
  expect(after.counts.unanswered).toBe(page.counts.unanswered - 1);
  expect((await inbox('all')).items[0]?.id).toBe(ids[2]);
});

test('never sends a reply twice', async () => {
  const id = await oneQuestion();
  const message = nextId();
  const answers = [
    await reply(id, 'Een', 'answered', message),
    await reply(id, 'Een', 'answered', message),
    await reply(id, 'Twee', 'answered', message),
  ];
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([201, 200, 409]);
});

test('shows an agent the question with its evidence and its sisters, and tells the asker who looked', async () => {
  const [first, second] = [manifestOf(aPng(1000)), manifestOf(aPng(1000))];
  const questions = [
    aWireQuestion({ text: 'Met plaatje', attachments: [first.id], client: { scope: 'one', ref: 'c-4711' } }),
    aWireQuestion({ text: 'Met een ander', attachments: [second.id] }),
  ];
  const receipt = await accepted(
    receiver,
    sanne,
    aSubmission(sanne.owner, { questions, attachments: [first, second] }),
  );
  const seen = (await receiver.get(`/v1/agent/questions/${questions[0]?.id}`, noor)).json<AgentQuestion>();
  expect(seen).toMatchObject({
    reference: receipt.reference,
    environment: { release: '24.3' },
    question: { text: 'Met plaatje' },
    siblings: [{ excerpt: 'Met plaatje' }, { excerpt: 'Met een ander' }],
  });
  expect(seen.attachments.map(({ id, state }) => [id, state])).toEqual([[first.id, 'declared']]);
  expect((await read(questions[0]?.id ?? '')).viewedBy).toEqual([{ name: 'Noor', role: 'agent' }]);
  const rows = await receiver.behind(
    `select event, actor, client_refs from access_log where question_id = '${questions[0]?.id}' and purpose = 'answering'`,
  );
  expect(rows).toEqual([{ event: 'view', actor: 'a-noor', client_refs: ['c-4711'] }]);
});

test('opens an attachment once, for a minute, behind a row in the access log (I7)', async () => {
  const manifest = manifestOf(aPng(1000));
  await acceptedWith(receiver, sanne, manifest);
  await patch(receiver, sanne, { id: manifest.id, offset: 0, bytes: aPng(1000) });
  const grant = async (): Promise<ContentGrant> =>
    (
      await receiver.send({
        method: 'POST',
        url: `/v1/agent/attachments/${manifest.id}/grant`,
        headers: { authorization: `Bearer ${noor.token}` },
      })
    ).json<ContentGrant>();
  const open = ({ url }: ContentGrant) => receiver.send({ method: 'GET', url });

  const granted = await grant();
  const [first, again] = [await open(granted), await open(granted)];
  expect([first.statusCode, again.statusCode]).toEqual([200, 404]);
  expect(first.headers).toMatchObject({
    'content-type': 'image/png',
    'content-security-policy': "sandbox; default-src 'none'",
    'cross-origin-resource-policy': 'same-site',
  });

  const late = await grant();
  receiver.time.now += 61_000;
  expect((await open(late)).statusCode).toBe(404);
  expect(await receiver.behind(`select event, actor from access_log where attachment_id = '${manifest.id}'`)).toEqual([
    { event: 'download', actor: 'a-noor' },
    { event: 'download', actor: 'a-noor' },
  ]);
  receiver.time.now -= 61_000;
});

test('lets nobody rewrite the access log', async () => {
  await receiver.get(`/v1/agent/questions/${await oneQuestion()}`, noor);
  await expect(receiver.behind("update access_log set actor = 'nobody'")).rejects.toThrow();
  await expect(receiver.behind('delete from access_log')).rejects.toThrow();
});

test('brings a picture along with a follow-up', async () => {
  const id = await oneQuestion();
  const manifest = manifestOf(aPng(1000));
  const answer = await receiver.put(`/v1/questions/${id}/messages/${nextId()}`, sanne, {
    schema: 1,
    owner: sanne.owner,
    text: '',
    attachments: [manifest],
  });
  expect(answer.statusCode).toBe(201);
  await patch(receiver, sanne, { id: manifest.id, offset: 0, bytes: aPng(1000) });
  expect((await read(id)).messages[1]?.attachments).toMatchObject([
    { id: manifest.id, state: 'available', kind: 'screenshot', type: 'image/png' },
  ]);
  expect(
    (await receiver.get(`/v1/agent/questions/${id}`, noor)).json<AgentQuestion>().attachments.map((one) => one.id),
  ).toEqual([manifest.id]);
  const again = await receiver.put(`/v1/questions/${id}/messages/${nextId()}`, sanne, {
    schema: 1,
    owner: sanne.owner,
    text: 'Nog eens',
    attachments: [manifest],
  });
  expect(refusalOf(again)).toBe('409 submission-conflict');
});
