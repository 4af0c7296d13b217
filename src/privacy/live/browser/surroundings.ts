import type { Surroundings } from '../coverFacts';

/** Finds what holds around a place, from the page inwards, and remembers it until something changes. */
export interface SurroundingsFinder {
  of(node: Node): Surroundings;
  /** Marks have changed: what was found is forgotten. */
  forget(): void;
}

const NOTHING: Surroundings = { blocked: false, masked: false, unmasked: false, insideField: false };

/** Creates the finder. It sees through shadow trees, slots and frames of the same origin, as a person does. */
export function createSurroundingsFinder(): SurroundingsFinder {
  let found = new WeakMap<Node, Surroundings>();

  const of = (node: Node): Surroundings => {
    const known = found.get(node);
    if (known) return known;
    const around = node.nodeType === 9 ? ofDocument(node as Document) : ofInner(node); // by its type
    found.set(node, around);
    return around;
  };

  /** What is marked around a frame says nothing of its texts, unless it covers. */
  const ofDocument = (document: Document): Surroundings => {
    const frame = frameOf(document);
    const outer = frame ? of(frame) : NOTHING;
    return {
      blocked: outer.blocked,
      masked: outer.masked,
      unmasked: frame?.hasAttribute('data-support-unmask') ?? false,
      insideField: document.designMode === 'on',
    };
  };

  const ofInner = (node: Node): Surroundings => {
    const host = node.nodeType === 11 ? (node as ShadowRoot).host : undefined; // by its type
    const outer = host ?? node.parentNode;
    const around = outer ? of(outer) : NOTHING;
    const slotted = slotOf(node);
    const both = slotted ? covering(around, of(slotted)) : around;
    return node.nodeType === 1 ? withMarks(node as Element, both) : both; // by its type
  };

  return {
    of,
    forget() {
      found = new WeakMap();
    },
  };
}

/** A slot covers what is put into it; it does not let it through. */
const covering = (around: Surroundings, slot: Surroundings): Surroundings => ({
  blocked: around.blocked || slot.blocked,
  masked: around.masked || slot.masked,
  unmasked: around.unmasked,
  insideField: around.insideField || slot.insideField,
});

function withMarks(element: Element, around: Surroundings): Surroundings {
  const isUnmasked = element.hasAttribute('data-support-unmask');
  const isEditor = element.hasAttribute('contenteditable') && (element as HTMLElement).isContentEditable; // absent, so false, on shapes
  return {
    blocked: around.blocked || element.hasAttribute('data-support-block'),
    masked: around.masked || element.hasAttribute('data-support-mask'),
    unmasked: around.unmasked || isUnmasked,
    insideField: (around.insideField || isEditor) && !isUnmasked,
  };
}

const slotOf = (node: Node): Element | null => ('assignedSlot' in node ? (node as Element | Text).assignedSlot : null); // only elements and texts are put into slots

function frameOf(document: Document): Element | null {
  try {
    return document.defaultView?.frameElement ?? null;
  } catch {
    return null; // the page around is of another origin
  }
}
