import { createApp } from '../app/createApp';
import { createOwnElement } from '../app/ownElement';
import type { Call } from '../loader/callQueue';
import type { Doors } from '../loader/doors';
import { createConsoleLog } from './consoleLog';
import { decodeOptions } from './decodeOptions';
import { ALREADY_RUNNING, createHandle, createInertHandle, type Handle } from './handle';

/** Where the running handle is found: on our own element, so that a second copy of the script sees it too. */
const RUNNING: unique symbol = Symbol.for('cliendo-support') as never;

interface SupportRoot extends HTMLElement {
  [RUNNING]?: Handle;
}

/** What the loader gets back. */
export interface Started {
  /** Whether support runs; not with options that cannot be used. */
  readonly isRunning: boolean;
  /** Carries out a call of the handle by name. */
  call(call: Call): void;
}

/**
 * Starts support for the loader, which has the doors open already.
 *
 * @internal
 */
export function startSupport(options: unknown, doors: Doors): Started {
  let isUsed = false;
  const handle = startHandle(options, () => {
    isUsed = true;
    return doors;
  });
  if (!isUsed) doors.end();
  return { isRunning: isUsed, call: (call) => handle.call(call) };
}

/** Starts support and gives its handle; the doors are opened only when there is something behind them. */
export function startHandle(options: unknown, openDoors: () => Doors): Handle {
  const log = createConsoleLog();
  if (typeof document === 'undefined') return createInertHandle(log, []);
  const running = document.querySelector<SupportRoot>('html > cliendo-support')?.[RUNNING];
  if (running) {
    log.warn('already-running', ALREADY_RUNNING);
    return running;
  }
  const { settings, problems } = decodeOptions(options);
  if (!settings) return createInertHandle(log, problems);
  const doors = openDoors();
  const root: SupportRoot = createOwnElement(document, 'cliendo-support');
  document.documentElement.append(root);
  const { handle, app } = createHandle({
    options: options as object, // decodeOptions gave settings, so it is an object
    problems,
    log,
    makeApp: (news) => createApp({ view: window, root, doors, settings, news, log }),
    onDestroyed() {
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
  void doors.idle.then(() => app.idle());
  return handle;
}
