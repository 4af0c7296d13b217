import type { Clock } from '../../../foundation/clock';
import { isId, type Id } from '../../../foundation/id';
import { fail, succeed, type Failure, type Result } from '../../../foundation/result';
import type { DeviceKey, PublicDeviceKey } from '../../../protocol/deviceKey';
import type { KeyValueStore } from '../../keyValueStore';
import type { KeySource } from '../ports';
import { importPrivate, importPublic, newItemKey, openLock, type ItemKey } from './cipher';

/** Why a key is not there: `key-away` for now, `key-gone` for good, `seal-broken` when a lock was touched. */
export type KeyProblem = Failure<'key-away' | 'key-gone' | 'seal-broken'>;

/** What `meta` holds of a key: nothing secret. */
interface KnownKey {
  readonly kid: string;
  readonly publicKey: PublicDeviceKey;
  readonly expiresAt: string;
  /** Nobody can open anything with it any more. */
  readonly isGone?: boolean;
}

/** The keys of one owner on this device. Private halves and item keys are in memory only, and gone with `forget`. */
export interface Keyring {
  /** Whether something can be sealed. */
  readonly isReady: boolean;
  /** Finds the public half: what is known here, else by asking. Asks at most once at a time, and not again within two seconds. */
  prepare(): Promise<boolean>;
  /** Gives the key of an item that is sealed now; one and the same as long as the page lives. */
  itemKey(item: string): Promise<ItemKey & { readonly kid: string }>;
  /** Gives the key that a lock holds. */
  unlock(kid: string, lock: ArrayBuffer): Promise<Result<CryptoKey, KeyProblem>>;
  /** Erases the private halves at the receiver. */
  revoke(): Promise<void>;
  forget(): void;
}

/** What a keyring is made with. */
export interface KeyringOptions {
  readonly owner: string;
  /** The owner's room for what is not secret. */
  readonly meta: KeyValueStore;
  readonly source: KeySource;
  readonly clock: Pick<Clock, 'now'>;
  newId(): Id;
}

const KNOWN = 'key/';
const ASK_AGAIN_MS = 2_000;
/** A key in use is asked for this long before it would be forgotten: half its life. */
const RENEW_BEFORE_MS = 200 * 86_400_000;

/** Creates a keyring. Nothing is asked before the first `prepare` or `unlock`. */
export function createKeyring({ owner, meta, source, newId, clock }: KeyringOptions): Keyring {
  const privateHalves = new Map<string, CryptoKey>();
  const sealing = new Map<string, Promise<ItemKey & { readonly kid: string }>>();
  const opened = new Map<string, CryptoKey>();
  let current: { readonly kid: string; readonly publicHalf: CryptoKey } | undefined;
  let preparing: Promise<boolean> | undefined;
  let askedAt = -Infinity;
  const about = (kid: string): string => `1|${owner}|${kid}`;

  const device = async (): Promise<Id> => {
    const known = await meta.get('device');
    if (known.ok && isId(known.value)) return known.value;
    const made = newId();
    await meta.setMany([['device', made]]);
    return made;
  };
  const known = (id: Id) => meta.get<KnownKey>(KNOWN + id);

  /** Asks for a pair and notes what may be noted of it before anything is sealed to it. */
  const ask = async (id: Id): Promise<Result<DeviceKey, KeyProblem>> => {
    const found = await source.fetch(id);
    if (!found.ok && found.problem.code === 'key-gone') await letGo(id);
    if (!found.ok) return found;
    const { kid, publicKey, expiresAt } = found.value;
    const noted = await meta.setMany([[KNOWN + id, { kid, publicKey, expiresAt } satisfies KnownKey]]);
    if (!noted.ok) return fail({ code: 'key-away', message: 'The public key could not be kept.' });
    privateHalves.set(kid, await importPrivate(found.value));
    return found;
  };

  /** A key that is gone makes room for a new one, under a new device. What was sealed to the old one stays where it is. */
  const letGo = async (id: Id): Promise<void> => {
    const noted = await known(id);
    if (noted.ok && noted.value) await meta.setMany([[KNOWN + id, { ...noted.value, isGone: true }]]);
    if ((await device()) !== id) return;
    await meta.setMany([['device', newId()]]);
    current = undefined;
    sealing.clear();
  };

  const askForUse = async (id: Id): Promise<boolean> => {
    let found = await ask(id);
    if (!found.ok && found.problem.code === 'key-gone') found = await ask(await device());
    if (found.ok) current = { kid: found.value.kid, publicHalf: await importPublic(found.value.publicKey) };
    return found.ok;
  };

  const prepare = async (): Promise<boolean> => {
    const id = await device();
    const noted = await known(id);
    const key = noted.ok ? noted.value : undefined;
    if (!key || key.isGone) return askForUse(id);
    current = { kid: key.kid, publicHalf: await importPublic(key.publicKey) };
    if (Date.parse(key.expiresAt) - clock.now() < RENEW_BEFORE_MS) await askForUse(id);
    return true;
  };

  const privateHalf = async (kid: string): Promise<Result<CryptoKey, KeyProblem>> => {
    const held = privateHalves.get(kid);
    if (held) return succeed(held);
    const all = await meta.entries<KnownKey>(KNOWN);
    const entry = all.ok && all.value.find(([, key]) => key.kid === kid);
    if (!entry || entry[1].isGone)
      return fail({ code: 'key-gone', message: 'The key that this was sealed to is not known any more.' });
    const asked = await ask(entry[0].slice(KNOWN.length) as Id); // put there by `ask`
    const half = privateHalves.get(kid);
    if (half) return succeed(half);
    return asked.ok ? fail({ code: 'key-gone', message: 'The receiver has another key for this device.' }) : asked;
  };

  const prepareOnce = (): Promise<boolean> => {
    if (current) return Promise.resolve(true);
    if (!preparing && Math.abs(clock.now() - askedAt) < ASK_AGAIN_MS) return Promise.resolve(false);
    preparing ??= prepare()
      .catch(() => false)
      .finally(() => {
        askedAt = clock.now();
        preparing = undefined;
      });
    return preparing;
  };

  return {
    get isReady() {
      return current !== undefined;
    },
    prepare: prepareOnce,
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
      const half = await privateHalf(kid);
      if (!half.ok) return half;
      try {
        const key = await openLock(half.value, lock, about(kid));
        opened.set(name, key);
        return succeed(key);
      } catch {
        return fail({ code: 'seal-broken', message: 'The wrapped key was changed or belongs to somebody else.' });
      }
    },
    async revoke() {
      const all = await meta.keys(KNOWN);
      const ids = all.ok ? all.value.map((key) => key.slice(KNOWN.length) as Id) : []; // put there by `ask`
      await Promise.all(ids.map((id) => source.revoke(id)));
    },
    forget() {
      for (const keys of [privateHalves, sealing, opened]) keys.clear();
      current = undefined;
      askedAt = -Infinity;
    },
  };

  async function makeItemKey(): Promise<ItemKey & { readonly kid: string }> {
    if (!(await prepareOnce()) || !current) throw new Error('There is no key to seal to.');
    const { kid, publicHalf } = current;
    const made = await newItemKey(publicHalf, about(kid));
    opened.set(nameOf(made.lock), made.key);
    return { ...made, kid };
  }
}

/** A lock begins with a point that is used once, so its first bytes name it. */
const nameOf = (lock: ArrayBuffer): string => String.fromCharCode(...new Uint8Array(lock));
