import { computed, createModel, effect, signal } from '@preact/signals-core';
import type { ReadonlySignal } from '@preact/signals-core';
import { readPath, writePath } from './router';
import type { Route } from './router';

/** The history of the browser, as far as the dossier needs it. */
export interface PathHistory {
  path(): string;
  push(path: string): void;
  /** Tells when the person goes back or forward. */
  onMove(listener: () => void): () => void;
}

/** Where the person is in the dossier, and the way to somewhere else. */
export interface Navigation {
  readonly route: ReadonlySignal<Route>;
  go(route: Route): void;
}

/** Makes the navigation: one path, read as a route, kept in step with the browser's history. */
export const NavigationModel = createModel((history: PathHistory): Navigation => {
  const path = signal(history.path());
  effect(() => history.onMove(() => (path.value = history.path())));
  return {
    route: computed(() => readPath(path.value)),
    go(route) {
      const next = writePath(route);
      if (next !== path.value) history.push(next);
      path.value = next;
    },
  };
});

/** Creates a history from the window's own. */
export const browserHistory = (window: Window): PathHistory => ({
  path: () => window.location.pathname,
  push: (path) => window.history.pushState(null, '', path),
  onMove(listener) {
    window.addEventListener('popstate', listener);
    return () => window.removeEventListener('popstate', listener);
  },
});
