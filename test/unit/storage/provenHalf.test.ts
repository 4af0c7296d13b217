import { describe, expect, it } from 'vitest';
import type { DeviceKey } from '../../../src/protocol/deviceKey';
import { importPublic, newItemKey, openLock, provenHalf } from '../../../src/storage/sealing/browser/cipher';

/** A pair as a receiver makes it. */
async function aPair(kid = 'k-1'): Promise<DeviceKey> {
  const { privateKey } = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits']);
  const { x = '', y = '', d = '' } = await crypto.subtle.exportKey('jwk', privateKey); // a key on a curve has all three
  const publicKey = { kty: 'EC', crv: 'P-256', x, y } as const;
  return { kid, publicKey, privateKey: { ...publicKey, d }, expiresAt: '2027-01-01T00:00:00Z' };
}

/** Changes one bit of a member of a key. */
function flipped(member: string): string {
  const bytes = Buffer.from(member, 'base64url');
  bytes.writeUInt8(bytes.readUInt8(7) ^ 1, 7);
  return bytes.toString('base64url');
}

describe('the pair of a device', () => {
  it('gives its private half when the two halves fit, and what is sealed to the one opens with the other', async () => {
    const pair = await aPair();
    const half = await provenHalf(pair);
    expect(half).toMatchObject({ type: 'private', usages: ['deriveBits'] });
    const { key, lock } = await newItemKey(await importPublic(pair.publicKey), 'about');
    const opened = half && (await openLock(half, lock, 'about'));
    expect(opened?.algorithm).toEqual(key.algorithm);
  });

  it('gives a half that nobody can read out of the page again', async () => {
    const half = await provenHalf(await aPair());
    expect(half?.extractable).toBe(false);
  });

  it.each<[string, (pair: DeviceKey) => DeviceKey | Promise<DeviceKey>]>([
    ['the public half is of another pair', async (pair) => ({ ...pair, publicKey: (await aPair()).publicKey })],
    [
      'a bit of the secret number changed',
      (pair) => ({
        ...pair,
        privateKey: { ...pair.privateKey, d: flipped(pair.privateKey.d) },
      }),
    ],
    [
      'a bit of the public point changed',
      (pair) => ({
        ...pair,
        publicKey: { ...pair.publicKey, x: flipped(pair.publicKey.x) },
      }),
    ],
    [
      'a bit of both points changed',
      (pair) => {
        const y = flipped(pair.publicKey.y);
        return { ...pair, publicKey: { ...pair.publicKey, y }, privateKey: { ...pair.privateKey, y } };
      },
    ],
    [
      'the secret number is cut off',
      (pair) => ({
        ...pair,
        privateKey: { ...pair.privateKey, d: pair.privateKey.d.slice(0, 20) },
      }),
    ],
    ['a half is empty', (pair) => ({ ...pair, publicKey: { ...pair.publicKey, x: '', y: '' } })],
    ['a half is not base64url', (pair) => ({ ...pair, privateKey: { ...pair.privateKey, d: '<html>' } })],
  ])('gives nothing, and does not throw, when %s', async (_what, damaged) => {
    expect(await provenHalf(await damaged(await aPair()))).toBeUndefined();
  });
});
