import type { Undo } from '../../foundation/lifetime';
import { errorFrames, errorKind, errorMessage, type ErrorReading } from '../errorText';
import type { AppError, FailedRequest } from '../../protocol/submission';

/** What errors are told with. */
export interface WatchErrorsOptions extends ErrorReading {
  onError(error: Omit<AppError, 'at' | 'times'>): void;
}

/** What failed requests are told with. */
export interface WatchRequestsOptions extends Pick<ErrorReading, 'route'> {
  /** Whether an address is one of ours: the receiver is no part of the host. */
  isOwnAddress(address: string): boolean;
  /** `at`: milliseconds since 1970. */
  onRequest(request: Omit<FailedRequest, 'at' | 'times'>, at: number): void;
}

/**
 * Tells the requests of the page that failed, from events and the browser's own list of requests.
 * Nothing is patched: fetch and XMLHttpRequest stay the host's. Bodies and methods are therefore never seen.
 */
export function watchFailedRequests(view: Window & typeof globalThis, options: WatchRequestsOptions): Undo {
  const undos = [watchElements(view, options), watchRequests(view, options)];
  return () => {
    for (const undo of undos) undo();
  };
}

/** Tells the errors of the page, from events: the console stays the host's. */
export function watchErrors(view: Window, options: WatchErrorsOptions): Undo {
  const tell = (thrown: unknown, otherwise: string): void => {
    const { name, message, stack } = readError(thrown, otherwise);
    options.onError({
      kind: errorKind(name),
      message: errorMessage(message, options),
      stack: errorFrames(stack, options),
    });
  };
  return listenSafely(view, {
    error(event) {
      if (event.target === view) tell((event as ErrorEvent).error, (event as ErrorEvent).message); // an element's error has the element as target
    },
    unhandledrejection: (event) => tell((event as PromiseRejectionEvent).reason, ''), // the listener is for rejections
  });
}

/** A script, style sheet or picture that did not load, and what the host's own policy held back. Its status is not told here. */
function watchElements(view: Window, { isOwnAddress, route, onRequest }: WatchRequestsOptions): Undo {
  const tell = (address: string): void => {
    if (!/^https?:/.test(address) || isOwnAddress(address)) return;
    onRequest({ method: '', route: route(address), status: 0, durationMs: 0 }, Date.now());
  };
  return listenSafely(view, {
    error({ target }) {
      if (target instanceof Element && target !== view.document.documentElement) tell(addressOf(target));
    },
    securitypolicyviolation(event) {
      const { disposition, blockedURI } = event as SecurityPolicyViolationEvent; // the listener is for violations
      if (disposition === 'enforce') tell(blockedURI);
    },
  });
}

const addressOf = (element: Element): string => {
  const { currentSrc, src, href } = element as Partial<HTMLImageElement & HTMLLinkElement>; // read as what may be there
  const address = currentSrc || src || href;
  return typeof address === 'string' ? address : '';
};

/** Requests in the browser's own list. Engines without a status there (Safari) tell nothing. */
function watchRequests(
  view: Window & typeof globalThis,
  { isOwnAddress, route, onRequest }: WatchRequestsOptions,
): Undo {
  const hasFailed = ({ name, responseStatus, initiatorType }: PerformanceResourceTiming): boolean => {
    if (responseStatus === undefined) return false;
    const isAsked = initiatorType === 'fetch' || initiatorType === 'xmlhttprequest';
    return responseStatus >= 400 || (responseStatus === 0 && isAsked && name.startsWith(view.location.origin)); // of another origin 0 says nothing
  };
  const observer = new view.PerformanceObserver((list) => {
    for (const entry of list.getEntries() as PerformanceResourceTiming[]) {
      if (!hasFailed(entry) || isOwnAddress(entry.name)) continue; // the observer asks for resources only
      const request = {
        method: '',
        route: route(entry.name),
        status: entry.responseStatus,
        durationMs: Math.round(entry.duration),
      };
      onRequest(request, Math.round(view.performance.timeOrigin + entry.startTime + entry.duration));
    }
  });
  observer.observe({ type: 'resource', buffered: true });
  return () => observer.disconnect();
}

type Listeners = Readonly<Record<string, (event: Event) => void>>;

/** An error in telling an error would be the next one. */
function listenSafely(view: Window, listeners: Listeners): Undo {
  const listen = (event: Event): void => {
    try {
      listeners[event.type]?.(event);
    } catch {
      // the host's object answered strangely; there is nothing to tell and nobody to tell it to
    }
  };
  for (const type of Object.keys(listeners)) view.addEventListener(type, listen, true);
  return () => {
    for (const type of Object.keys(listeners)) view.removeEventListener(type, listen, true);
  };
}

interface ReadError {
  readonly name: string;
  readonly message: string;
  readonly stack: string;
}

/** Anything can be thrown. Of an object that is no error only its type would be left, and that is nothing. */
function readError(thrown: unknown, otherwise: string): ReadError {
  if (typeof thrown === 'string') return { name: '', message: thrown, stack: '' };
  const { name, message, stack } = (typeof thrown === 'object' && thrown ? thrown : {}) as Partial<ReadError>; // read as what may be there
  return {
    name: typeof name === 'string' ? name : '',
    message: typeof message === 'string' ? message : otherwise.replace(/^Uncaught (?:\w+: )?/, ''),
    stack: typeof stack === 'string' ? stack : '',
  };
}
