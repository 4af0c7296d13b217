import type { InterfaceDictionary } from '../../interfaceTexts';
import { createCoveredDocument, type CoveredDocument, type Tree } from './coveredDocument';
import { createFrames } from './frames';
import { holdStill } from './holdStill';
import { createIntake } from './intake';
import { createJudging } from './judging';
import { createSurroundingsFinder } from './surroundings';

/** What covering a page needs. */
export interface CoveredPageOptions {
  readonly dictionary: InterfaceDictionary;
  readonly interfaceAssets: readonly string[];
  own(element: Element): boolean;
  /** Called for every element that has, or had, the mark of the host that blocks it. */
  onBlock(element: Element): void;
  /** Called for every tree whose changes have to be told. */
  watch(tree: Tree): void;
}

/** All documents and trees of a page, covered. */
export interface CoveredPage {
  /** Takes in what changed: it is covered at once, and judged in the time there is. */
  absorb(records: readonly MutationRecord[]): void;
  /** Has to be called before each frame: the last look, and the time for judging begins anew. */
  guard(): void;
  coveredTexts(): Iterable<Text>;
  end(): void;
}

/** Covers a page and everything in it that can be reached. */
export function createCoveredPage(document: Document, options: CoveredPageOptions): CoveredPage {
  const surroundings = createSurroundingsFinder();
  const documents = new Map<Document, CoveredDocument>();
  const names = createNames(() => documents.forEach((covered) => covered.invalidate()));
  const documentOf = (node: Node): CoveredDocument | undefined =>
    documents.get(node.ownerDocument ?? (node as Document)); // only a document has no owner
  const judging = createJudging({ dictionary: options.dictionary, surroundings, documentOf });

  const addTree = (tree: Tree): void => {
    const covered = documentOf(tree);
    if (!covered || covered.trees.has(tree)) return;
    covered.add(tree);
    options.watch(tree);
    intake.take(tree);
  };
  const facts = { ...options, ownNames: names.own, sealedNames: names.sealed, surroundingsOf: surroundings.of };
  const addDocument = (page: Document): void => {
    if (page.defaultView) documents.set(page, createCoveredDocument(page, page.defaultView, facts));
    addTree(page);
  };
  const frames = createFrames({ documents, add: addDocument });
  const intake = createIntake({
    ...options,
    documentOf,
    onOwn: names.noteOwn,
    onSealed: (name) => names.noteSealed(name, () => anew(lookForTrees)),
    onTree: addTree,
    onFrame: frames.note,
    onPlace: judging.note,
    onMarks: names.onChange,
  });

  const lookForTrees = (): void => {
    for (const page of documents.keys())
      for (const tree of shadowTreesIn(page)) if (!names.own.has(tree.host.localName)) addTree(tree);
  };
  /** What was found around a place holds until something changes. */
  const anew = (look: () => void): void => {
    surroundings.forget();
    look();
    frames.look();
    documents.forEach((covered) => covered.guard());
    judging.run();
  };

  addDocument(document);
  frames.look();
  holdStill(treesOf(documents), () => anew(lookForTrees));
  return {
    absorb: (records) => anew(() => records.forEach(intake.absorb)),
    guard() {
      judging.renew();
      anew(lookForTrees);
    },
    *coveredTexts() {
      for (const { texts } of documents.values()) yield* texts.covered;
    },
    end() {
      holdStill(treesOf(documents), () => documents.forEach((covered) => covered.end()));
      documents.clear();
    },
  };
}

const treesOf = (documents: ReadonlyMap<Document, CoveredDocument>): readonly Tree[] =>
  [...documents.values()].flatMap(({ trees }) => [...trees.keys()]);

/** A shadow tree that is attached to an element that was there tells nobody. */
function* shadowTreesIn(page: Document): Generator<ShadowRoot> {
  for (const { shadowRoot } of page.getElementsByTagName('*')) if (shadowRoot) yield shadowRoot;
}

/** Names of elements that the cover speaks of. */
interface Names {
  readonly own: Set<string>;
  readonly sealed: Set<string>;
  readonly onChange: () => void;
  noteOwn(name: string): void;
  /** A custom element that is not defined yet may get a shadow tree when it is. */
  noteSealed(name: string, onDefined: () => void): void;
}

function createNames(onChange: () => void): Names {
  const [own, sealed, awaited] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const note = (names: Set<string>, name: string): void => {
    if (names.has(name)) return;
    names.add(name);
    onChange();
  };
  return {
    own,
    sealed,
    onChange,
    noteOwn: (name) => note(own, name),
    noteSealed(name, onDefined) {
      if (customElements.get(name)) return note(sealed, name);
      if (awaited.has(name)) return;
      awaited.add(name);
      void customElements.whenDefined(name).then(() => {
        note(sealed, name);
        onDefined();
      });
    },
  };
}
