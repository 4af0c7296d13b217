import { barWidthPx } from '../filler';

/** The class of a bar in the copy. */
export const BAR = 'cl-bar';

/** A line's share of a covered text, on the screen. */
interface Fragment {
  readonly top: number;
  readonly width: number;
}

/** A covered text: its bars, and the box around them. */
export interface CoveredText {
  readonly markup: string;
  readonly box: DOMRect;
}

/**
 * Writes bars for a text, one per line, as wide as the line in steps. No character of it is taken over but the white space around it.
 * Gives nothing for a text that is not drawn.
 */
export function coverText(text: Text, range: Range): CoveredText | undefined {
  range.selectNodeContents(text);
  const fragments = linesOf(range.getClientRects());
  if (fragments.length === 0) return undefined;
  const bars = fragments.map(({ width }, index) => {
    const isLast = index === fragments.length - 1;
    return writeBar(isLast ? barWidthPx(width) : Math.max(24, barWidthPx(width) - 24));
  });
  const { data } = text;
  return { markup: edge(data, /^\s/) + bars.join('<br/>') + edge(data, /\s$/), box: range.getBoundingClientRect() };
}

/** An empty shape, because a column may press a replaced element together and so stays as wide as it was. `s` is the prefix of SVG in the copy. */
const writeBar = (widthPx: number): string => `<s:svg class="${BAR}" style="width:${widthPx}px"/>`;

const edge = (text: string, pattern: RegExp): string => (pattern.test(text) ? ' ' : '');

/** Right-to-left text and emphasis break a line in several boxes: they are one bar. */
function linesOf(rects: DOMRectList): readonly Fragment[] {
  const lines: { top: number; width: number }[] = [];
  for (const { top, width } of rects) {
    const last = lines.at(-1);
    if (width < 0.5) continue;
    if (last && Math.abs(last.top - top) < 2) last.width += width;
    else lines.push({ top, width });
  }
  return lines;
}
