/**
 * The part that is always on the page: doors, a queue for early calls, and the one import of everything else.
 * It costs no request and no storage until the page is idle, a door is approached, or the host calls.
 */
import { createCallQueue, type Call } from './callQueue';
import type { SupportOptions } from '../api/options';
import { startDoors, type DoorOptions, type Doors } from './doors';

/** What the core offers the loader. */
export interface Core {
  /** Starts everything behind the doors and answers what carries out calls. It closes the doors when there is nothing behind them. */
  startSupport(options: unknown, doors: Doors): { readonly isRunning: boolean; call(call: Call): void };
}

/** Calls that are no reason to fetch anything before the page is idle: listening, and what a host says of hints at each page. */
const WAITS = /^(on(ce)?|hints\..+)$/;

/** A started loader. */
export interface Loader {
  /** Carries out a call of the handle by name, now or as soon as the core is there. */
  call(call: Call): void;
  /** Whether the options could not be used: somebody may try again with better ones. */
  hasFailed(): boolean;
}

/**
 * Starts the doors at once and fetches the core when the page is idle, or at the first intent or call.
 *
 * @example
 * startLoader(window, { backend: 'https://support.example.nl', launcher: true });
 */
export function startLoader(
  view: Window,
  options: SupportOptions | DoorOptions,
  load: () => Promise<Core> = () => import('../support'),
): Loader {
  const queue = createCallQueue();
  let isLoading = false;
  let isEnded = false;
  let hasFailed = false;
  const fetchCore = (): void => {
    if (isLoading || isEnded) return;
    isLoading = true;
    load().then(
      (core) => {
        if (isEnded) return;
        const { call, isRunning } = core.startSupport(options, doors);
        hasFailed = !isRunning;
        queue.connect(call);
      },
      () => (isLoading = false), // the next press tries again
    );
  };
  const doors = startDoors(view, options, {
    onPress: fetchCore,
    onIntent: fetchCore,
    onOpen(target, opener) {
      queue.add(['open', target, opener]);
      fetchCore();
    },
  });
  void doors.idle.then(fetchCore);
  return {
    hasFailed: () => hasFailed,
    call(call) {
      if (call[0] === 'destroy' && !isLoading) {
        isEnded = true;
        return doors.end();
      }
      queue.add(call);
      if (!WAITS.test(call[0])) fetchCore();
    },
  };
}
