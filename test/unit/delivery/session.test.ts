import { describe, expect, it } from 'vitest';
import { createSession, type Subject } from '../../../src/delivery/reading';
import type { Log } from '../../../src/foundation/log';
import { manualClock } from '../../support/builders';

const LIFE_SECONDS = 600;

/** Makes a token as a host's back end would; who reads it here never looks at the signature. */
const aToken = (claims: Record<string, unknown>): string => {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'EdDSA' })}.${part({ iss: 'https://ecd.test', org: 'voorbeeldzorg', sub: 'p-sanne', name: 'Sanne', iat: 0, exp: LIFE_SECONDS, ...claims })}.signature`;
};

/** A host that hands out tokens `t1`, `t2`, …, and what it was asked. */
function aHost(claims: Record<string, unknown> = {}) {
  const asked: string[] = [];
  const subjects: Subject[] = [];
  const clock = manualClock();
  const warned: string[] = [];
  const log: Log = { warn: (code) => void warned.push(code), error: () => undefined };
  let answer = async (): Promise<string> => aToken({ jti: `t${asked.length}`, ...claims });
  const auth = ({ reason }: { reason: string }): Promise<string> => (asked.push(reason), answer());
  const session = createSession({ auth, clock, log, onSubjectChanged: (subject) => void subjects.push(subject) });
  return { session, clock, asked, subjects, warned, answers: (next: () => Promise<string>) => (answer = next) };
}

describe('a session', () => {
  it('asks the host for nothing until a token is needed, and then once', async () => {
    const { session, asked } = aHost();
    expect(asked).toEqual([]);
    const [first, second] = await Promise.all([session.token(), session.token()]);
    expect(first).toEqual(second);
    expect(await session.token()).toEqual(first);
    expect(asked).toEqual(['start']);
  });

  it('knows who it is from the token, and names no one in the owner', async () => {
    const { session } = aHost({ roles: ['contactPerson', 7], name: 'Zoë Ümit' });
    await session.token();
    expect(session.subject).toEqual({
      owner: expect.stringMatching(/^[\w-]{43}$/),
      name: 'Zoë Ümit',
      organisation: 'voorbeeldzorg',
      roles: ['contactPerson'],
    });
  });

  it('makes the owner as the receiver does', async () => {
    const { session } = aHost();
    await session.token();
    const { createHash } = await import('node:crypto');
    expect(session.subject?.owner).toBe(
      createHash('sha256').update('https://ecd.test\nvoorbeeldzorg\np-sanne').digest('base64url'),
    );
  });

  it('asks again a minute before the end, by the life of the token and not by the clock of the device', async () => {
    const { session, clock, asked } = aHost({ iat: 1_000_000, exp: 1_000_000 + LIFE_SECONDS }); // the device is years off
    await session.token();
    clock.pass((LIFE_SECONDS - 60) * 1000 - 1);
    await session.token();
    expect(asked).toEqual(['start']);
    clock.pass(1);
    await session.token();
    expect(asked).toEqual(['start', 'renew']);
  });

  it('does not ask all the time for tokens that live short', async () => {
    const { session, asked } = aHost({ exp: 30 });
    await session.token();
    await session.token();
    expect(asked).toEqual(['start']);
  });

  it('goes on with a token that still lives when the host gives no other', async () => {
    const { session, clock, answers } = aHost();
    const first = await session.token();
    answers(() => Promise.reject(new Error('the host is down')));
    clock.pass((LIFE_SECONDS - 30) * 1000);
    expect(await session.token()).toEqual(first);
    clock.pass(30_000);
    expect(await session.token()).toMatchObject({ ok: false, problem: { code: 'auth-failed', retryable: true } });
  });

  it('asks once when five requests were refused together', async () => {
    const { session, asked } = aHost();
    const first = await session.token();
    const refused = first.ok ? first.value : '';
    const renewed = await Promise.all([1, 2, 3].map(() => session.renew(refused)));
    const late = await session.renew(refused); // its refusal came in after the others had a new one
    expect(new Set([...renewed, late].map((token) => token.ok && token.value)).size).toBe(1);
    expect(asked).toEqual(['start', 'expired']);
  });

  it.each([
    ['nothing', ''],
    ['a text that is no token', 'hello'],
    ['a token that names nobody', 'x.e30.y'],
    ['a token that is not JSON inside', 'x.aGVsbG8.y'],
    ['a token that is not base64 inside', 'x.%%%.y'],
    ['undefined', undefined],
    ['an object', { token: 'x' }],
  ])('says auth-failed and warns the developer when the host gives %s', async (_what, given) => {
    const { session, warned, answers } = aHost();
    answers(async () => given as string);
    expect(await session.token()).toMatchObject({ ok: false, problem: { code: 'auth-failed', status: 0 } });
    expect(session.subject).toBeUndefined();
    expect(warned).toEqual(['auth-failed']);
  });

  it('waits fifteen seconds for a host that never answers', async () => {
    const { session, clock, answers } = aHost();
    answers(() => new Promise(() => undefined));
    const asking = session.token();
    clock.pass(15_000);
    expect(await asking).toMatchObject({ ok: false, problem: { code: 'auth-failed' } });
  });

  it('tells when the next token is for somebody else', async () => {
    const { session, subjects, answers } = aHost();
    await session.token();
    answers(async () => aToken({ sub: 'p-mehmet' }));
    await session.renew();
    expect(subjects).toEqual([session.subject]);
  });

  it('forgets everything, also a token that was on its way', async () => {
    const { session, asked, answers } = aHost();
    let arrive = (_token: string): void => undefined;
    answers(() => new Promise((resolve) => (arrive = resolve)));
    const asking = session.token();
    session.forget();
    arrive(aToken({}));
    expect(await asking).toMatchObject({ ok: false });
    expect(session.subject).toBeUndefined();
    answers(async () => aToken({ sub: 'p-mehmet' }));
    await session.token();
    expect(asked).toEqual(['start', 'start']);
  });
});
