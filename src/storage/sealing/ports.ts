import type { Failure, Result } from '../../foundation/result';
import type { Id } from '../../foundation/id';
import type { DeviceKey } from '../../protocol/deviceKey';

/**
 * Where the pair of a device comes from: the receiver, who alone keeps the private half.
 * `key-away`: not to be had now · `key-gone`: revoked or forgotten, for good.
 */
export interface KeySource {
  /** Gives the pair of a device of this owner; the same one every time. */
  fetch(device: Id): Promise<Result<DeviceKey, Failure<'key-away' | 'key-gone'>>>;
  /** Gives what erases a private half for good. It has its own token, so it works after the person has signed out. */
  revoker(): Promise<(device: Id) => Promise<Result<void>>>;
}
