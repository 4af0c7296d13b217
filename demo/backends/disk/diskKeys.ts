import { randomUUID, webcrypto } from 'node:crypto';
import { join } from 'node:path';
import type { DeviceKey } from '@cliendo/support';
import type { Keeper } from '../edge/keeper';
import { Refusal } from '../edge/refusal';
import { namesIn, textOf, writeWhole } from './durable';
import type { Turns } from './turns';

const LIFE_MS = 400 * 86_400_000;

/** Keeps the keys of devices, each in a file of its owner's folder. One that was erased leaves its name, so that it never comes back. */
export function createDiskKeys(
  roomOf: (owner: string) => string,
  oneAtATime: Turns,
): Required<Pick<Keeper, 'deviceKey' | 'removeDeviceKey'>> {
  const fileOf = (owner: string, device: string): string => join(roomOf(owner), `${device}.key.json`);
  return {
    deviceKey: (owner, device) =>
      oneAtATime(owner, async () => {
        await namesIn(roomOf(owner));
        const found = await textOf(fileOf(owner, device));
        if (found === '') throw new Refusal('key-gone');
        if (found !== undefined) return JSON.parse(found) as DeviceKey; // written below
        const key = await newKey();
        await writeWhole(fileOf(owner, device), JSON.stringify(key));
        return key;
      }),
    removeDeviceKey: (owner, device) =>
      oneAtATime(owner, async () => {
        await namesIn(roomOf(owner));
        await writeWhole(fileOf(owner, device), '');
      }),
  };
}

async function newKey(): Promise<DeviceKey> {
  const pair = await webcrypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits']);
  const { x = '', y = '', d = '' } = await webcrypto.subtle.exportKey('jwk', pair.privateKey); // a key on a curve has all three
  const publicKey = { kty: 'EC', crv: 'P-256', x, y } as const;
  const expiresAt = new Date(Date.now() + LIFE_MS).toISOString();
  return { kid: randomUUID(), publicKey, privateKey: { ...publicKey, d }, expiresAt };
}
