/**
 * What the device keeps is sealed: encrypted to a public key of which only the receiver has the private half.
 *
 * Terms: a *device key* is that pair, one per person and device; an *item key* is random and encrypts one item; a *lock* is an item key, wrapped.
 * Invariants: nothing secret is ever written to the disk; a private half and item keys are in memory only and go at sign-out;
 * a ciphertext opens only for its owner and in the place where it was put; without a key nothing personal touches the disk.
 */
export { createSealedDatabase, type SealedDatabaseOptions } from './browser/sealedDatabase';
export type { KeySource } from './ports';
