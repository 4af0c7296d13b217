import { afterAll, beforeAll, expect, test } from 'vitest';
import { startReceiver, type Caller, type ReceiverUnderTest } from './receiverUnderTest';
import { accepted, aPng, aSubmission, aWireQuestion, manifestOf, nextId, refusalOf } from './wire';

let receiver: ReceiverUnderTest;

beforeAll(async () => {
  receiver = await startReceiver({
    messagesPerHour: 3,
    repliesPerHour: 4,
    quotas: { ownerBytes: 2000, organisationBytes: 1e6 },
  });
});
afterAll(() => receiver.close());

const ask = async (by: Caller, kind: 'problem' | 'unsafe' = 'problem') => {
  const question = aWireQuestion({ kind });
  await accepted(receiver, by, aSubmission(by.owner, { questions: [question] }));
  return question.id;
};
const write = (by: Caller, question: string, { id = nextId(), picture = 0 } = {}) => {
  const attachments = picture === 0 ? [] : [manifestOf(aPng(picture))];
  const path = `/v1/questions/${question}/messages/${id}`;
  return receiver.put(path, by, { schema: 1, owner: by.owner, text: 'Nog iets', attachments });
};
const reply = async (question: string, { id = nextId(), sub = 'a-noor' } = {}) =>
  receiver.put(
    `/v1/agent/questions/${question}/replies/${id}`,
    { token: await receiver.agent({ claims: { sub } }) },
    { text: 'Zo', status: 'answered' },
  );

test('delays the fourth message of an hour, over all questions, never a repeat or what others write', async () => {
  const sanne = await receiver.asker();
  const [one, other] = [await ask(sanne), await ask(sanne)];
  const id = nextId();
  expect((await write(sanne, one, { id })).statusCode).toBe(201);
  receiver.time.now += 60_000;
  expect((await write(sanne, other)).statusCode).toBe(201);
  expect((await write(sanne, one)).statusCode).toBe(201);
  const fourth = await write(sanne, other);
  expect(refusalOf(fourth)).toBe('429 rate-limited');
  expect(fourth.json()).toMatchObject({ retryable: true });
  expect(fourth.headers).toMatchObject({
    'retry-after': '3540',
    'ratelimit-policy': '"messages";q=3;w=3600',
    ratelimit: '"messages";r=0;t=3540',
  });

  expect((await write(sanne, one, { id })).statusCode).toBe(200);
  expect((await reply(one)).statusCode).toBe(201);
  const act = { owner: sanne.owner, type: 'solved' };
  expect((await receiver.put(`/v1/questions/${one}/actions/${nextId()}`, sanne, act)).statusCode).toBe(201);
  const mehmet = await receiver.asker('p-mehmet');
  expect((await write(mehmet, await ask(mehmet))).statusCode).toBe(201);

  receiver.time.now += 3_540_000;
  const later = await receiver.asker();
  expect((await write(later, other)).statusCode).toBe(201);
});

test('counts what is written about an unsafe situation apart, and that ends too', async () => {
  const caller = await receiver.asker('p-onveilig');
  const [plain, unsafe] = [await ask(caller), await ask(caller, 'unsafe')];
  for (let count = 0; count < 3; count += 1) expect((await write(caller, plain)).statusCode).toBe(201);
  for (let count = 0; count < 3; count += 1) expect((await write(caller, unsafe)).statusCode).toBe(201);
  const fourth = await write(caller, unsafe);
  expect(refusalOf(fourth)).toBe('429 rate-limited');
  expect(fourth.headers['ratelimit-policy']).toBe('"unsafe-messages";q=3;w=3600');
});

test('holds the limit also when everything comes at once, to several questions', async () => {
  const caller = await receiver.asker('p-tegelijk');
  const questions = [await ask(caller), await ask(caller), await ask(caller)];
  const answers = await Promise.all([...questions, ...questions].map((question) => write(caller, question)));
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 201, 201, 429, 429, 429]);
});

test('delays an agent who replies faster than anybody types, never a repeat or another agent', async () => {
  const caller = await receiver.asker('p-vraagt');
  const question = await ask(caller);
  const id = nextId();
  expect((await reply(question, { id, sub: 'a-snel' })).statusCode).toBe(201);
  for (let count = 0; count < 3; count += 1) expect((await reply(question, { sub: 'a-snel' })).statusCode).toBe(201);
  const fifth = await reply(question, { sub: 'a-snel' });
  expect(refusalOf(fifth)).toBe('429 rate-limited');
  expect(fifth.headers['ratelimit-policy']).toBe('"replies";q=4;w=3600');
  expect((await reply(question, { id, sub: 'a-snel' })).statusCode).toBe(200);
  expect((await reply(question, { sub: 'a-traag' })).statusCode).toBe(201);
});

test('takes words when there is no room for the pictures of a message, and pictures about an unsafe situation', async () => {
  const caller = await receiver.asker('p-vol');
  const [plain, unsafe] = [await ask(caller), await ask(caller, 'unsafe')];
  expect((await write(caller, plain, { picture: 1500 })).statusCode).toBe(201);
  const full = await write(caller, plain, { picture: 1500 });
  expect(refusalOf(full)).toBe('429 quota-owner');
  expect(full.json()).toMatchObject({ limit: 2000, retryable: true });
  expect((await write(caller, plain)).statusCode).toBe(201);
  expect((await write(caller, unsafe, { picture: 1500 })).statusCode).toBe(201);
});
