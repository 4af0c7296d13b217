import type { Chunks } from '../lazyFeatures';

/** What is fetched once it is known who asks: one line per chunk. */
export const createLazyDelivery = (chunks: Chunks) => ({
  delivery: chunks(() => import('../../delivery/index')),
  guard: chunks(() => import('../../delivery/guard/index')),
  reading: chunks(() => import('../../delivery/reading/index')),
  events: chunks(() => import('../../delivery/events/index')),
  hints: chunks(() => import('../../delivery/hints/index')),
  sealing: chunks(() => import('../../storage/sealing/index')),
});

/** The ways to the backend. */
export type LazyDelivery = ReturnType<typeof createLazyDelivery>;
