import { isId, type Id } from '../../../foundation/id';
import type { PublicDeviceKey } from '../../../protocol/deviceKey';
import type { KeyValueStore } from '../../keyValueStore';

/** What `meta` holds of a key: nothing secret. */
export interface KnownKey {
  readonly kid: string;
  readonly publicKey: PublicDeviceKey;
  readonly expiresAt: string;
  /** Nobody can open anything with it any more. */
  readonly isGone?: boolean;
}

/** Which device this is, and which keys it has had: one per device id, because two tabs may each have made one. */
export interface KnownKeys {
  /** Gives the number of this device; made when there is none. */
  device(): Promise<Id>;
  renameDevice(to: Id): Promise<unknown>;
  of(device: Id): Promise<KnownKey | undefined>;
  /** Finds the device that a key belongs to. */
  named(kid: string): Promise<{ readonly device: Id; readonly key: KnownKey } | undefined>;
  devices(): Promise<readonly Id[]>;
  /** False: it could not be kept. */
  note(device: Id, key: KnownKey): Promise<boolean>;
}

const PREFIX = 'key/';
const deviceOf = (key: string): Id => key.slice(PREFIX.length) as Id; // put there by `note`

/** Creates the list of keys that is kept in an owner's `meta`. */
export function createKnownKeys(meta: KeyValueStore, newId: () => Id): KnownKeys {
  const renameDevice = (to: Id): Promise<unknown> => meta.setMany([['device', to]]);
  return {
    renameDevice,
    async device() {
      const known = await meta.get('device');
      if (known.ok && isId(known.value)) return known.value;
      const made = newId();
      await renameDevice(made);
      return made;
    },
    async of(device) {
      const found = await meta.get<KnownKey>(PREFIX + device);
      return found.ok ? found.value : undefined;
    },
    async named(kid) {
      const all = await meta.entries<KnownKey>(PREFIX);
      const entry = all.ok ? all.value.find(([, key]) => key.kid === kid) : undefined;
      return entry && { device: deviceOf(entry[0]), key: entry[1] };
    },
    async devices() {
      const all = await meta.keys(PREFIX);
      return all.ok ? all.value.map(deviceOf) : [];
    },
    note: async (device, { kid, publicKey, expiresAt, isGone = false }) =>
      (await meta.setMany([[PREFIX + device, { kid, publicKey, expiresAt, isGone }]])).ok,
  };
}
