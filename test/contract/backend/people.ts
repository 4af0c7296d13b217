import { silentLog } from '../../../src/foundation/log';
import { createSession } from '../../../src/delivery/reading';
import { createFakeToken, type TestPerson } from '../../../src/testing';
import { manualClock } from '../../support/builders';

/** Makes a person whom the backend in memory knows, the way the widget gets to know one: from the token. */
export const aFakePerson = (sub: string): Promise<TestPerson> =>
  personOf(createFakeToken({ sub, org: 'voorbeeldzorg', name: sub }));

/** Makes a person of a token. */
export async function personOf(token: string): Promise<TestPerson> {
  const session = createSession({ auth: async () => token, clock: manualClock(), log: silentLog });
  await session.token();
  if (!session.subject) throw new Error('The token names nobody.');
  return { owner: session.subject.owner, call: { token, language: 'nl' } };
}
