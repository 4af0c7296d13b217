import { fail, succeed, type Failure, type Result } from '../../../foundation/result';
import { newItemKey, openLock, type ItemKey } from './cipher';
import { createDeviceKeys, type DeviceKeys, type DeviceKeysOptions, type KeyProblem } from './deviceKeys';

/** A key for what is sealed now, and the device key to which it was wrapped. */
export interface SealingKey extends ItemKey {
  readonly kid: string;
}

/** The keys of one owner on this device: those of the device, and those of items. In memory only, and gone with `forget`. */
export interface Keyring extends Pick<DeviceKeys, 'current' | 'prepare' | 'revocation' | 'forget'> {
  /** Gives the key of an item that is sealed now; one and the same as long as the page lives. Rejects when there is none. */
  itemKey(item: string): Promise<SealingKey>;
  /** Gives the key that a lock holds; `seal-broken` when it was touched. */
  unlock(kid: string, lock: ArrayBuffer): Promise<Result<CryptoKey, KeyProblem | Failure<'seal-broken'>>>;
}

/** Creates a keyring. Nothing is asked before the first use. */
export function createKeyring(owner: string, options: Omit<DeviceKeysOptions, 'onReplaced'>): Keyring {
  const sealing = new Map<string, Promise<SealingKey>>();
  const opened = new Map<string, CryptoKey>();
  const device = createDeviceKeys({ ...options, onReplaced: () => sealing.clear() });
  const about = (kid: string): string => `1|${owner}|${kid}`;

  const makeItemKey = async (): Promise<SealingKey> => {
    const half = await device.prepare();
    if (!half) throw new Error('There is no key to seal to.');
    const made = await newItemKey(half.key, about(half.kid));
    opened.set(nameOf(made.lock), made.key);
    return { ...made, kid: half.kid };
  };

  return {
    get current() {
      return device.current;
    },
    prepare: () => device.prepare(),
    revocation: () => device.revocation(),
    itemKey(item) {
      const made = sealing.get(item) ?? makeItemKey();
      sealing.set(item, made);
      made.catch(() => sealing.delete(item)); // the next one may have a key
      return made;
    },
    async unlock(kid, lock) {
      const name = nameOf(lock);
      const held = opened.get(name);
      if (held) return succeed(held);
      const half = await device.privateHalf(kid);
      if (!half.ok) return half;
      try {
        const key = await openLock(half.value, lock, about(kid));
        opened.set(name, key);
        return succeed(key);
      } catch {
        return fail({ code: 'seal-broken', message: 'The wrapped key was changed or belongs to somebody else.' });
      }
    },
    forget() {
      sealing.clear();
      opened.clear();
      device.forget();
    },
  };
}

const nameOf = (lock: ArrayBuffer): string => String.fromCharCode(...new Uint8Array(lock));
