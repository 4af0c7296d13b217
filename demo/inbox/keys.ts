import type { TextKey } from './texts';

/** What a key press asks of the inbox. */
export type Act =
  | 'next'
  | 'previous'
  | 'search'
  | 'reply'
  | 'picture'
  | 'back'
  | 'keys'
  | 'filter.unanswered'
  | 'filter.open'
  | 'filter.all'
  | 'sibling.next'
  | 'sibling.previous';

/** One line of the "Toetsen" dialog. `act` is absent where the browser or the focused part, such as a picture or a video, answers the key. */
export interface KeyLine {
  readonly group: 'list' | 'question' | 'picture' | 'video';
  /** `KeyboardEvent.key`; a combination is written with `+`. */
  readonly keys: readonly string[];
  readonly text: TextKey;
  readonly act?: Act;
}

/** All keys: the one place that both the listener and the dialog read. */
export const KEY_LINES: readonly KeyLine[] = [
  { group: 'list', keys: ['j', 'ArrowDown'], text: 'keys.next', act: 'next' },
  { group: 'list', keys: ['k', 'ArrowUp'], text: 'keys.previous', act: 'previous' },
  { group: 'list', keys: ['Enter'], text: 'keys.open' },
  { group: 'list', keys: ['1'], text: 'keys.filter.unanswered', act: 'filter.unanswered' },
  { group: 'list', keys: ['2'], text: 'keys.filter.open', act: 'filter.open' },
  { group: 'list', keys: ['3'], text: 'keys.filter.all', act: 'filter.all' },
  { group: 'list', keys: ['/'], text: 'keys.search', act: 'search' },
  { group: 'list', keys: ['?'], text: 'keys.keys', act: 'keys' },
  { group: 'question', keys: ['r'], text: 'keys.reply', act: 'reply' },
  { group: 'question', keys: ['Ctrl+Enter', '⌘+Enter'], text: 'keys.send' },
  { group: 'question', keys: [']'], text: 'keys.sibling.next', act: 'sibling.next' },
  { group: 'question', keys: ['['], text: 'keys.sibling.previous', act: 'sibling.previous' },
  { group: 'question', keys: ['p'], text: 'keys.picture', act: 'picture' },
  { group: 'question', keys: ['Escape'], text: 'keys.back', act: 'back' },
  { group: 'picture', keys: ['+'], text: 'keys.zoom.in' },
  { group: 'picture', keys: ['-'], text: 'keys.zoom.out' },
  { group: 'picture', keys: ['0'], text: 'keys.zoom.fit' },
  { group: 'picture', keys: ['1'], text: 'keys.zoom.full' },
  { group: 'picture', keys: ['ArrowLeft', 'ArrowUp', 'ArrowRight', 'ArrowDown'], text: 'keys.zoom.pan' },
  { group: 'picture', keys: ['[', ']'], text: 'keys.zoom.turn' },
  { group: 'picture', keys: ['c'], text: 'keys.zoom.compare' },
  { group: 'picture', keys: ['Escape'], text: 'keys.zoom.close' },
  { group: 'video', keys: ['Space', 'k'], text: 'keys.video.play' },
  { group: 'video', keys: ['ArrowLeft', 'ArrowRight'], text: 'keys.video.skip' },
  { group: 'video', keys: [',', '.'], text: 'keys.video.frame' },
  { group: 'video', keys: ['<', '>'], text: 'keys.video.speed' },
  { group: 'video', keys: ['f'], text: 'keys.video.full' },
];

/** The facts of a key press that decide what it means. */
export interface Press {
  readonly key: string;
  /** Ctrl, ⌘ or Alt is down: the browser's and the reader's own shortcuts. */
  readonly modified: boolean;
  /** A text is being typed. */
  readonly typing: boolean;
  /** Focus is in the list: the only place where arrows walk through it. */
  readonly inList: boolean;
  /** The agent left single keys on (WCAG 2.1.4). */
  readonly singleKeys: boolean;
}

/** Tells what a key press asks; nothing while typing, with a modifier, or when single keys are off. */
export function actOf(press: Press): Act | undefined {
  if (press.modified) return undefined;
  if (press.key === 'Escape') return 'back';
  if (press.typing) return undefined;
  if (press.key.startsWith('Arrow') && !press.inList) return undefined;
  if (press.key.length === 1 && !press.singleKeys) return undefined;
  return KEY_LINES.find((line) => line.act !== undefined && line.keys.includes(press.key))?.act;
}

const SIGNS: Readonly<Record<string, string>> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  Enter: 'Enter',
  Space: 'Spatie',
  '-': '−',
};

/** The signs on the keycaps of one key or combination. */
export const keycaps = (key: string): readonly string[] =>
  (key === '+' ? ['+'] : key.split('+')).map((part) => SIGNS[part] ?? part);
