import { createApp } from '../app/createApp';
import type { DoorControl } from '../app/ports';
import { createOwnElement } from '../loader/launcher';
import { isOwnElement, startDoors, type DoorOptions, type Doors } from '../loader/doors';
import type { Call } from '../loader/callQueue';
import { whenIdle } from '../loader/whenIdle';
import { createConsoleLog } from './consoleLog';
import { decodeOptions } from './decodeOptions';
import { createHandle, createInertHandle, type Handle } from './handle';
import type { SupportOptions } from './options';
import type { Support } from './support';

/** Where the running handle is found: on our own element, so that a second copy of the script sees it too. */
const RUNNING: unique symbol = Symbol.for('cliendo-support') as never;

interface SupportRoot extends HTMLElement {
  [RUNNING]?: Handle;
}

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
  return start(options);
}

/**
 * Starts support for the loader, which has the doors open already. Gives the function that carries out calls by name.
 *
 * @internal
 */
export function startSupport(options: unknown, doors: Doors): (call: Call) => void {
  const handle = start(options, doors);
  return (call) => handle.call(call);
}

function start(options: unknown, given?: Doors): Handle {
  const log = createConsoleLog();
  if (typeof document === 'undefined') return createInertHandle(log, []);
  const running = document.querySelector<SupportRoot>('html > cliendo-support')?.[RUNNING];
  if (running) {
    log.warn('already-running', 'Support runs on this page already. The running handle is given; call destroy() on it first to start anew.');
    return running;
  }
  const { settings, problems } = decodeOptions(options);
  if (!settings) {
    given?.end();
    return createInertHandle(log, problems);
  }
  const root: SupportRoot = createOwnElement(document, 'cliendo-support');
  document.documentElement.append(root);
  const doors = given ?? startDoors(window, options as DoorOptions, QUIET); // its shape was checked just above
  let cancelIdle = (): void => undefined;
  const { handle, app } = createHandle({
    options: options as object, // decodeOptions gave settings, so it is an object
    problems,
    log,
    makeApp: (news) => createApp({ view: window, root, doors: doorControl(doors), settings, news, log, isOwn: isOwnElement }),
    onDestroyed() {
      cancelIdle();
      doors.end();
      root.remove();
    },
  });
  root[RUNNING] = handle;
  doors.listener = {
    onPress: () => app.press(),
    onIntent: () => app.intent(),
    onOpen: (target, opener) => void handle.call(['open', target, opener]),
  };
  cancelIdle = whenIdle(window, () => app.idle());
  return handle;
}

const QUIET = { onPress: () => undefined, onIntent: () => undefined, onOpen: () => undefined };

const doorControl = ({ launcher, setShortcut }: Doors): DoorControl => ({
  bar: launcher.bar,
  setLauncher: (face) => launcher.update(face),
  setShortcut,
});
