/** Fetches a chunk once and remembers it; after a failure the next call tries again. */
type Fetch<Chunk> = () => Promise<Chunk>;

/** Everything that is fetched only when it is needed: one line per chunk. */
export interface LazyFeatures {
  readonly panel: Fetch<typeof import('./panel/index')>;
  readonly moment: Fetch<typeof import('../capture/moment/index')>;
  readonly capture: Fetch<typeof import('../capture/index')>;
  readonly captureViews: Fetch<typeof import('../capture/views/index')>;
  readonly conversations: Fetch<typeof import('../conversations/index')>;
  readonly conversationsViews: Fetch<typeof import('../conversations/views/index')>;
  readonly delivery: Fetch<typeof import('../delivery/index')>;
  readonly reading: Fetch<typeof import('../delivery/reading/index')>;
  readonly english: Fetch<typeof import('../locale/en')>;
  readonly formalDutch: Fetch<typeof import('../locale/nlFormal')>;
}

/** Creates the chunk fetchers. `onFailed` is told about a chunk that did not arrive. */
export function createLazyFeatures(onFailed: (cause: unknown) => void): LazyFeatures {
  const once = <Chunk>(load: Fetch<Chunk>): Fetch<Chunk> => {
    let arriving: Promise<Chunk> | undefined;
    return () =>
      (arriving ??= load().catch((cause: unknown) => {
        arriving = undefined;
        onFailed(cause);
        throw cause;
      }));
  };
  return {
    panel: once(() => import('./panel/index')),
    moment: once(() => import('../capture/moment/index')),
    capture: once(() => import('../capture/index')),
    captureViews: once(() => import('../capture/views/index')),
    conversations: once(() => import('../conversations/index')),
    conversationsViews: once(() => import('../conversations/views/index')),
    delivery: once(() => import('../delivery/index')),
    reading: once(() => import('../delivery/reading/index')),
    english: once(() => import('../locale/en')),
    formalDutch: once(() => import('../locale/nlFormal')),
  };
}
