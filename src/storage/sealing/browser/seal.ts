import { fail, succeed } from '../../../foundation/result';
import type { StoreName, Stored } from '../../keyValueStore';
import { boundTo, isSealedValue, itemOf, type SealedValue } from '../sealedValue';
import { decrypt, encrypt } from './cipher';
import type { Keyring } from './keyring';

/** Where a value lies. */
export interface Place {
  readonly room: StoreName;
  readonly key: string;
}

/** Closes and opens the values of one owner. */
export interface Seal {
  /** Encrypts a value for its place. Rejects when there is no key. */
  close(place: Place, value: unknown): Promise<SealedValue>;
  /** Gives a value back; what was never sealed as it is. */
  open<Value>(place: Place, value: unknown): Stored<Value | undefined>;
}

/** Creates the seal of one owner. */
export function createSeal(owner: string, ring: Keyring): Seal {
  const open = async <Value>(place: Place, { kid, lock, holds, bytes }: SealedValue): Stored<Value> => {
    const key = await ring.unlock(kid, lock);
    if (!key.ok) return key;
    try {
      const plain = await decrypt(key.value, bytes, boundTo({ owner, ...place, holds }));
      return succeed((holds === 'bytes' ? plain : JSON.parse(new TextDecoder().decode(plain))) as Value); // what was sealed
    } catch {
      return fail({
        code: 'seal-broken',
        message: 'What was kept was changed, or lies in another place than it was put.',
      });
    }
  };
  return {
    async close(place, value) {
      const holds = value instanceof ArrayBuffer ? 'bytes' : 'json';
      const plain = value instanceof ArrayBuffer ? value : new TextEncoder().encode(JSON.stringify(value));
      const { key, lock, kid } = await ring.itemKey(itemOf(place.room, place.key));
      return { seal: 1, kid, lock, holds, bytes: await encrypt(key, plain, boundTo({ owner, ...place, holds })) };
    },
    open: <Value>(place: Place, value: unknown): Stored<Value | undefined> =>
      isSealedValue(value) ? open<Value>(place, value) : Promise.resolve(succeed(value as Value | undefined)), // a row, or kept before there was sealing
  };
}
