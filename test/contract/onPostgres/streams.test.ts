import { expect, test } from 'vitest';
import { startReceiver } from '../receiver/receiverUnderTest';
import { hear, listening } from '../receiver/streamsUnderTest';
import { accepted, nextId } from '../receiver/wire';

test('an answer that is given at one receiver reaches who listens at another, and so does what follows after a change of receiver', async () => {
  const one = await startReceiver();
  const other = await startReceiver({ tokens: one.tokens, storages: one.storages });
  const sanne = await one.asker();
  const noor = { token: await one.agent() };
  const { cursor, questions } = await accepted(one, sanne);
  const qid = questions[0]?.id ?? '';
  const reply = () =>
    one.put(`/v1/agent/questions/${qid}/replies/${nextId()}`, noor, { text: 'Zo', status: 'answered' });

  const stream = await hear(await listening(other), sanne, cursor);
  await reply();
  const [heard] = await stream.until(1);
  expect(heard).toMatchObject({ type: 'message', qid });
  await other.close();
  expect(await stream.ended).toBe('whole');

  await reply();
  const again = await hear(await listening(one), sanne, heard?.seq);
  expect((await again.until(1))[0]).toMatchObject({ type: 'message', qid });
  again.leave();
  await one.close();
});
