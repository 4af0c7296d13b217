import type { MessageKey } from '../../../locale';
import { TOOLS } from './tools';

/** What a key does, under the words of the button that does the same where there is one. */
export interface KeyLine {
  readonly text: MessageKey;
  /** What stands on the keys that are pressed together. */
  readonly caps: readonly string[];
}

/** Keys that work in the same place. */
export interface KeyGroup {
  readonly title: MessageKey;
  readonly lines: readonly KeyLine[];
}

const ARROWS = '← ↑ → ↓';

/** Every key of the editor. Letters work on the picture and in the toolbar alone, so that nobody who speaks or types presses one. */
export const KEY_GROUPS: readonly KeyGroup[] = [
  {
    title: 'keys.picture',
    lines: [
      ...TOOLS.map(({ tool, letter }): KeyLine => ({ text: `mask.tool.${tool}`, caps: [letter] })),
      { text: 'keys.put', caps: ['Enter'] },
      { text: 'mask.zoom.in', caps: ['+'] },
      { text: 'mask.zoom.out', caps: ['−'] },
      { text: 'mask.zoom.fit', caps: ['0'] },
      { text: 'keys.title', caps: ['?'] },
    ],
  },
  {
    title: 'keys.shape',
    lines: [
      { text: 'keys.move', caps: [ARROWS] },
      { text: 'keys.far', caps: ['Ctrl', ARROWS] },
      { text: 'keys.size', caps: ['Shift', ARROWS] },
      { text: 'keys.next', caps: ['Tab'] },
      { text: 'mask.delete', caps: ['Delete'] },
      { text: 'keys.leave', caps: ['Esc'] },
    ],
  },
  {
    title: 'keys.all',
    lines: [
      { text: 'mask.undo', caps: ['Ctrl', 'Z'] },
      { text: 'mask.redo', caps: ['Ctrl', 'Shift', 'Z'] },
      { text: 'mask.done', caps: ['Ctrl', 'Enter'] },
      { text: 'keys.close', caps: ['Esc'] },
    ],
  },
];
