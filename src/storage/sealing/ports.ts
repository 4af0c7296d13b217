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
  /** Erases a private half for good. */
  revoke(device: Id): Promise<Result<void>>;
}
