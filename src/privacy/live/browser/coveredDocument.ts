import { createPictureSources } from '../../browser/pictureSources';
import type { InterfaceDictionary } from '../../interfaceTexts';
import type { Surroundings } from '../coverFacts';
import { coverRules, inLayer } from '../coverRules';
import { quoted } from '../strength';
import { createKnownElements } from './knownElements';
import { createRulesReader, createSheetMaker, createStateOf } from './sheets';
import { createTextCover, type TextCover } from './textCover';

/** A place with style sheets of its own. */
export type Tree = Document | ShadowRoot;

/** What holds for every document of a page. */
export interface PageFacts {
  readonly dictionary: InterfaceDictionary;
  readonly interfaceAssets: readonly string[];
  readonly ownNames: ReadonlySet<string>;
  readonly sealedNames: ReadonlySet<string>;
  surroundingsOf(tree: Tree): Surroundings;
}

/**
 * A document, its shadow trees among it, that is covered by constructed sheets. Nothing of the host is written to but the lists of
 * adopted sheets, and those are put back.
 */
export interface CoveredDocument {
  readonly texts: TextCover;
  /** The trees that are covered. */
  readonly trees: ReadonlyMap<Tree, unknown>;
  /** Covers a tree from the next `guard` on. */
  add(tree: Tree): void;
  /** Looks whether an element is interface by its attributes. */
  look(element: Element): void;
  /** Tells which frames are covered from inside, and which are not. */
  noteFrames(covered: readonly Element[], others: readonly Element[]): void;
  /** Everything is covered anew with the next `guard`: marks or names have changed. */
  invalidate(): void;
  /** Sees to it, before a frame, that no tree has lost its cover and no sheet of the host came unread. */
  guard(): void;
  end(): void;
}

type View = Window & typeof globalThis;

/** How a tree was when it was last covered. */
interface Covered {
  readonly state: string;
  readonly version: number;
}

/** A version that no cover has: the tree is covered anew at the next look. */
const NEVER = -1;

/** Creates the cover of a document. */
export function createCoveredDocument(document: Document, view: View, facts: PageFacts): CoveredDocument {
  const pictures = createPictureSources(facts.interfaceAssets, document.baseURI);
  const known = createKnownElements({ dictionary: facts.dictionary, pictures });
  const texts = createTextCover(view);
  const trees = new Map<Tree, Covered>();
  const coverer = createCoverer(view, {
    rulesOf: [true, false].map((mayUnmask) => createRulesReader({ dictionary: facts.dictionary, pictures, mayUnmask })),
    facts,
    known: () => ({ ...known.selectors, frames }),
  });
  let frames: readonly string[] = [];
  let version = 0;

  return {
    texts,
    trees,
    add: (tree) => trees.set(tree, { state: '', version: NEVER }),
    look(element) {
      if (known.look(element)) version += 1;
    },
    noteFrames(covered, others) {
      const unknown = new Set(others.map(selectorOf));
      const next = [...new Set(covered.map(selectorOf))].filter((selector) => !unknown.has(selector));
      if (next.join() === frames.join()) return;
      frames = next;
      version += 1;
    },
    invalidate() {
      version += 1;
    },
    guard() {
      if (coverer.hasNewHighlights()) version += 1;
      for (const [tree, { state, version: was }] of trees) {
        if ('host' in tree && !tree.host.isConnected) {
          coverer.uncover(tree);
          trees.delete(tree);
        } else if (was !== version || state !== coverer.stateOf(tree)) {
          const isFinal = coverer.cover(tree);
          trees.set(tree, { state: coverer.stateOf(tree), version: isFinal ? version : NEVER });
        }
      }
    },
    end() {
      texts.end();
      for (const tree of trees.keys()) coverer.uncover(tree);
      trees.clear();
    },
  };
}

/** Covers and uncovers single trees. */
interface Coverer {
  /** Says whether everything that the cover depends on could be read by now. */
  cover(tree: Tree): boolean;
  uncover(tree: Tree): void;
  /** Tells one state of a tree's sheets from another, ours among them. */
  stateOf(tree: Tree): string;
  hasNewHighlights(): boolean;
}

interface CovererOptions {
  /** Two readers: where `data-support-unmask` counts, and where it does not. */
  readonly rulesOf: readonly ReturnType<typeof createRulesReader>[];
  readonly facts: PageFacts;
  known(): Parameters<typeof coverRules>[0]['known'];
}

function createCoverer(view: View, { rulesOf, facts, known }: CovererOptions): Coverer {
  const sheets = createSheetMaker(view);
  const stateOf = createStateOf();
  let highlights: readonly string[] = [];

  const hostsOwn = (tree: Tree): readonly CSSStyleSheet[] =>
    tree.adoptedStyleSheets.filter((sheet) => !sheets.isOurs(sheet));
  return {
    stateOf: (tree) => stateOf([...tree.styleSheets, ...tree.adoptedStyleSheets]),
    cover(tree) {
      const around = facts.surroundingsOf(tree);
      const read = rulesOf[around.masked ? 1 : 0];
      const rules = read ? [...tree.styleSheets, ...hostsOwn(tree)].map(read) : [];
      const isStrict = rules.some(({ isComplete }) => !isComplete);
      const mayShow = !isStrict && !around.masked && !around.insideField;
      const own = [...facts.ownNames];
      const sealed = [...facts.sealedNames];
      const written = [
        coverRules({ around, isStrict, ownNames: own, sealedNames: sealed, known: known(), highlights }),
        ...rules.flatMap(({ covering, showing }) => (mayShow ? [covering, showing] : [covering])),
      ];
      const layer = rules.find((one) => one.layer)?.layer ?? '';
      tree.adoptedStyleSheets = [
        ...hostsOwn(tree),
        ...written.filter(Boolean).map((text) => sheets.make(inLayer(layer, text))),
      ];
      return !rules.some(({ isPending }) => isPending);
    },
    uncover(tree) {
      tree.adoptedStyleSheets = [...hostsOwn(tree)];
    },
    hasNewHighlights() {
      const names = namesOfHighlights(view);
      const areNew = names.join() !== highlights.join();
      highlights = names;
      return areNew;
    },
  };
}

/** Names of the highlights of the host. */
function namesOfHighlights(view: View): readonly string[] {
  if (!('CSS' in view) || !('highlights' in view.CSS)) return [];
  const names: string[] = [];
  view.CSS.highlights.forEach((_, name) => {
    if (!name.startsWith('cliendo-')) names.push(view.CSS.escape(name));
  });
  return names;
}

/** Frames are told apart by what they were made to show. */
const selectorOf = (frame: Element): string =>
  frame.localName +
  ['src', 'srcdoc']
    .map((name) => {
      const value = frame.getAttribute(name);
      return value === null ? `:not([${name}])` : `[${name}=${quoted(value)}]`;
    })
    .join('');
