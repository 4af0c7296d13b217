import { afterAll, beforeAll, expect, test } from 'vitest';
import { digestHeader, startReceiver, type Caller, type ReceiverUnderTest } from './receiverUnderTest';
import { accepted, aSubmission, aWireQuestion, nextId, refusalOf } from './wire';

let receiver: ReceiverUnderTest;
let sanne: Caller;

beforeAll(async () => {
  receiver = await startReceiver({ submissionsPerHour: 3 });
  sanne = await receiver.asker();
});
afterAll(() => receiver.close());

test('delays the fourth submission of an hour, never a repeat, an unsafe situation or somebody else', async () => {
  const path = `/v1/submissions/${nextId()}`;
  const body = aSubmission(sanne.owner);
  expect((await receiver.put(path, sanne, body)).statusCode).toBe(201);
  receiver.time.now += 600_000;
  sanne = await receiver.asker();
  await accepted(receiver, sanne);
  await accepted(receiver, sanne);

  const fourth = await receiver.put(`/v1/submissions/${nextId()}`, sanne, aSubmission(sanne.owner));
  expect(refusalOf(fourth)).toBe('429 rate-limited');
  expect(fourth.json()).toMatchObject({ retryable: true });
  expect(fourth.headers['retry-after']).toBe('3000');

  expect((await receiver.put(path, sanne, body)).statusCode).toBe(200);
  await accepted(receiver, sanne, aSubmission(sanne.owner, { questions: [aWireQuestion({ kind: 'unsafe' })] }));
  await accepted(receiver, await receiver.asker('p-mehmet'));
});

test('takes the delayed submission when the time that was said is over', async () => {
  receiver.time.now += 3_000_000;
  sanne = await receiver.asker();
  await accepted(receiver, sanne);
});

test('holds the limit also when everything comes at once', async () => {
  const other = await receiver.asker('p-tegelijk');
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => receiver.put(`/v1/submissions/${nextId()}`, other, aSubmission(other.owner))),
  );
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 201, 201, 429, 429, 429]);
});

test('recognises a repeat of what was accepted before the limits were lowered', async () => {
  const path = `/v1/submissions/${nextId()}`;
  const caller = await receiver.asker('p-vroeger');
  const body = JSON.stringify(aSubmission(caller.owner, { questions: [aWireQuestion({ text: ' ' })] }));
  expect(refusalOf(await receiver.put(path, caller, body))).toBe('422 invalid-question');
  const submission = JSON.parse(body) as ReturnType<typeof aSubmission>; // written above
  const item = { id: path.split('/').at(-1) as ReturnType<typeof nextId>, digest: digestHeader(body), submission }; // the id made above
  const organisation = { id: 'voorbeeldzorg', name: 'Voorbeeldzorg' };
  await receiver.ports.store.accept(item, { owner: caller.owner, organisation, name: 'Sanne de Wit', role: 'user' }); // as if the rules had been milder
  expect((await receiver.put(path, caller, body)).statusCode).toBe(200);
});
