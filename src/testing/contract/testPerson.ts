import { createSession } from '../../delivery/reading';
import type { Clock } from '../../foundation/clock';
import { silentLog } from '../../foundation/log';
import type { TestPerson } from './subject';

/**
 * Gives the person whom a token of your back end speaks for, found the way the widget finds it. Nobody checks the signature here: your endpoint does.
 *
 * @throws when the token names nobody, because then every rule would fail for another reason
 */
export async function createTestPerson(token: string, language = 'nl'): Promise<TestPerson> {
  const session = createSession({ auth: async () => token, clock: systemClock, log: silentLog });
  await session.token();
  if (!session.subject) throw new Error('The token has no `sub`, so it names nobody.');
  return { owner: session.subject.owner, call: { token, language } };
}

const systemClock: Clock = {
  now: () => Date.now(),
  after(delayMs, action) {
    const timer = setTimeout(action, delayMs);
    return () => clearTimeout(timer);
  },
};
