import type { MessageKey } from '../locale/messages';

/** Names the nine parts of the screen, row by row. */
export const SCREEN_PARTS: readonly MessageKey[] = [
  'part.topleft',
  'part.top',
  'part.topright',
  'part.left',
  'part.middle',
  'part.right',
  'part.bottomleft',
  'part.bottom',
  'part.bottomright',
];
