import type { DeviceKey, PublicDeviceKey } from '../../../protocol/deviceKey';

/** The one file that makes and uses keys. Everything is WebCrypto's; no key can be taken out of it but an item key, wrapped. */
const CURVE = { name: 'ECDH', namedCurve: 'P-256' };
const IV_BYTES = 12;
const POINT_BYTES = 65;

/** A key for one item, and its wrapped form: who has the private half opens the lock. */
export interface ItemKey {
  readonly key: CryptoKey;
  readonly lock: ArrayBuffer;
}

/** Takes in a public half. */
export const importPublic = ({ kty, crv, x, y }: PublicDeviceKey): Promise<CryptoKey> =>
  crypto.subtle.importKey('jwk', { kty, crv, x, y }, CURVE, false, []);

/** Takes in a private half, so that it can be used and never read again. */
const importPrivate = ({ privateKey: { kty, crv, x, y, d } }: DeviceKey): Promise<CryptoKey> =>
  crypto.subtle.importKey('jwk', { kty, crv, x, y, d }, CURVE, false, ['deriveBits']);

/** Gives the private half of a pair that fits; nothing when it was damaged on the way, because what is sealed to that never opens. */
export async function provenHalf(pair: DeviceKey): Promise<CryptoKey | undefined> {
  try {
    const [privateHalf, publicHalf] = await Promise.all([importPrivate(pair), importPublic(pair.publicKey)]);
    const { lock } = await newItemKey(publicHalf, pair.kid);
    await openLock(privateHalf, lock, pair.kid);
    return privateHalf;
  } catch {
    return undefined;
  }
}

/** Makes a random 256-bit key and wraps it: ephemeral ECDH, HKDF-SHA-256, AES-GCM. */
export async function newItemKey(publicHalf: CryptoKey, about: string): Promise<ItemKey> {
  const raw = crypto.getRandomValues(new Uint8Array(32));
  const ephemeral = await crypto.subtle.generateKey(CURVE, false, ['deriveBits']);
  const point = await crypto.subtle.exportKey('raw', ephemeral.publicKey);
  const wrapping = await wrappingKey(ephemeral.privateKey, publicHalf, { point, about });
  const [key, wrapped] = await Promise.all([importItemKey(raw), encrypt(wrapping, raw, about)]);
  raw.fill(0);
  return { key, lock: joined(point, wrapped) };
}

/** Opens a lock with the private half; rejects when it was made for another one, or touched. */
export async function openLock(privateHalf: CryptoKey, lock: ArrayBuffer, about: string): Promise<CryptoKey> {
  const point = lock.slice(0, POINT_BYTES);
  const publicHalf = await crypto.subtle.importKey('raw', point, CURVE, false, []);
  const wrapping = await wrappingKey(privateHalf, publicHalf, { point, about });
  return importItemKey(await decrypt(wrapping, lock.slice(POINT_BYTES), about));
}

/** AES-256-GCM with a random IV in front. `about` is authenticated: with another one it does not open. */
export async function encrypt(key: CryptoKey, plain: BufferSource, about: string): Promise<ArrayBuffer> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  return joined(iv.buffer, await crypto.subtle.encrypt(gcm(iv, about), key, plain));
}

/** Gives back what was encrypted; rejects when a bit or the place differs. */
export const decrypt = (key: CryptoKey, bytes: ArrayBuffer, about: string): Promise<ArrayBuffer> =>
  crypto.subtle.decrypt(gcm(new Uint8Array(bytes, 0, IV_BYTES), about), key, new Uint8Array(bytes, IV_BYTES));

const gcm = (iv: Uint8Array<ArrayBuffer>, about: string) => ({
  name: 'AES-GCM',
  iv,
  additionalData: new TextEncoder().encode(about),
});

const importItemKey = (raw: BufferSource): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);

async function wrappingKey(
  privateHalf: CryptoKey,
  publicHalf: CryptoKey,
  { point, about }: { readonly point: ArrayBuffer; readonly about: string },
): Promise<CryptoKey> {
  const secret = await crypto.subtle.deriveBits({ name: 'ECDH', public: publicHalf }, privateHalf, 256);
  const base = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
  const purpose = new TextEncoder().encode(`cliendo-support|${about}`);
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: point, info: purpose },
    base,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

function joined(first: ArrayBuffer, second: ArrayBuffer): ArrayBuffer {
  const whole = new Uint8Array(first.byteLength + second.byteLength);
  whole.set(new Uint8Array(first));
  whole.set(new Uint8Array(second), first.byteLength);
  return whole.buffer;
}
