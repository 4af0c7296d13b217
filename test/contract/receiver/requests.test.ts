import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { receiverOfFile } from './receiverOfFile';
import { accepted, aSubmission, aWireQuestion, nextId, refusalOf } from './wire';

const { receiver, sanne } = await receiverOfFile();

const putBody = (payload: string | Buffer, type = 'application/json') =>
  receiver.send({
    method: 'PUT',
    url: `/v1/submissions/${nextId()}`,
    payload,
    headers: { authorization: `Bearer ${sanne.token}`, ...(type !== '' && { 'content-type': type }) },
  });

test.each([
  ['', 'nothing'],
  ['{', 'a brace'],
  ['[1,]', 'a trailing comma'],
  ["{'a':1}", 'single quotes'],
  ['{"a":1}{"a":1}', 'two values'],
  ['NaN', 'NaN'],
  ['[-]', 'a lone minus'],
  ['[1e]', 'half a number'],
  ['["\\x"]', 'a wrong escape'],
  ['["\t"]', 'a raw tab'],
  ['nul', 'half a word'],
  ['\ufeff{}', 'a byte order mark'],
  ['{"a":"\\u0000"}', 'a NUL'],
  ['{"a":"\\ud800"}', 'half a surrogate pair'],
  ['{"\\udfff":1}', 'half a pair in a name'],
  ['[]', 'a list'],
  ['null', 'null'],
  ['"text"', 'a text'],
  ['1e400', 'a number beyond all'],
  ['['.repeat(100_000), '100,000 open lists'],
  [`${'['.repeat(50_000)}${']'.repeat(50_000)}`, '50,000 nested lists'],
  ['{"__proto__":{"admin":true}}', '__proto__'],
  ['{"constructor":{"prototype":{"admin":true}}}', 'constructor'],
  ['{"schema":1,"schema":1}', 'a member twice'],
])('answers %.30j with 400 (%s)', async (body) => {
  const answer = await putBody(body);
  expect(answer.statusCode).toBe(400);
  expect(refusalOf(answer)).toMatch(/^400 (malformed|unknown-member)$/);
  expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
});

test('refuses bytes that are not UTF-8', async () => {
  expect(refusalOf(await putBody(Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])))).toBe('400 malformed');
});

test.each([
  ['text/plain'],
  ['application/xml'],
  ['multipart/form-data; boundary=x'],
  ['application/x-www-form-urlencoded'],
])('refuses a body of type %s', async (type) => {
  expect(refusalOf(await putBody('{}', type))).toBe('415 unsupported-type');
});

test('keeps every character that can be kept', async () => {
  const text = 'é ü ‮ \u200b 😀 𠮷 \u0001 " \\ \u2028 </script> %00 \\u0000';
  const receipt = await accepted(receiver, sanne, aSubmission(sanne.owner, { questions: [aWireQuestion({ text })] }));
  const rows = await receiver.behind(
    `select body ->> 'text' as text from question where submission_id = '${receipt.id}'`,
  );
  expect(rows).toEqual([{ text }]);
});

test('never answers 5xx and never keeps half of anything, whatever is sent to whatever address', async () => {
  const { paths } = (await receiver.send({ method: 'GET', url: '/v1/openapi.json' })).json<{
    paths: Record<string, Record<string, unknown>>;
  }>();
  const addresses = Object.entries(paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => ({ method: method.toUpperCase() as 'GET', path })),
  );
  const agent = await receiver.agent();
  const good = JSON.stringify(aSubmission(sanne.owner));
  const body = fc.oneof(
    fc.json(),
    fc.string(),
    fc
      .record({
        schema: fc.constant(1),
        owner: fc.constant(sanne.owner),
        text: fc.string({ unit: 'binary' }),
        attachments: fc.array(fc.jsonValue(), { maxLength: 2 }),
      })
      .map((value) => JSON.stringify(value)),
    fc
      .tuple(fc.nat(good.length), fc.string({ maxLength: 3 }))
      .map(([at, put]) => good.slice(0, at) + put + good.slice(at + put.length)),
  );
  const segment = fc.oneof(
    fc.constant(nextId()),
    fc.constantFrom('%00', '..', 'a'.repeat(300), '%E0%A4', "'; drop table question; --", '🦊'),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...addresses),
      segment,
      body,
      fc.webQueryParameters(),
      async ({ method, path }, id, payload, query) => {
        const url = `/v1${path.replace(/\{\w+\}/g, () => encodeURI(id).replace(/%25/g, '%'))}?${query}`;
        const token = path.startsWith('/agent') ? agent : sanne.token;
        const withBody = method !== 'GET' && method !== ('HEAD' as string);
        const answer = await receiver.app.inject({
          method,
          url,
          payloadAsStream: true, // one of them never ends
          ...(withBody && { payload }),
          headers: { authorization: `Bearer ${token}`, ...(withBody && { 'content-type': 'application/json' }) },
        });
        expect(answer.statusCode).toBeLessThan(500);
        answer.raw.res.destroy();
      },
    ),
    { numRuns: 400, seed: 2, endOnFailure: true },
  );
  const [halves] = await receiver.behind(
    'select count(*)::int as count from submission s where not exists (select 1 from question q where q.submission_id = s.id)',
  );
  expect(halves).toEqual({ count: 0 });
  expect(receiver.logged.filter((line) => line.includes('"stack"'))).toEqual([]);
});

test('answers an unknown address with 404 and a wrong method with 405 and what is allowed', async () => {
  const nowhere = await receiver.send({ method: 'GET', url: '/v1/nowhere' });
  const wrong = await receiver.send({
    method: 'DELETE',
    url: '/v1/me',
    headers: { authorization: `Bearer ${sanne.token}` },
  });
  expect([nowhere, wrong].map(refusalOf)).toEqual(['404 not-found', '405 method-not-allowed']);
  expect(wrong.headers['allow']).toBe('GET');
});

test('carries its headers on every answer, good or bad', async () => {
  const answers = [
    await receiver.get('/v1/me', sanne),
    await receiver.send({ method: 'GET', url: '/v1/me' }),
    await receiver.send({ method: 'GET', url: '/v1/nowhere' }),
    await putBody('{'),
  ];
  for (const { headers } of answers) {
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'referrer-policy': 'no-referrer',
    });
    expect(headers['x-request-id']).toBeDefined();
  }
});

test('repeats a request id that was given, and only a decent one', async () => {
  const asked = async (id: string) =>
    (await receiver.send({ method: 'GET', url: '/v1/nowhere', headers: { 'x-request-id': id } })).headers[
      'x-request-id'
    ];
  expect(await asked('abc-123')).toBe('abc-123');
  expect(await asked('a b"c')).not.toBe('a b"c');
});

test('lets pages of listed origins in and no others', async () => {
  const call = (origin: string, more: Record<string, string> = {}, method: 'GET' | 'OPTIONS' = 'GET') =>
    receiver.send({
      method,
      url: '/v1/me',
      headers: { authorization: `Bearer ${sanne.token}`, origin, host: 'receiver.example', ...more },
    });
  const [listed, own, other, sandboxed] = [
    await call('https://host.example'),
    await call('https://receiver.example'),
    await call('https://evil.example'),
    await call('null'),
  ];
  expect([listed.statusCode, listed.headers['access-control-allow-origin']]).toEqual([200, 'https://host.example']);
  expect(listed.headers['access-control-allow-credentials']).toBeUndefined();
  expect([own.statusCode, own.headers['access-control-allow-origin']]).toEqual([200, undefined]);
  expect([other, sandboxed].map(refusalOf)).toEqual(['403 forbidden-origin', '403 forbidden-origin']);
  const asked = await call('https://host.example', { 'access-control-request-method': 'PUT' }, 'OPTIONS');
  expect([asked.statusCode, asked.headers['access-control-max-age']]).toEqual([204, '7200']);
  expect(asked.headers['access-control-allow-headers']).toContain('content-digest');
});

test('writes nothing of what people said or are called into the log', async () => {
  const secret = 'Kanarie-Janssen-19500312';
  await accepted(
    receiver,
    sanne,
    aSubmission(sanne.owner, { questions: [aWireQuestion({ text: secret, client: { scope: 'one', ref: secret } })] }),
  );
  await receiver.get(`/v1/submissions?after=${secret}`, sanne);
  await receiver.put(`/v1/submissions/${secret}`, sanne, { [secret]: secret });
  expect(receiver.logged.length).toBeGreaterThan(10);
  expect(receiver.logged.join('\n')).not.toMatch(/Kanarie|Sanne|Bearer/);
});

test.each([
  ['a hundred times 2 MB', 100, 2],
  ['ten times 20 MB', 10, 20],
  ['once 200 MB', 1, 200],
])('makes a refusal arrive although the body is far too large: %s', async (_what, times, megabytes) => {
  if (!receiver.app.server.listening) await receiver.app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = receiver.app.server.address() as AddressInfo; // listening on a port
  const pieces = Array.from<Buffer>({ length: megabytes }).fill(Buffer.alloc(1_048_576, 32));
  const statuses: string[] = [];
  for (let turn = 0; turn < times; turn += 1) statuses.push(await firstLine(port, sanne.token, pieces));
  expect(statuses).toEqual(Array.from({ length: times }, () => 'HTTP/1.1 413 Payload Too Large'));
});

/** Sends the whole body before it reads, as a browser does, and gives the first line of the answer. */
function firstLine(port: number, token: string, pieces: readonly Buffer[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
    socket.on('error', reject);
    socket.on('data', (answer) => {
      resolve(String(answer).split('\r\n')[0] ?? '');
      socket.destroy();
    });
    socket.write(
      `PUT /v1/submissions/${nextId()} HTTP/1.1\r\nHost: receiver\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n`,
    );
    for (const piece of pieces) socket.write(piece);
  });
}
