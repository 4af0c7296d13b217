import type { Chunks } from '../../lazyFeatures';

/** What drawing fetches: what writes in the page, for hosts that asked for it. */
export const createLazyViews = (chunks: Chunks) => ({
  describing: chunks(() => import('../describing/index')),
});
