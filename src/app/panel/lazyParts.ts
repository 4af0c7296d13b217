import type { Messages } from '../../locale';
import type { Chunks } from '../lazyFeatures';
import type { PanelPort } from '../panelPort';

/** A chunk with a screen brings the Dutch texts of that screen. */
interface WithTexts {
  readonly texts: Partial<Messages>;
}

/** What an open panel fetches when it is needed: one line per chunk. `onTexts` is told before anybody has the chunk. */
export const createLazyParts = (chunks: Chunks, onTexts: (texts: Partial<Messages>) => void) => {
  const screens = <Chunk extends WithTexts>(load: () => Promise<Chunk>): (() => Promise<Chunk>) =>
    chunks(async () => {
      const chunk = await load();
      onTexts(chunk.texts);
      return chunk;
    });
  return {
    captures: screens(() => import('../captures/index')),
    editor: chunks(() => import('../../capture/editor/index')),
    live: chunks(() => import('../../privacy/live/index')),
    conversations: screens(() => import('../conversations/index')),
    recording: chunks(() => import('../recording/index')),
    repair: chunks(() => import('../../capture/repair/index')),
    review: screens(() => import('../review/index')),
    waiting: screens(() => import('../waiting/index')),
    signOut: screens(() => import('../signOut/index')),
    pageHints: screens(() => import('../hints/list/index')),
    mailing: screens(() => import('../mailing/index')),
    english: chunks(() => import('../../locale/en')),
    formalDutch: chunks(() => import('../../locale/nlFormal')),
  };
};

/** Everything that an open panel fetches. */
export type LazyParts = ReturnType<typeof createLazyParts>;

/** What the core gave, with what the panel can fetch. */
export interface PanelParts extends PanelPort {
  readonly lazy: LazyParts;
}
