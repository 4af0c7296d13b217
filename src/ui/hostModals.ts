import type { Lifetime, Undo } from '../foundation/lifetime';

/** The host's native modal dialogs, as they come and go. */
export interface HostModals {
  /** The one opened last. All outside it is inert. */
  top(): HTMLDialogElement | undefined;
  /** Tells of every change, in the order of asking. */
  follow(listener: (change: HostModalChange) => void): Undo;
}

/** What changed: a modal came on top (`opened`), or only went away. */
export type HostModalChange = 'opened' | 'closed';

type Root = Document | ShadowRoot;

/**
 * Watches native modals in the document, and in the host's shadow roots as soon as focus goes into one
 * (`showModal` always moves it there). Dialogs made without `showModal` make nothing inert: they need no watching.
 */
export function watchHostModals(page: Document, lifetime: Lifetime): HostModals {
  const listeners = new Set<(change: HostModalChange) => void>();
  const tell = (change: HostModalChange): void => listeners.forEach((listener) => listener(change));
  const roots = new Set<Root>();
  let stack: readonly HTMLDialogElement[] = [];

  const check = (records: readonly MutationRecord[]): void => {
    const reopened = new Set(
      records
        .filter((record) => record.attributeName === 'open' && record.oldValue === null)
        .map(({ target }) => target),
    );
    const open = [...roots].flatMap((root) => [...root.querySelectorAll<HTMLDialogElement>('dialog:modal')]);
    const before = stack;
    const stayed = before.filter((dialog) => open.includes(dialog) && !reopened.has(dialog));
    const opened = open.filter((dialog) => !stayed.includes(dialog));
    stack = [...stayed, ...opened];
    if (opened.length > 0) tell('opened');
    else if (stack.length < before.length) tell('closed');
    if (before.length > 0 !== stack.length > 0) for (const root of roots) observe(root);
  };
  const observer = new MutationObserver(check);
  // Nodes are watched only while a modal is open: a host may remove it without closing it.
  const observe = (root: Root): void =>
    observer.observe(root, {
      subtree: true,
      attributeFilter: ['open'],
      attributeOldValue: true,
      childList: stack.length > 0,
    });
  const add = (root: Root): void => {
    if (roots.has(root)) return;
    roots.add(root);
    observe(root);
    check([]);
  };
  const followFocus = (event: Event): void => {
    for (const target of event.composedPath()) if (target instanceof ShadowRoot) add(target);
  };

  add(page);
  page.addEventListener('focusin', followFocus, true);
  lifetime.add(() => {
    observer.disconnect();
    page.removeEventListener('focusin', followFocus, true);
  });
  return {
    top: () => stack.at(-1),
    follow(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
