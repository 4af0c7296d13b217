import { expect, test } from 'vitest';
import { contentPolicy } from '../../../demo/server/contentPolicy';
import { createSessions } from '../../../demo/server/session';

const sessions = createSessions('secret');
const cookieOf = (setCookie: string): string => setCookie.split(';')[0] ?? '';

test('remembers who logged in for twelve hours, over a restart, and forgets them on request', () => {
  const cookie = cookieOf(sessions.start('p-sanne', 0));
  expect(sessions.personOf(`other=1; ${cookie}`, 1000)).toBe('p-sanne');
  expect(createSessions('secret').personOf(cookie, 1000)).toBe('p-sanne');
  expect(sessions.personOf(cookie, 12 * 3_600_000)).toBeUndefined();
  expect(sessions.personOf(cookieOf(sessions.end), 1000)).toBeUndefined();
});

test('believes no cookie that it did not make', () => {
  const cookie = cookieOf(sessions.start('p-sanne', 0));
  const forged = [
    cookie.replace('p-sanne', 'p-ingrid'),
    cookie.slice(0, -1),
    createSessions('other').start('p-sanne', 0),
    'demo-session=p-sanne',
    'demo-session=',
    undefined,
  ];
  expect(forged.map((one) => sessions.personOf(one, 1000))).toEqual(forged.map(() => undefined));
});

test('keeps scripts of a page from reading the cookie and other sites from sending it', () => {
  expect(sessions.start('p-sanne', 0)).toMatch(/HttpOnly; SameSite=Lax/);
});

test('allows a strict page nothing but its own scripts, its receiver and pictures it holds itself', () => {
  const policy = contentPolicy('strict', 'abc');
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'nonce-abc' 'strict-dynamic'");
  expect(policy).toContain('img-src blob: data:;');
  expect(policy).toContain("require-trusted-types-for 'script'; trusted-types 'none'");
  expect(policy).not.toMatch(/unsafe|\*/);
});
