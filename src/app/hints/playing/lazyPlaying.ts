import type { Chunks } from '../../lazyFeatures';

/** What playing fetches: pictures, when the words of a hint name one. */
export const createLazyPlaying = (chunks: Chunks) => ({
  pictures: chunks(() => import('../pictures/index')),
});
