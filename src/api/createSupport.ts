import { startDoors, type DoorOptions } from '../loader/doors';
import type { SupportOptions } from './options';
import { startHandle } from './startSupport';
import type { Support } from './support';

/**
 * Starts support on this page and gives its handle at once. Never throws: what is wrong with the options stands in
 * `state.problems` and comes as the `problem` event. Where there is no document (server rendering) the handle does nothing.
 * A second call while one runs warns and gives the running handle.
 *
 * @example
 * const support = createSupport({ backend: 'https://support.example.nl', auth: '/support-token' });
 * support.on('unread', ({ count }) => badge.show(count));
 *
 * @public
 */
export function createSupport(options: SupportOptions): Support {
  return startHandle(options, () => startDoors(window, options as DoorOptions, QUIET)); // its shape has been checked by then
}

/** Nobody listens at the doors until the handle is there, which is in the same task. */
const QUIET = { onPress: () => undefined, onIntent: () => undefined, onOpen: () => undefined };
