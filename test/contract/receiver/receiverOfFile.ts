import { afterAll } from 'vitest';
import { startReceiver, type Caller, type ReceiverUnderTest, type Starting } from './receiverUnderTest';

/** Starts the receiver of a whole test file, with somebody who asks and somebody who answers: for `await` at the top of it. It ends after the last test. */
export async function receiverOfFile(starting: Starting = {}): Promise<{
  readonly receiver: ReceiverUnderTest;
  readonly sanne: Caller;
  readonly noor: { readonly token: string };
}> {
  const receiver = await startReceiver(starting);
  afterAll(() => receiver.close());
  return { receiver, sanne: await receiver.asker(), noor: { token: await receiver.agent() } };
}
