import { describe, expect, test } from 'vitest';
import { OwnersModel } from '../../../src/app/owner/owners.model';
import type { OwnerSpace } from '../../../src/app/owner/ownerSpace';
import type { Connection } from '../../../src/app/owner/connection';
import { createSession } from '../../../src/delivery/reading';
import { silentLog } from '../../../src/foundation/log';
import { manualClock } from '../../support/builders';

const tokenOf = (sub: string): string => {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'EdDSA' })}.${part({ iss: 'https://ecd.test', org: 'voorbeeldzorg', sub, name: sub, iat: 0, exp: 600 })}.signature`;
};

/** A host whose answers come when the test lets them come. */
function aHost() {
  const asked: { give(sub: string): void; refuse(): void }[] = [];
  const auth = (): Promise<string> =>
    new Promise((resolve, reject) =>
      asked.push({ give: (sub) => resolve(tokenOf(sub)), refuse: () => reject(new Error('Nobody is logged in.')) }),
    );
  const session = createSession({ auth, clock: manualClock(), log: silentLog });
  const ended: string[] = [];
  const spaceOf = (owner: string) => ({ owner, end: () => void ended.push(owner) }) as unknown as OwnerSpace; // all that the model uses
  const owners = new OwnersModel({
    connection: { session: async () => session } as Pick<Connection, 'session'> as Connection,
    nobody: spaceOf(''),
    createSpace: async (owner) => spaceOf(owner),
  });
  return { owners, session, asked, ended };
}

const turns = async (): Promise<void> => void (await new Promise((resolve) => setTimeout(resolve)));

describe('who is signed in', () => {
  test('is asked once, however many want to know', async () => {
    const { owners, asked } = aHost();
    const both = Promise.all([owners.enter(), owners.enter()]);
    await turns();
    asked[0]?.give('sanne');
    const [first, second] = await both;
    expect(first).toEqual(second);
    expect(asked).toHaveLength(1);
    expect(owners.name.value).toBe('sanne');
  });

  test('is asked anew when the host says that somebody came, also while the answer of before is under way', async () => {
    const { owners, session, asked } = aHost();
    const before = owners.enter();
    await turns();
    session.forget();
    const after = owners.enterAnew();
    await turns();
    asked[0]?.refuse();
    asked[1]?.give('sanne');
    expect((await after).ok).toBe(true);
    expect((await before).ok).toBe(true); // who asked first hears what holds now
    expect(owners.isSignedIn.value).toBe(true);
    expect(owners.trouble.value).toBeUndefined();
  });

  test('is never the one of before, when that answer comes last', async () => {
    const { owners, session, asked, ended } = aHost();
    const before = owners.enter();
    await turns();
    session.forget();
    const after = owners.enterAnew();
    await turns();
    asked[1]?.give('mehmet');
    await after;
    asked[0]?.give('sanne');
    await before;
    expect(owners.name.value).toBe('mehmet');
    expect(owners.space.value.owner).toBe(session.subject?.owner);
    expect(ended).toEqual([]);
  });

  test('is nobody after leaving, whatever was under way', async () => {
    const { owners, asked } = aHost();
    const entering = owners.enter();
    await turns();
    owners.leave();
    asked[0]?.give('sanne');
    expect((await entering).ok).toBe(false);
    expect(owners.isSignedIn.value).toBe(false);
  });
});
