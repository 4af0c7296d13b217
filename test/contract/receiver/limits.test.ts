import { afterAll, beforeAll, expect, test } from 'vitest';
import { digestHeader, startReceiver, type Caller, type ReceiverUnderTest } from './receiverUnderTest';
import { accepted, aPng, aSubmission, aWireQuestion, manifestOf, nextId, refusalOf } from './wire';

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
  expect(fourth.headers).toMatchObject({
    'retry-after': '3000',
    'ratelimit-policy': '"submissions";q=3;w=3600',
    ratelimit: '"submissions";r=0;t=3000',
  });

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

test('counts unsafe situations in a bucket of their own, which also ends', async () => {
  const caller = await receiver.asker('p-onveilig');
  const unsafe = () => aSubmission(caller.owner, { questions: [aWireQuestion({ kind: 'unsafe' })] });
  for (let turn = 0; turn < 3; turn += 1) await accepted(receiver, caller, unsafe());
  const fourth = await receiver.put(`/v1/submissions/${nextId()}`, caller, unsafe());
  expect(refusalOf(fourth)).toBe('429 rate-limited');
  expect(fourth.headers['ratelimit-policy']).toBe('"unsafe";q=3;w=3600');
  await accepted(receiver, caller);
});

test('takes words and unsafe situations when there is no room for pictures, and pictures again when there is', async () => {
  const full = await startReceiver({ quotas: { ownerBytes: 2000, organisationBytes: 3000 } });
  const [one, other] = [await full.asker(), await full.asker('p-mehmet')];
  const withPicture = (caller: Caller, kind: 'problem' | 'unsafe' = 'problem') => {
    const picture = manifestOf(aPng(900));
    const questions = [aWireQuestion({ kind, attachments: [picture.id] })];
    return full.put(
      `/v1/submissions/${nextId()}`,
      caller,
      aSubmission(caller.owner, { questions, attachments: [picture] }),
    );
  };
  expect([(await withPicture(one)).statusCode, (await withPicture(one)).statusCode]).toEqual([201, 201]);
  const third = await withPicture(one);
  expect([refusalOf(third), third.headers['retry-after']]).toEqual(['429 quota-owner', '86400']);
  expect(third.json()).toMatchObject({ limit: 2000, retryable: true });
  expect((await withPicture(other)).statusCode).toBe(201);
  expect(refusalOf(await withPicture(other))).toBe('429 quota-organisation');
  await accepted(full, one);
  expect((await withPicture(one, 'unsafe')).statusCode).toBe(201);
  await full.behind("update attachment set state = 'erased'");
  expect((await withPicture(one)).statusCode).toBe(201);
  await full.close();
});
