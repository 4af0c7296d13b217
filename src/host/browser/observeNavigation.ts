import type { Undo } from '../../foundation/lifetime';
import type { Visit } from '../visits';

/** The part of the Navigation API that is used (WHATWG HTML, "The navigation API"). */
interface NavigationLike extends EventTarget {
  readonly currentEntry: { readonly key: string } | null;
  entries(): readonly { readonly key: string; readonly sameDocument: boolean }[];
  traverseTo(key: string): { readonly finished: Promise<unknown> };
}

/** Gives the Navigation API, where the engine has it. */
export const navigationOf = (view: Window): NavigationLike | undefined =>
  (view as { navigation?: NavigationLike }).navigation; // not in every engine's types

/** Tells where the page is now. */
export const currentVisit = (view: Window): Visit => ({
  path: view.location.pathname,
  key: navigationOf(view)?.currentEntry?.key ?? '',
});

/**
 * Calls `onVisit` after each change of route.
 * Uses the Navigation API. Where it is missing the address is compared after clicks, keys and history events:
 * later by a frame, but nothing of the host is patched.
 */
export function observeNavigation(view: Window, onVisit: (visit: Visit) => void): Undo {
  let last = currentVisit(view);
  const look = (): void => {
    const visit = currentVisit(view);
    if (visit.path === last.path && visit.key === last.key) return;
    last = visit;
    onVisit(visit);
  };
  const navigation = navigationOf(view);
  if (navigation) return listen(navigation, ['currententrychange'], look);
  return listen(view, ['popstate', 'hashchange', 'click', 'keyup'], () => view.requestAnimationFrame(look));
}

function listen(target: EventTarget, names: readonly string[], listener: () => void): Undo {
  for (const name of names) target.addEventListener(name, listener);
  return () => {
    for (const name of names) target.removeEventListener(name, listener);
  };
}
