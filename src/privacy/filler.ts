const STEP_LETTERS = 4;

/** The number of letters that a covered text seems to have: rounded up, so that the length of a name says nothing. */
export const steppedLength = (text: string): number => Math.ceil([...text.trim()].length / STEP_LETTERS) * STEP_LETTERS;

/** Shaded blocks that stand for a text where only characters can stand. */
export const blocksFor = (text: string): string => '▒'.repeat(steppedLength(text) / 2);

/** The width of the bar that stands for a run of text, rounded up in steps of 24 px. */
export const barWidthPx = (widthPx: number): number => Math.max(1, Math.ceil((widthPx - 0.5) / 24)) * 24;

/** The width of a box that is as wide as a covered text, in the same steps but never wider than it was. */
export const steppedDownPx = (widthPx: number): number => Math.floor(widthPx / 24) * 24;

/**
 * Tells whether a text only separates others (`:`, `·`, `/`, an arrow) or is one sign of an icon font.
 * Signs that may be somebody's answer (`+`, `✓`, `×`, digits) are no separators.
 */
export const isSeparator = (text: string): boolean =>
  /^(?:[\s:;,.·•|/\\()[\]{}«»‹›<>→←↑↓↗…–—-]*|\s*[\ue000-\uf8ff]\s*)$/u.test(text);
