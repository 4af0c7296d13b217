import { once } from './once';

/** Fetches a chunk once and remembers it; after a failure the next call tries again. */
type Fetch<Chunk> = () => Promise<Chunk>;

/** Everything that is fetched only when it is needed: one line per chunk. */
export interface LazyFeatures {
  readonly launcher: Fetch<typeof import('./launcher/index')>;
  readonly owner: Fetch<typeof import('./owner/index')>;
  readonly panel: Fetch<typeof import('./panel/index')>;
  readonly questionsReview: Fetch<typeof import('../questions/review/index')>;
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
  const chunk = <Chunk>(load: Fetch<Chunk>): Fetch<Chunk> =>
    once(() =>
      load().catch((cause: unknown) => {
        onFailed(cause);
        throw cause;
      }),
    );
  return {
    launcher: chunk(() => import('./launcher/index')),
    owner: chunk(() => import('./owner/index')),
    panel: chunk(() => import('./panel/index')),
    questionsReview: chunk(() => import('../questions/review/index')),
    moment: chunk(() => import('../capture/moment/index')),
    capture: chunk(() => import('../capture/index')),
    captureViews: chunk(() => import('../capture/views/index')),
    conversations: chunk(() => import('../conversations/index')),
    conversationsViews: chunk(() => import('../conversations/views/index')),
    delivery: chunk(() => import('../delivery/index')),
    reading: chunk(() => import('../delivery/reading/index')),
    english: chunk(() => import('../locale/en')),
    formalDutch: chunk(() => import('../locale/nlFormal')),
  };
}
