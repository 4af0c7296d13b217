import type { Connectivity, Leaving } from '../ports';

/** Listens for moments at which trying again makes sense: back online, looked at again, back from the back/forward cache. */
export const browserConnectivity: Connectivity = (wake) => {
  const seen = (): void => {
    if (document.visibilityState === 'visible') wake();
  };
  const moments = ['online', 'focus', 'pageshow'] as const;
  for (const moment of moments) addEventListener(moment, wake);
  document.addEventListener('visibilitychange', seen);
  return () => {
    for (const moment of moments) removeEventListener(moment, wake);
    document.removeEventListener('visibilitychange', seen);
  };
};

/** Listens for the page being left, into the back/forward cache or for good. */
export const browserLeaving: Leaving = (leave) => {
  addEventListener('pagehide', leave);
  return () => removeEventListener('pagehide', leave);
};
