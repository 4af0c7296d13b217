import { afterAll, beforeAll, expect, test } from 'vitest';
import { contentPolicy } from '../../../demo/server/contentPolicy';
import type { ContentGrant } from '../../../src/protocol/index';
import { startReceiver, type ReceiverUnderTest } from './receiverUnderTest';
import { acceptedWith, aPng, manifestOf, patch, refusalOf } from './wire';

const CONTENT = 'https://content.example';

let receiver: ReceiverUnderTest;
let noor: { readonly token: string };

beforeAll(async () => {
  receiver = await startReceiver({ contentOrigin: CONTENT });
  noor = { token: await receiver.agent() };
});
afterAll(() => receiver.close());

/** Where a picture can be seen, once. */
async function granted(): Promise<URL> {
  const sanne = await receiver.asker();
  const picture = manifestOf(aPng(900));
  await acceptedWith(receiver, sanne, picture);
  await patch(receiver, sanne, { id: picture.id, offset: 0, bytes: aPng(900) });
  const answer = await receiver.send({
    method: 'POST',
    url: `/v1/agent/attachments/${picture.id}/grant?use=view`,
    headers: { authorization: `Bearer ${noor.token}` },
  });
  return new URL(answer.json<ContentGrant>().url);
}
const get = (path: string, host: string, headers: Record<string, string> = {}) =>
  receiver.app.inject({ method: 'GET', url: path, headers: { host, ...headers } });

test('content is seen on its own origin only, where a page would be powerless', async () => {
  const url = await granted();
  expect(url.origin).toBe(CONTENT);
  expect(refusalOf(await get(url.pathname, 'receiver.example'))).toBe('404 not-found');
  const answer = await get(url.pathname, 'content.example');
  expect(answer.statusCode).toBe(200);
  expect(answer.headers).toMatchObject({
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-site',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
  });
  expect(String(answer.headers['content-disposition'])).toMatch(/^attachment;/);
  expect(answer.headers['set-cookie']).toBeUndefined();
});

test('the origin of content has nothing else, not even for who has a token', async () => {
  for (const path of ['/v1/me', '/v1/openapi.json', '/v1/agent/questions', '/v1/nowhere'])
    expect(refusalOf(await get(path, 'content.example', { authorization: `Bearer ${noor.token}` })), path).toBe(
      '404 not-found',
    );
  expect((await get('/v1/openapi.json', 'receiver.example')).statusCode).toBe(200);
});

test('a page that may draw on a picture reads it from there when its origin is listed, and no other page does', async () => {
  const [listed, other] = [await granted(), await granted()];
  const read = await get(listed.pathname, 'content.example', { origin: 'https://host.example' });
  expect([read.statusCode, read.headers['access-control-allow-origin']]).toEqual([200, 'https://host.example']);
  expect(refusalOf(await get(other.pathname, 'content.example', { origin: 'https://evil.example' }))).toBe(
    '403 forbidden-origin',
  );
});

test('the inbox may show, play and read what stands there, and other pages may not', () => {
  const rules = (page: 'inbox' | 'host'): readonly string[] => contentPolicy(page, 'n', CONTENT).split('; ');
  expect(rules('inbox')).toContain(`connect-src 'self' ${CONTENT}`);
  expect(rules('inbox')).toContain(`img-src 'self' blob: data: ${CONTENT}`);
  expect(rules('inbox')).toContain(`media-src 'self' blob: ${CONTENT}`);
  expect(rules('host').join()).not.toContain(CONTENT);
});
