import { COVERED, SHOWN } from '../coverRules';

/** Says of each text of one document whether it is shown. A text that nothing was said of cannot be seen. */
export interface TextCover {
  /** Paints a text in its own colour. */
  show(text: Text): void;
  /** Draws a bar in place of a text. */
  cover(text: Text): void;
  /** Says nothing of a text any more. */
  forget(text: Text): void;
  /** Texts with a bar. */
  readonly covered: Iterable<Text>;
  end(): void;
}

type View = Window & typeof globalThis;

/** Above highlights of the host: what they paint would be a text in its own colour. */
const ABOVE_ALL = 2 ** 31 - 1;

/** Creates the cover for the texts of a document. Where the browser has no highlights every text stays invisible. */
export function createTextCover(view: View): TextCover {
  const registry = 'CSS' in view && 'highlights' in view.CSS ? view.CSS.highlights : undefined;
  const marks = { shown: new Map<Text, StaticRange>(), covered: new Map<Text, StaticRange>() };
  const highlights = registry && { shown: new view.Highlight(), covered: new view.Highlight() };
  if (registry && highlights) {
    highlights.shown.priority = ABOVE_ALL;
    highlights.covered.priority = ABOVE_ALL;
    registry.set(SHOWN, highlights.shown);
    registry.set(COVERED, highlights.covered);
  }

  const take = (text: Text, from: keyof typeof marks): void => {
    const range = marks[from].get(text);
    if (!range) return;
    marks[from].delete(text);
    highlights?.[from].delete(range);
  };
  /** A range that does not follow the text: what is typed behind its end is not part of it. */
  const put = (text: Text, into: keyof typeof marks): void => {
    const known = marks[into].get(text);
    if (known?.endOffset === text.length) return;
    if (known) take(text, into);
    const range = new view.StaticRange({
      startContainer: text,
      startOffset: 0,
      endContainer: text,
      endOffset: text.length,
    });
    marks[into].set(text, range);
    highlights?.[into].add(range);
  };

  return {
    show(text) {
      take(text, 'covered');
      put(text, 'shown');
    },
    cover(text) {
      take(text, 'shown');
      put(text, 'covered');
    },
    forget(text) {
      take(text, 'shown');
      take(text, 'covered');
    },
    get covered() {
      return marks.covered.keys();
    },
    end() {
      if (registry?.get(SHOWN) === highlights?.shown) registry?.delete(SHOWN);
      if (registry?.get(COVERED) === highlights?.covered) registry?.delete(COVERED);
    },
  };
}
