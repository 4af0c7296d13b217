import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDemo, type Demo } from '../../../demo/server/demo';
import type { InboxPage, Me } from '../../../src/protocol/index';

const root = mkdtempSync(join(tmpdir(), 'demo-'));
const built = {
  host: join(root, 'host'),
  inbox: join(root, 'inbox'),
  gallery: join(root, 'gallery'),
  support: join(root, 'dist'),
};
let app: Demo['app'];

beforeAll(async () => {
  for (const [name, folder] of Object.entries(built)) {
    mkdirSync(folder);
    writeFileSync(join(folder, 'index.html'), `<title>${name}</title><script nonce="__NONCE__"></script>`);
    writeFileSync(join(folder, 'main.js'), `// ${name}`);
  }
  writeFileSync(join(built.support, 'panel-B4Wyv4h4.js'), '// a chunk');
  writeFileSync(join(root, 'secret.js'), '// not for the world');
  const log = { answered: () => undefined, failed: () => undefined, looked: () => undefined, told: () => undefined };
  ({ app } = await createDemo({ dataFolder: join(root, 'data'), built, submissionsPerHour: 20, log }));
}, 120_000);
afterAll(async () => {
  await app.close();
  rmSync(root, { recursive: true, force: true });
});

const get = (url: string, headers: Record<string, string> = {}) => app.inject({ method: 'GET', url, headers });
const post = (url: string, payload: object) => app.inject({ method: 'POST', url, payload });
const policyOf = async (url: string): Promise<string> => String((await get(url)).headers['content-security-policy']);

test('lets somebody log in to the host and ask the receiver who they are', async () => {
  expect((await get('/host/api/me')).json()).toBeNull();
  expect((await get('/host/api/support-token')).statusCode).toBe(401);
  expect((await post('/host/api/session', { person: 'p-nobody' })).statusCode).toBe(400);

  const login = await post('/host/api/session', { person: 'p-ingrid' });
  const cookie = String(login.headers['set-cookie']).split(';')[0] ?? '';
  expect((await get('/host/api/me', { cookie })).json()).toMatchObject({ id: 'p-ingrid', name: 'Ingrid Visser' });
  const { token } = (await get('/host/api/support-token', { cookie })).json<{ token: string }>();
  const me = (await get('/v1/me', { authorization: `Bearer ${token}` })).json<Me>();
  expect(me).toMatchObject({
    displayName: 'Ingrid Visser',
    organisation: 'Voorbeeldzorg',
    contact: { name: 'Ingrid Visser' },
  });

  const out = await app.inject({ method: 'DELETE', url: '/host/api/session', headers: { cookie } });
  expect(String(out.headers['set-cookie'])).toContain('Max-Age=0');
});

test('lets an agent into the inbox and not into the place of an asker', async () => {
  const { token } = (await post('/inbox/api/token', { agent: 'a-noor' })).json<{ token: string }>();
  const authorization = `Bearer ${token}`;
  expect((await get('/v1/agent/questions', { authorization })).json<InboxPage>().items).toEqual([]);
  expect((await get('/v1/me', { authorization })).statusCode).toBe(401);
  expect((await post('/inbox/api/token', { agent: 'a-nobody' })).statusCode).toBe(400);
});

test.each([
  ['/', 'host'],
  ['/clienten/c-1/rapportage', 'host'],
  ['/strict', 'host'],
  ['/strict/agenda', 'host'],
  ['/inbox', 'inbox'],
  ['/inbox/vraag/1', 'inbox'],
  ['/gallery/', 'gallery'],
])('shows %s as a page of %s, with a nonce of its own', async (url, title) => {
  const [first, again] = [await get(url), await get(url)];
  const nonce = /nonce="([\w-]{22})"/.exec(first.body)?.[1];
  expect(first.body).toContain(`<title>${title}</title>`);
  expect(String(first.headers['content-security-policy'])).toContain(`'nonce-${nonce}'`);
  expect(again.body).not.toBe(first.body);
  expect(first.headers['cache-control']).toBe('no-store');
});

test('forbids every page what it does not need', async () => {
  for (const url of ['/', '/strict', '/inbox', '/gallery/']) {
    const policy = await policyOf(url);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("require-trusted-types-for 'script'; trusted-types 'none'");
    expect(policy).not.toMatch(/unsafe-|\*/);
  }
  expect(await policyOf('/strict')).toContain('img-src blob: data:;');
});

test('keeps hashed files for ever and asks for others again', async () => {
  expect((await get('/support/panel-B4Wyv4h4.js')).headers['cache-control']).toBe(
    'public, max-age=31536000, immutable',
  );
  expect((await get('/support/main.js')).headers).toMatchObject({
    'cache-control': 'no-cache',
    'access-control-allow-origin': '*',
  });
  expect((await get('/main.js')).body).toBe('// host');
  expect((await get('/inbox/main.js')).body).toBe('// inbox');
});

test.each([
  '/secret.js',
  '/../secret.js',
  '/%2e%2e/secret.js',
  '/support/..%2fsecret.js',
  '/support/%2e%2e%2fsecret.js',
  '/inbox/..%5csecret.js',
  '/..%2fdata/keys/cookie.txt',
  '/support/..%2f..%2fetc/passwd.js',
  '/..%2fsecret.html',
])('gives nothing outside its folders: %s', async (url) => {
  const answer = await get(url);
  expect(answer.body).not.toContain('not for the world');
  expect(answer.statusCode).toBeGreaterThanOrEqual(400);
});

test('collects what browsers report about the policy, and forgets it on request', async () => {
  const report = JSON.stringify({ 'csp-report': { 'violated-directive': 'img-src' } });
  await app.inject({
    method: 'POST',
    url: '/csp-report',
    payload: report,
    headers: { 'content-type': 'application/csp-report' },
  });
  expect((await get('/csp-report')).json()).toEqual([JSON.parse(report)]);
  await app.inject({ method: 'DELETE', url: '/csp-report' });
  expect((await get('/csp-report')).json()).toEqual([]);
});

test('says that it is well', async () => {
  expect((await get('/healthz')).json()).toEqual({ status: 'ok' });
});
