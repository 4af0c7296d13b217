import type { Clock } from '../../../foundation/clock';
import type { Id } from '../../../foundation/id';
import { fail, succeed, type Failure, type Result } from '../../../foundation/result';
import type { DeviceKey } from '../../../protocol/deviceKey';
import type { KeyValueStore } from '../../keyValueStore';
import type { KeySource } from '../ports';
import { importPublic, provenHalf } from './cipher';
import { createKnownKeys, type KnownKeys } from './knownKeys';

/** Why a key is not there: `key-away` for now, `key-gone` for good. */
export type KeyProblem = Failure<'key-away' | 'key-gone'>;

/** The public half that is sealed to now. */
export interface PublicHalf {
  readonly kid: string;
  readonly key: CryptoKey;
}

/** The pairs of one owner on this device. Private halves are in memory only. */
export interface DeviceKeys {
  /** What can be sealed to now. */
  readonly current: PublicHalf | undefined;
  /** Finds the public half: what is known here, else by asking. Asks at most once at a time, and not again within two seconds. */
  prepare(): Promise<PublicHalf | undefined>;
  privateHalf(kid: string): Promise<Result<CryptoKey, KeyProblem>>;
  /** Gets ready to erase the private halves at the receiver; the answer does it. */
  revocation(): Promise<() => Promise<void>>;
  forget(): void;
}

/** What the keys of a device are found with. */
export interface DeviceKeysOptions {
  /** The owner's room for what is not secret. */
  readonly meta: KeyValueStore;
  readonly source: KeySource;
  readonly clock: Pick<Clock, 'now'>;
  newId(): Id;
  /** Nothing must be sealed to the old one any more. */
  onReplaced(): void;
}

const ASK_AGAIN_MS = 2_000;
/** A key in use is asked for this long before it would be forgotten: half its life. */
const RENEW_BEFORE_MS = 200 * 86_400_000;

/** Creates the keys of a device. Nothing is asked before the first `prepare` or `privateHalf`. */
export function createDeviceKeys({ meta, source, clock, newId, onReplaced }: DeviceKeysOptions): DeviceKeys {
  const known = createKnownKeys(meta, newId);
  let current: PublicHalf | undefined;
  let preparing: Promise<PublicHalf | undefined> | undefined;
  let askedAt = -Infinity;
  const replaced = (): void => {
    current = undefined;
    onReplaced();
  };
  const pairs = createPairs({ known, source, newId, onReplaced: replaced });

  const askForUse = async (device: Id): Promise<void> => {
    let found = await pairs.ask(device);
    if (!found.ok && found.problem.code === 'key-gone') found = await pairs.ask(await known.device());
    if (found.ok) current = { kid: found.value.kid, key: await importPublic(found.value.publicKey) };
  };

  const find = async (): Promise<PublicHalf | undefined> => {
    const device = await known.device();
    const noted = await known.of(device);
    if (noted && !noted.isGone) current = { kid: noted.kid, key: await importPublic(noted.publicKey) };
    const isFresh = noted && !noted.isGone && Date.parse(noted.expiresAt) - clock.now() > RENEW_BEFORE_MS;
    if (!isFresh) await askForUse(device);
    return current;
  };

  return {
    get current() {
      return current;
    },
    async prepare() {
      const isEarly = Math.abs(clock.now() - askedAt) < ASK_AGAIN_MS;
      if (current || (!preparing && isEarly)) return current;
      preparing ??= find()
        .catch(() => undefined)
        .finally(() => {
          askedAt = clock.now();
          preparing = undefined;
        });
      return preparing;
    },
    privateHalf: (kid) => pairs.privateHalf(kid),
    async revocation() {
      const [devices, revoke] = await Promise.all([known.devices(), source.revoker()]);
      return async () => void (await Promise.all(devices.map((device) => revoke(device))));
    },
    forget() {
      pairs.forget();
      current = undefined;
      askedAt = -Infinity;
    },
  };
}

type PairsOptions = Pick<DeviceKeysOptions, 'source' | 'newId' | 'onReplaced'> & { readonly known: KnownKeys };

/** Asks for pairs, notes the public halves and holds the private ones. */
function createPairs({ known, source, newId, onReplaced }: PairsOptions) {
  const halves = new Map<string, CryptoKey>();

  /** What may be noted is noted before anything is sealed to it. */
  const ask = async (device: Id): Promise<Result<DeviceKey, KeyProblem>> => {
    const found = await source.fetch(device);
    if (!found.ok && found.problem.code === 'key-gone') await letGo(device);
    if (!found.ok) return found;
    const half = await provenHalf(found.value);
    if (!half || !(await known.note(device, found.value))) return fail(problem('key-away'));
    halves.set(found.value.kid, half);
    return found;
  };

  /** A key that is gone makes room for a new one, under a new device. What was sealed to the old one stays where it is. */
  const letGo = async (device: Id): Promise<void> => {
    const noted = await known.of(device);
    if (noted) await known.note(device, { ...noted, isGone: true });
    if ((await known.device()) !== device) return;
    await known.renameDevice(newId());
    onReplaced();
  };

  return {
    ask,
    async privateHalf(kid: string): Promise<Result<CryptoKey, KeyProblem>> {
      const held = halves.get(kid);
      if (held) return succeed(held);
      const found = await known.named(kid);
      if (!found || found.key.isGone) return fail(problem('key-gone'));
      const asked = await ask(found.device);
      const half = halves.get(kid);
      if (half) return succeed(half);
      return asked.ok ? fail(problem('key-gone')) : asked;
    },
    forget: (): void => halves.clear(),
  };
}

const problem = (code: KeyProblem['code']): KeyProblem => ({
  code,
  message: code === 'key-gone' ? 'Nobody has the key for this any more.' : 'The key cannot be had or kept now.',
});
