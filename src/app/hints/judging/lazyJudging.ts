import type { Chunks } from '../../lazyFeatures';

/** What judging fetches: what looks at the page when it is asked for something, what plays when something is chosen. */
export const createLazyJudging = (chunks: Chunks) => ({
  looking: chunks(() => import('../looking/index')),
  playing: chunks(() => import('../playing/index')),
});
