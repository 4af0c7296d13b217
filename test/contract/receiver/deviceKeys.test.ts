import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DeviceKey } from '../../../src/protocol';
import { startReceiver, type Caller, type ReceiverUnderTest } from './receiverUnderTest';
import { nextId, refusalOf } from './wire';

let receiver: ReceiverUnderTest;
let sanne: Caller;

beforeAll(async () => {
  receiver = await startReceiver();
  sanne = await receiver.asker();
});
afterAll(() => receiver.close());

const DAY_MS = 86_400_000;
const ask = (device: string, { token }: Pick<Caller, 'token'>, method: 'PUT' | 'DELETE' = 'PUT') =>
  receiver.send({
    method,
    url: `/v1/me/device-keys/${device}`,
    headers: { authorization: `Bearer ${token}` },
  });

test('gives a device its key, and the same one every time after that', async () => {
  const device = nextId();
  const first = await ask(device, sanne);
  expect(first.statusCode).toBe(201);
  expect(first.headers['cache-control']).toBe('no-store');
  const again = await ask(device, sanne);
  expect(again.statusCode).toBe(200);
  expect(again.json()).toEqual(first.json());
  const { publicKey, privateKey, expiresAt } = first.json<DeviceKey>();
  expect(privateKey).toMatchObject(publicKey);
  expect(Date.parse(expiresAt)).toBe(receiver.time.now + 400 * DAY_MS);
});

test('gives halves that belong together', async () => {
  const { publicKey, privateKey } = (await ask(nextId(), sanne)).json<DeviceKey>();
  const curve = { name: 'ECDH', namedCurve: 'P-256' };
  const other = await crypto.subtle.generateKey(curve, false, ['deriveBits']);
  const mine = await crypto.subtle.importKey('jwk', { ...privateKey }, curve, false, ['deriveBits']);
  const theirs = await crypto.subtle.importKey('jwk', { ...publicKey }, curve, false, []);
  const [one, two] = await Promise.all([
    crypto.subtle.deriveBits({ name: 'ECDH', public: other.publicKey }, mine, 256),
    crypto.subtle.deriveBits({ name: 'ECDH', public: theirs }, other.privateKey, 256),
  ]);
  expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
});

test('gives another person, another organisation and another device another key', async () => {
  const device = nextId();
  const callers = [
    sanne,
    await receiver.asker('p-mehmet'),
    await receiver.asker('p-sanne', { claims: { org: 'elders' } }),
  ];
  const answers = await Promise.all(callers.map((caller) => ask(device, caller)));
  answers.push(await ask(nextId(), sanne));
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([201, 201, 201, 201]);
  const keys = answers.map((answer) => answer.json<DeviceKey>());
  expect(new Set(keys.map(({ kid }) => kid)).size).toBe(4);
  expect(new Set(keys.map(({ privateKey }) => privateKey.d)).size).toBe(4);
});

test('gives two tabs that ask at the same time one key', async () => {
  const device = nextId();
  const answers = await Promise.all(Array.from({ length: 4 }, () => ask(device, sanne)));
  expect(new Set(answers.map((answer) => answer.json<DeviceKey>().kid)).size).toBe(1);
});

test('erases a key for ever, and nobody else can', async () => {
  const device = nextId();
  const { privateKey } = (await ask(device, sanne)).json<DeviceKey>();
  expect((await ask(device, await receiver.asker('p-mehmet'), 'DELETE')).statusCode).toBe(204);
  expect((await ask(device, sanne)).statusCode).toBe(200);
  expect((await ask(device, sanne, 'DELETE')).statusCode).toBe(204);
  expect((await ask(device, sanne, 'DELETE')).statusCode).toBe(204);
  expect(refusalOf(await ask(device, sanne))).toBe('410 key-gone');
  expect(JSON.stringify(await receiver.behind('select * from device_key'))).not.toContain(privateKey.d);
});

test('keeps a key that is used, and erases one that nobody asked for in 400 days', async () => {
  const [used, left] = [nextId(), nextId()];
  const first = (await ask(used, sanne)).json<DeviceKey>();
  const { privateKey } = (await ask(left, sanne)).json<DeviceKey>();
  receiver.time.now += 399 * DAY_MS;
  sanne = await receiver.asker();
  expect((await ask(used, sanne)).json<DeviceKey>().kid).toBe(first.kid);
  receiver.time.now += DAY_MS;
  sanne = await receiver.asker();
  expect((await ask(used, sanne)).json<DeviceKey>().kid).toBe(first.kid);
  expect(refusalOf(await ask(left, sanne))).toBe('410 key-gone');
  expect(JSON.stringify(await receiver.behind('select * from device_key'))).not.toContain(privateKey.d);
});

test('tells a key to nobody without a token, and to no log', async () => {
  const device = nextId();
  const key = (await ask(device, sanne)).json<DeviceKey>();
  expect(refusalOf(await ask(device, { token: '' }))).toBe('401 token-invalid');
  expect((await ask('niet-een-id', sanne)).statusCode).toBe(400);
  for (const secret of [key.privateKey.d, key.kid, device]) expect(receiver.logged.join('\n')).not.toContain(secret);
});
