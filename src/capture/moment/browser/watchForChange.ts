import type { StyleRoot } from './findElements';

/** Tells whether a page may look other than when the watch began. */
export interface ChangeWatch {
  hasChanged(): boolean;
  end(): void;
}

/** What changes how a page looks without changing its tree. */
const ACTS = ['input', 'change', 'scroll', 'toggle', 'focusin', 'focusout', 'transitionrun', 'animationstart', 'load'];

/**
 * Watches what can change how a page looks: its trees, fields, scroll, focus, size, and the start of any movement.
 * A sheet that a script changes in place is not seen: such a picture is a moment old, and masked like any other.
 */
export function watchForChange(roots: readonly StyleRoot[], own: (element: Element) => boolean): ChangeWatch {
  const ended = new AbortController();
  const { signal } = ended;
  let isChanged = false;
  const isOwn = (node: unknown): boolean => node instanceof Element && own(node);
  const judge = (records: readonly MutationRecord[]): void => {
    isChanged ||= records.some(({ target, addedNodes, removedNodes }) => {
      const moved = [...addedNodes, ...removedNodes];
      return !isOwn(target) && (moved.length === 0 || !moved.every(isOwn));
    });
  };
  const act = ({ target }: Event): void => {
    isChanged ||= !isOwn(target);
  };
  const observer = new MutationObserver(judge);
  for (const root of roots) {
    observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
    for (const name of ACTS) root.addEventListener(name, act, { capture: true, passive: true, signal });
  }
  window.addEventListener('resize', act, { signal });
  return {
    hasChanged() {
      judge(observer.takeRecords());
      return isChanged;
    },
    end() {
      observer.disconnect();
      ended.abort();
    },
  };
}
