import type { Undo } from '../../../foundation/lifetime';
import { observeNavigation } from '../../../host';
import type { HintSettings } from '../../settings';

/** What of an address names a page. */
export type PathRule = Pick<HintSettings, 'route' | 'basePath'>;

/** Gives the path that routes of hints are compared with. Where only the host names pages it is none that a route has. */
export function pagePath(
  { pathname, hash }: Pick<Location, 'pathname' | 'hash'>,
  { route, basePath }: PathRule,
): string {
  if (route === 'host') return '';
  const path = route === 'hash' ? hash.replace(/^#!?/, '') : pathname;
  const base = basePath.replace(/\/+$/, '');
  return path === base || path.startsWith(`${base}/`) ? path.slice(base.length) || '/' : path;
}

/** Calls after each change of page, also one that only the fragment tells. */
export function followPages(view: Window, { route }: PathRule, onPage: () => void): Undo {
  const end = observeNavigation(view, onPage);
  if (route !== 'hash') return end;
  view.addEventListener('hashchange', onPage);
  return () => {
    end();
    view.removeEventListener('hashchange', onPage);
  };
}
