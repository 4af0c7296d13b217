/** Changes to a page that can be taken back. */
export interface Edits {
  /** Without a value the attribute goes. */
  setAttribute(element: Element, name: string, value?: string): void;
  setText(node: Node, text: string): void;
  /** Puts a node, new or from elsewhere on the page, before another. */
  insert(node: Node, before: Node): void;
  append(node: Node, parent: Node): void;
  remove(node: Node): void;
  /** Takes all of it back, last first. Stops after each. */
  undo(): Generator<void>;
}

/** Starts to note changes. */
export function createEdits(): Edits {
  const undos: (() => void)[] = [];
  const place = (node: Node, parent: Node, next: Node | null): void => {
    const { parentNode, nextSibling } = node;
    undos.push(() => (parentNode ? void parentNode.insertBefore(node, nextSibling) : void parent.removeChild(node)));
    parent.insertBefore(node, next);
  };
  return {
    setAttribute(element, name, value) {
      const before = element.getAttribute(name);
      undos.push(() => write(element, name, before));
      write(element, name, value ?? null);
    },
    setText(node, text) {
      const { nodeValue } = node;
      undos.push(() => void (node.nodeValue = nodeValue));
      node.nodeValue = text;
    },
    insert(node, before) {
      if (before.parentNode) place(node, before.parentNode, before);
    },
    append: (node, parent) => place(node, parent, null),
    remove(node) {
      const { parentNode, nextSibling } = node;
      if (!parentNode) return;
      undos.push(() => void parentNode.insertBefore(node, nextSibling));
      parentNode.removeChild(node);
    },
    *undo() {
      for (let undo = undos.pop(); undo; undo = undos.pop()) {
        undo();
        yield;
      }
    },
  };
}

const write = (element: Element, name: string, value: string | null): void =>
  value === null ? element.removeAttribute(name) : element.setAttribute(name, value);
