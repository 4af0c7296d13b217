import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SubmissionPage, SubmissionView } from '../../../src/protocol/index';
import { digestHeader, putRequest, startReceiver, type Caller, type ReceiverUnderTest } from './receiverUnderTest';
import { accepted, acceptedWith, aPng, aSubmission, aWireQuestion, manifestOf, nextId, refusalOf } from './wire';

let receiver: ReceiverUnderTest;
let sanne: Caller;
let mehmet: Caller;

beforeAll(async () => {
  receiver = await startReceiver();
  sanne = await receiver.asker('p-sanne');
  mehmet = await receiver.asker('p-mehmet', { claims: { name: 'Mehmet Aydin' } });
});
afterAll(() => receiver.close());

test('gives a receipt with a number per question, in the order of the bundle', async () => {
  const questions = ['Eerste', 'Tweede', 'Derde'].map((text) => aWireQuestion({ text }));
  const body = JSON.stringify(aSubmission(sanne.owner, { questions }));
  const id = nextId();
  const answer = await receiver.put(`/v1/submissions/${id}`, sanne, body);
  const receipt = answer.json<SubmissionView>();
  expect(answer.statusCode).toBe(201);
  expect(receipt).toMatchObject({
    id,
    digest: digestHeader(body),
    delivery: 'complete',
    receivedAt: '2024-03-12T09:00:00.000Z',
  });
  expect(receipt.reference).toMatch(/^24-\d+$/);
  expect(
    receipt.questions.map(({ id: question, number, status, excerpt }) => [question, number, status, excerpt]),
  ).toEqual(
    questions.map(({ id: question, text }, index) => [question, `${receipt.reference}.${index + 1}`, 'received', text]),
  );
});

test('counts on within the year of the organisation and starts again in the next', async () => {
  const first = await accepted(receiver, sanne);
  const second = await accepted(receiver, mehmet);
  const elsewhere = await accepted(receiver, await receiver.asker('p-sanne', { claims: { org: 'elders' } }));
  const running = (view: SubmissionView): number => Number(view.reference.split('-')[1]);
  expect(running(second)).toBe(running(first) + 1);
  expect(elsewhere.reference).toBe('24-1');
  const before = receiver.time.now;
  receiver.time.now = Date.UTC(2024, 11, 31, 23, 30); // already 2025 in the Netherlands
  expect((await accepted(receiver, await receiver.asker())).reference).toBe('25-1');
  receiver.time.now = before;
});

test('answers a repeat with 200 and the very same receipt', async () => {
  const path = `/v1/submissions/${nextId()}`;
  const body = aSubmission(sanne.owner);
  const first = await receiver.put(path, sanne, body);
  const again = await receiver.put(path, sanne, body);
  expect([first.statusCode, again.statusCode]).toEqual([201, 200]);
  expect(again.json()).toEqual(first.json());
});

test('accepts one of many repeats at the same moment and recognises the others', async () => {
  const path = `/v1/submissions/${nextId()}`;
  const body = aSubmission(sanne.owner);
  const answers = await Promise.all(Array.from({ length: 8 }, () => receiver.put(path, sanne, body)));
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 200, 200, 200, 200, 200, 200, 201]);
  expect(new Set(answers.map((answer) => answer.json<SubmissionView>().reference)).size).toBe(1);
});

test('refuses other words under the same id and tells the digest it has', async () => {
  const path = `/v1/submissions/${nextId()}`;
  const body = JSON.stringify(aSubmission(sanne.owner));
  await receiver.put(path, sanne, body);
  const other = await receiver.put(path, sanne, aSubmission(sanne.owner));
  expect(refusalOf(other)).toBe('409 submission-conflict');
  expect(other.json()).toMatchObject({ storedDigest: digestHeader(body), retryable: false });
});

test('keeps a question only once, whatever submission it comes in (I3)', async () => {
  const question = aWireQuestion();
  await accepted(receiver, sanne, aSubmission(sanne.owner, { questions: [question] }));
  const again = await receiver.put(
    `/v1/submissions/${nextId()}`,
    sanne,
    aSubmission(sanne.owner, { questions: [question] }),
  );
  expect(refusalOf(again)).toBe('409 submission-conflict');
});

test('does not let an erased submission come back', async () => {
  const id = nextId();
  await receiver.behind(
    `insert into tombstone values ('${id}', 'voorbeeldzorg', '${sanne.owner}', 'retention', now())`,
  );
  expect(refusalOf(await receiver.put(`/v1/submissions/${id}`, sanne, aSubmission(sanne.owner)))).toBe('410 gone');
});

test('refuses what somebody else made on this computer', async () => {
  expect(refusalOf(await receiver.put(`/v1/submissions/${nextId()}`, mehmet, aSubmission(sanne.owner)))).toBe(
    '403 owner-mismatch',
  );
});

test('does not tell others that a submission exists', async () => {
  const body = aSubmission(sanne.owner);
  const { id } = await accepted(receiver, sanne, body);
  const taken = await receiver.put(`/v1/submissions/${id}`, mehmet, aSubmission(mehmet.owner));
  expect(refusalOf(await receiver.get(`/v1/submissions/${id}`, mehmet))).toBe('404 not-found');
  expect(refusalOf(taken)).toBe('409 submission-conflict');
  expect(taken.json()).not.toHaveProperty('storedDigest');
  expect((await receiver.get('/v1/submissions', mehmet)).body).not.toContain(id);
});

test('compares the announced digest with the bytes that came', async () => {
  const path = `/v1/submissions/${nextId()}`;
  const announced = (digest: string) => {
    const request = putRequest(path, sanne.token, aSubmission(sanne.owner));
    return receiver.send({ ...request, headers: { ...request.headers, 'content-digest': digest } });
  };
  const damaged = await announced(digestHeader('something else'));
  const silent = await receiver.send({
    method: 'PUT',
    url: path,
    payload: aSubmission(sanne.owner),
    headers: { authorization: `Bearer ${sanne.token}` },
  });
  const unreadable = await announced('md5=:AAAA:');
  expect([damaged, silent, unreadable].map(refusalOf)).toEqual([
    '400 digest-mismatch',
    '400 malformed',
    '400 malformed',
  ]);
  expect(damaged.json()).toMatchObject({ retryable: true });
  expect(refusalOf(await receiver.get(path, sanne))).toBe('404 not-found');
});

test('takes a body that was damaged on the way for damaged, also when it is no JSON any more', async () => {
  const request = putRequest(`/v1/submissions/${nextId()}`, sanne.token, aSubmission(sanne.owner));
  const damaged = await receiver.send({ ...request, payload: request.payload.replace('{', 'k') });
  expect(refusalOf(damaged)).toBe('400 digest-mismatch');
  expect(damaged.json()).toMatchObject({ retryable: true });
});

test('names a member that it does not know, wherever it stands', async () => {
  const body = { ...aSubmission(sanne.owner), questions: [{ ...aWireQuestion(), mood: 'cross' }] };
  const answer = await receiver.put(`/v1/submissions/${nextId()}`, sanne, body);
  expect(refusalOf(answer)).toBe('400 unknown-member');
  expect(answer.json()).toMatchObject({ errors: [{ pointer: '/questions/0/mood', code: 'unknown-member' }] });
});

test('says where a body is not as described, and never repeats the value', async () => {
  const answer = await receiver.put(`/v1/submissions/${nextId()}`, sanne, {
    ...aSubmission(sanne.owner),
    deviceTime: 'Jansen, 12-03-1950',
  });
  expect(refusalOf(answer)).toBe('400 malformed');
  expect(answer.json()).toMatchObject({ errors: [{ pointer: '/deviceTime' }] });
  expect(answer.body).not.toContain('Jansen');
});

test.each([
  ['a text of spaces without a recording', { questions: [aWireQuestion({ text: '   ' })] }, '422 invalid-question'],
  [
    'an attachment that is not declared',
    { questions: [aWireQuestion({ attachments: [nextId()] })] },
    '422 invalid-question',
  ],
  ['a PDF', { attachments: [manifestOf(aPng(100), { type: 'application/pdf' })] }, '415 unsupported-type'],
  ['an SVG', { attachments: [manifestOf(aPng(100), { type: 'image/svg+xml' })] }, '415 unsupported-type'],
  [
    'a picture over 10 MiB',
    {
      attachments: [
        manifestOf(aPng(100), { size: 10_485_761, digests: Array.from({ length: 11 }, () => 'A'.repeat(43) + '=') }),
      ],
    },
    '413 too-large',
  ],
  ['too many pixels', { attachments: [manifestOf(aPng(100), { width: 10_000, height: 10_000 })] }, '413 pixel-limit'],
  [
    'eleven attachments',
    { attachments: Array.from({ length: 11 }, () => manifestOf(aPng(100))) },
    '413 too-many-attachments',
  ],
  ['a missing digest', { attachments: [manifestOf(aPng(100), { digests: [] })] }, '422 invalid-question'],
  ['no question at all', { questions: [] }, '400 malformed'],
  ['a text of 10,001 characters', { questions: [aWireQuestion({ text: 'a'.repeat(10_001) })] }, '400 malformed'],
])('refuses %s', async (_what, change, refusal) => {
  expect(refusalOf(await receiver.put(`/v1/submissions/${nextId()}`, sanne, aSubmission(sanne.owner, change)))).toBe(
    refusal,
  );
});

test('counts characters, not code units: 10,000 emoji are welcome', async () => {
  const text = '😀'.repeat(10_000);
  expect(
    (
      await receiver.put(
        `/v1/submissions/${nextId()}`,
        sanne,
        aSubmission(sanne.owner, { questions: [aWireQuestion({ text })] }),
      )
    ).statusCode,
  ).toBe(201);
});

test('takes a recording without words', async () => {
  const recording = manifestOf(aPng(100), { kind: 'recording', type: 'video/webm' });
  const receipt = await accepted(
    receiver,
    sanne,
    aSubmission(sanne.owner, {
      questions: [aWireQuestion({ text: '', attachments: [recording.id] })],
      attachments: [recording],
    }),
  );
  expect(receipt.delivery).toBe('received');
});

test('lists what changed since a cursor, page by page', async () => {
  const ingrid = await receiver.asker('p-ingrid', { claims: { name: 'Ingrid Visser' } });
  const views: SubmissionView[] = [];
  for (let turn = 0; turn < 3; turn += 1) views.push(await accepted(receiver, ingrid));
  const first = (await receiver.get('/v1/submissions?limit=2', ingrid)).json<SubmissionPage>();
  const second = (await receiver.get(`/v1/submissions?limit=2&after=${first.next}`, ingrid)).json<SubmissionPage>();
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(views.map(({ id }) => id));
  expect([first.more, second.more]).toEqual([true, false]);
});

test('puts a submission that changed at the end of the list again', async () => {
  const caller = await receiver.asker('p-lijst');
  const [first, second] = [await accepted(receiver, caller), await accepted(receiver, caller)];
  const agent = { token: await receiver.agent() };
  await receiver.put(`/v1/agent/questions/${first.questions[0]?.id}/status`, agent, { status: 'inProgress' });
  const page = (await receiver.get(`/v1/submissions?after=${second.cursor}`, caller)).json<SubmissionPage>();
  expect(page.items.map(({ id }) => id)).toEqual([first.id]);
});

test('says after a week without progress that a picture is missing', async () => {
  const caller = await receiver.asker('p-later');
  const { id } = await acceptedWith(receiver, caller, manifestOf(aPng(100)));
  receiver.time.now += 8 * 86_400_000;
  const later = await receiver.asker('p-later');
  const view = (await receiver.get(`/v1/submissions/${id}`, later)).json<SubmissionView>();
  receiver.time.now -= 8 * 86_400_000;
  expect(view.delivery).toBe('incomplete');
});
