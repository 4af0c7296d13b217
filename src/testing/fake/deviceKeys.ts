import { createId, type Id } from '../../foundation/id';
import type { DeviceKey } from '../../protocol/deviceKey';
import { Refused } from './refusal';

/** Keeps the keys of devices, per owner. */
export interface DeviceKeys {
  get(device: Id, owner: string): Promise<DeviceKey>;
  remove(device: Id, owner: string): void;
}

/** Creates an empty cupboard. */
export function createDeviceKeys(): DeviceKeys {
  const keys = new Map<string, Promise<DeviceKey> | 'gone'>();
  const place = (device: Id, owner: string): string => `${owner} ${device}`;
  return {
    async get(device, owner) {
      const key = keys.get(place(device, owner)) ?? newKey();
      if (key === 'gone') throw new Refused('key-gone');
      keys.set(place(device, owner), key);
      return key;
    },
    remove: (device, owner) => void keys.set(place(device, owner), 'gone'),
  };
}

const LIFE_MS = 400 * 86_400_000;

async function newKey(): Promise<DeviceKey> {
  const pair = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits']);
  const { x = '', y = '', d = '' } = await crypto.subtle.exportKey('jwk', pair.privateKey); // an EC key has all three
  const publicKey = { kty: 'EC', crv: 'P-256', x, y } as const;
  const kid = createId((count) => crypto.getRandomValues(new Uint8Array(count)));
  return { kid, publicKey, privateKey: { ...publicKey, d }, expiresAt: new Date(Date.now() + LIFE_MS).toISOString() };
}
