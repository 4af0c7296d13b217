import type { Chunks } from '../lazyFeatures';

/** What hints fetch when it is needed: one line per chunk. */
export const createLazyHints = (chunks: Chunks) => ({
  engine: chunks(() => import('./engine/index')),
  keeping: chunks(() => import('./keeping/index')),
  views: chunks(() => import('./views/index')),
  english: chunks(() => import('../../locale/en')),
  formalDutch: chunks(() => import('../../locale/nlFormal')),
});

/** Everything that hints fetch. */
export type LazyHints = ReturnType<typeof createLazyHints>;
