import type { Chunks } from '../../lazyFeatures';

/** What the engine fetches when something of this page may show. */
export const createLazyEngine = (chunks: Chunks) => ({
  judging: chunks(() => import('../judging/index')),
});
