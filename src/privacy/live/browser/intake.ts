import type { CoveredDocument, Tree } from './coveredDocument';
import { isNotJudged } from './judgeTexts';

/** What is done with what is found. */
export interface IntakeOptions {
  documentOf(node: Node): CoveredDocument | undefined;
  /** Tells whether an element is one of ours. */
  own(element: Element): boolean;
  onOwn(name: string): void;
  /** A custom element without a shadow tree that we see. */
  onSealed(name: string): void;
  onTree(tree: Tree): void;
  onFrame(frame: Element): void;
  onBlock(element: Element): void;
  /** The texts of a place have to be judged. */
  onPlace(place: Node): void;
  /** Marks of the host have changed. */
  onMarks(): void;
}

/** Takes in what is on a page, and what changes: texts are covered at once, and never put off. */
export interface Intake {
  /** Takes in a node with everything in it, but for shadow trees that were there. */
  take(root: Node): void;
  absorb(record: MutationRecord): void;
}

/** Creates the intake. */
export function createIntake(options: IntakeOptions): Intake {
  const { documentOf, own } = options;

  const takeText = (text: Text): void => {
    const place = text.parentNode;
    if (!place || isNotJudged(place)) return;
    documentOf(text)?.texts.cover(text);
    options.onPlace(place);
  };
  const takeElement = (element: Element): void => {
    const { localName, shadowRoot } = element;
    if (localName.includes('-') && own(element)) return options.onOwn(localName);
    if (shadowRoot) options.onTree(shadowRoot);
    else if (localName.includes('-')) options.onSealed(localName);
    if (/^i?frame$/.test(localName)) options.onFrame(element);
    if (element.hasAttribute('data-support-block')) options.onBlock(element);
    documentOf(element)?.look(element);
  };
  const take = (root: Node): void => {
    for (const node of nodesIn(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT))
      if (node.nodeType === 3) takeText(node as Text);
      else if (node.nodeType === 1) takeElement(node as Element); // by their types
  };
  /** A mark reaches into shadow trees. */
  const takeDeep = (root: Element | ShadowRoot): void => {
    take(root);
    for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) takeDeep(shadowRoot);
    if ('shadowRoot' in root && root.shadowRoot) takeDeep(root.shadowRoot);
  };
  const drop = (root: Node): void => {
    if (root.isConnected) return; // only moved
    for (const node of nodesIn(root, NodeFilter.SHOW_TEXT))
      if (node.nodeType === 3) documentOf(node)?.texts.forget(node as Text); // by its type
  };
  const absorbAttribute = (element: Element, name: string): void => {
    if (!name.startsWith('data-support-') && name !== 'contenteditable') return documentOf(element)?.look(element);
    if (name === 'data-support-block') options.onBlock(element);
    options.onMarks();
    takeDeep(element);
  };

  return {
    take,
    absorb({ type, target, addedNodes, removedNodes, attributeName }) {
      if (type === 'attributes') return absorbAttribute(target as Element, attributeName ?? ''); // only elements have attributes
      if (type === 'characterData') return target.nodeType === 3 ? takeText(target as Text) : undefined; // by its type
      removedNodes.forEach(drop);
      addedNodes.forEach(take);
      for (const node of target.childNodes) if (node.nodeType === 3) takeText(node as Text); // neighbours are judged as one
    },
  };
}

function* nodesIn(root: Node, shown: number): Generator<Node> {
  const walker = document.createTreeWalker(root, shown);
  for (let node: Node | null = root; node; node = walker.nextNode()) yield node;
}
