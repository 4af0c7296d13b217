import type { Chunks } from '../lazyFeatures';
import type { PanelPort } from '../panelPort';

/** What an open panel fetches when it is needed: one line per chunk. */
export const createLazyParts = (chunks: Chunks) => ({
  captures: chunks(() => import('../captures/index')),
  conversations: chunks(() => import('../conversations/index')),
  recording: chunks(() => import('../recording/index')),
  repair: chunks(() => import('../../capture/repair/index')),
  review: chunks(() => import('../review/index')),
  english: chunks(() => import('../../locale/en')),
  formalDutch: chunks(() => import('../../locale/nlFormal')),
});

/** Everything that an open panel fetches. */
export type LazyParts = ReturnType<typeof createLazyParts>;

/** What the core gave, with what the panel can fetch. */
export interface PanelParts extends PanelPort {
  readonly lazy: LazyParts;
}
