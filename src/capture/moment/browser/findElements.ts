/** Where a style sheet counts: a document, or a shadow tree. */
export type StyleRoot = Document | ShadowRoot;

/** Elements that one selector of a style sheet reaches, and which box of them. */
export interface Reach {
  readonly elements: Iterable<Element>;
  /** `::before` and the like, or nothing. */
  readonly box: string;
}

/** The elements that an `@scope` rule starts from, and where it ends. */
export interface Scope {
  readonly roots: readonly Element[];
  readonly end: string | null;
}

const BOX = /::[-\w]+(?:\([^()]*\))?$/;
/** Boxes that the copy draws too: what an author adds, and the parts of a field or scroll bar. */
const DRAWN_BOX =
  /^(?:::(?:before|after|first-line|first-letter|marker|file-selector-button|placeholder|details-content|-(?:webkit|moz)-[\w-]+))?$/;
const HOST = /^:host(?:\(((?:[^()]|\([^()]*\))*)\))?(?=$|[\s>:.[])/;
const CLASS = /\.((?:\\.|[\w-]|[^\0-\x7f])+)/g;

/** Asks the live page which elements a selector reaches: the browser knows, also about `:hover`, `:has()`, attributes and shadow trees. */
export function reachOf(selector: string, root: StyleRoot, scope?: Scope): Reach | undefined {
  try {
    const box = BOX.exec(selector)?.[0] ?? '';
    const subject = box ? selector.slice(0, -box.length) : selector;
    if (box.startsWith('::slotted')) return { elements: slotted(subject, box.slice(10, -1), root), box: '' };
    if (box.startsWith('::part')) return { elements: parts(subject, box.slice(7, -1), root), box: '' };
    if (!DRAWN_BOX.test(box)) return undefined;
    return { elements: scope ? findInScope(subject, scope) : find(subject, root), box };
  } catch {
    return undefined; // a selector that this engine cannot read reaches nothing
  }
}

/** Asks each element that a scope starts from, for which `:scope` is that element. */
function* findInScope(selector: string, { roots, end }: Scope): Iterable<Element> {
  for (const root of roots) {
    if (root.matches(selector)) yield root;
    for (const element of root.querySelectorAll(selector || '*')) {
      const limit = end === null ? null : element.closest(end);
      if (!limit || limit === root || !root.contains(limit)) yield element;
    }
  }
}

function find(selector: string, root: StyleRoot): Iterable<Element> {
  const host = HOST.exec(selector);
  if (!host || !('host' in root)) return root.querySelectorAll(selector || '*');
  if (host[1] !== undefined && !root.host.matches(host[1])) return [];
  const rest = selector.slice(host[0].length).trim();
  if (/^[:.[]/.test(selector.slice(host[0].length))) return root.host.matches(rest) ? [root.host] : [];
  return rest ? root.querySelectorAll(rest.replace(/^>/, '')) : [root.host];
}

function* slotted(subject: string, wanted: string, root: StyleRoot): Iterable<Element> {
  for (const slot of root.querySelectorAll(subject || 'slot')) {
    if (slot instanceof HTMLSlotElement)
      yield* slot.assignedElements({ flatten: true }).filter((element) => element.matches(wanted));
  }
}

function* parts(subject: string, names: string, root: StyleRoot): Iterable<Element> {
  const wanted = names
    .split(/\s+/)
    .map((name) => `[part~="${CSS.escape(name)}"]`)
    .join('');
  for (const host of find(subject, root)) yield* host.shadowRoot?.querySelectorAll(wanted) ?? [];
}

/** All class names below a root, so that most rules of a big framework need not be asked about. */
export function classNamesIn(root: StyleRoot): ReadonlySet<string> {
  const names = new Set<string>();
  for (const element of root.querySelectorAll('[class]')) for (const name of element.classList) names.add(name);
  return names;
}

/** Tells whether a selector may reach something, by its class names outside brackets alone. */
export function mayReach(selector: string, names: ReadonlySet<string>): boolean {
  if (/[(\\:]/.test(selector) && /\\|:host|::/.test(selector)) return true;
  for (const [, name] of selector.replace(/\(.*\)|\[[^\]]*\]/g, '').matchAll(CLASS))
    if (name && !names.has(name)) return false;
  return true;
}
