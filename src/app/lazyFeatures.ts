import { once } from './once';

/** Makes a fetcher of one chunk: it fetches once and remembers; after a failure the next call tries again. */
export type Chunks = <Chunk>(load: () => Promise<Chunk>) => () => Promise<Chunk>;

/** Gives the maker of chunk fetchers. `onFailed` is told about a chunk that did not arrive. */
export const createChunks =
  (onFailed: (cause: unknown) => void): Chunks =>
  (load) =>
    once(() =>
      load().catch((cause: unknown) => {
        onFailed(cause);
        throw cause;
      }),
    );

/**
 * What the core fetches when it is needed: one line per chunk. What only one of these chunks fetches stands beside that chunk
 * (`owner/lazyDelivery`, `panel/lazyParts`), so that the build knows what is on the page by then.
 */
export const createLazyFeatures = (chunks: Chunks) => ({
  launcher: chunks(() => import('./launcher/index')),
  owner: chunks(() => import('./owner/index')),
  panel: chunks(() => import('./panel/index')),
  moment: chunks(() => import('../capture/moment/index')),
  hints: chunks(() => import('./hints/index')),
  trail: chunks(() => import('./trail/index')),
});

/** Everything that the core fetches. */
export type LazyFeatures = ReturnType<typeof createLazyFeatures>;
