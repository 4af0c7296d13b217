import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hintAssetName } from '../../../demo/receiver/upload/keepHintAsset';
import { createOutbox, type Backend, type HintPicture } from '../../../src/delivery';
import { silentLog } from '../../../src/foundation/log';
import { succeed } from '../../../src/foundation/result';
import { createChunkStore, createMemoryDatabase } from '../../../src/storage';
import { backendContract, createHttpBackend } from '../../../src/testing';
import { anId, aPicture, aSubmission } from '../../../src/testing/contract/samples';
import { manualClock } from '../../support/builders';
import { aLock, cleared } from '../../unit/delivery/desk';
import { publishHints, withRole } from '../receiver/hintsUnderTest';
import { startReceiver, type ReceiverUnderTest } from '../receiver/receiverUnderTest';

let receiver: ReceiverUnderTest;
let backend: Backend;

beforeAll(async () => {
  receiver = await startReceiver();
  const url = await receiver.app.listen({ host: '127.0.0.1', port: 0 });
  backend = createHttpBackend(url);
});
afterAll(() => receiver.close());

/** A new person for each rule: what one sent is not in the other's list. */
const aPerson = async () => {
  const { owner, token } = await receiver.asker(anId());
  return { owner, call: { token, language: 'nl' } };
};

const reply = async (question: string, text: string): Promise<void> => {
  const body = { text, status: 'answered' };
  const answer = await receiver.put(
    `/v1/agent/questions/${question}/replies/${anId()}`,
    { token: await receiver.agent() },
    body,
  );
  if (answer.statusCode !== 201) throw new Error(`The agent could not answer: ${answer.body}`);
};

const publish = async (document: object): Promise<void> => {
  const publisher = await withRole(receiver, 'hintPublisher');
  const revisions = (await receiver.get('/v1/hints/revisions', publisher)).json<{ items: { revision: number }[] }>();
  const answer = await publishHints(receiver, publisher, { document, after: revisions.items[0]?.revision ?? 0 });
  if (answer.statusCode !== 201) throw new Error(`The hints were not published: ${answer.body}`);
};

const keepHintAsset = async ({ type, bytes }: HintPicture): Promise<string> => {
  const { token } = await withRole(receiver, 'designer');
  const asset = hintAssetName(new Uint8Array(bytes));
  const answer = await receiver.send({
    method: 'PUT',
    url: `/v1/hints/assets/${asset}`,
    payload: Buffer.from(bytes),
    headers: { authorization: `Bearer ${token}`, 'content-type': type },
  });
  if (answer.statusCode !== 201) throw new Error(`The picture was not kept: ${answer.body}`);
  return asset;
};

describe('the backend contract on the receiver, over HTTP', () => {
  for (const { name, run } of backendContract) {
    it(name, async () =>
      run({ backend, asker: await aPerson(), stranger: await aPerson(), reply, publishHints: publish, keepHintAsset }),
    );
  }
});

describe('the outbox and the receiver', () => {
  it('bring a question and its picture over, and the agent has the same bytes', async () => {
    const { owner, call } = await aPerson();
    const database = { ...createMemoryDatabase(), isLasting: true };
    const { attachment, bytes } = await aPicture(300);
    await createChunkStore(database.store('chunks')).put(attachment.id, bytes);
    const token = async () => succeed(call.token);
    const outbox = createOutbox({
      owner,
      database,
      backend,
      session: { token, renew: token, subject: { owner } },
      clock: manualClock(),
      log: silentLog,
      language: () => 'nl',
      connectivity: () => () => undefined,
      leaving: () => () => undefined,
      lock: aLock(),
    });
    const submission = cleared(aSubmission(owner, ['Het scherm blijft wit', 'En waar is de agenda?'], [attachment]));
    const id = anId();
    expect(await outbox.submit({ id, submission })).toEqual({ ok: true, value: { id, saved: true } });
    await outbox.flush();
    expect(outbox.items.value).toMatchObject([
      { id, state: 'done', percent: 100, questions: [{ id: submission.questions[0]?.id }, {}] },
    ]);
    const content = await backend.attachmentContent(attachment.id, call);
    expect(content.ok && Buffer.from(content.value.bytes).equals(Buffer.from(bytes))).toBe(true);
    const [question] = submission.questions;
    await outbox.sendMessage({
      question: question?.id ?? id,
      id: anId(),
      message: cleared({ schema: 1, owner, text: 'Nog steeds', attachments: [] }),
    });
    await outbox.sendAction({ question: question?.id ?? id, id: anId(), action: { owner, type: 'solved' } });
    await outbox.flush();
    expect(outbox.items.value.map(({ state }) => state)).toEqual(['done', 'done', 'done']);
    expect(await backend.conversation(question?.id ?? id, call)).toMatchObject({
      ok: true,
      value: { status: 'closed' },
    });
    outbox.end();
  });
});
