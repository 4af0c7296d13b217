import type { Lifetime } from '../../foundation/lifetime';
import { isCovered } from './coveredPlace';

/** How an element lies in the window. */
export interface InView {
  /** Half of it is seen, or it fills half of the window. */
  readonly isHalfSeen: boolean;
  /** It has a size. */
  readonly hasSize: boolean;
  /** Something of the host lies over its middle. Only of what is half seen. */
  readonly isCovered: boolean;
}

/** Watches elements with one observer of views and one of sizes; they tell of scrolling, hiding and removal without any layout of ours. */
export interface TargetWatch {
  /** Replaces what is watched. */
  watch(elements: ReadonlySet<Element>): void;
  /** Tells soon how this one lies, as if it was watched from now on. */
  tellAgain(element: Element): void;
}

/** What watching elements works with. */
export interface TargetWatchOptions {
  readonly page: Document;
  /** Our own elements: they cover nothing. */
  isOwn(element: Element): boolean;
  safely(action: () => unknown): unknown;
  onView(element: Element, view: InView): void;
  /** How some lie was told. */
  onViewed(): void;
  /** It left the page while nothing of it was seen. */
  onGone(element: Element): void;
}

/** A frame gives this much to looking what covers. Milliseconds. */
const BUDGET_MS = 1;
/** After these something may lie over a place that did not, or no longer. */
const MOVES = ['scroll', 'click', 'keyup', 'toggle', 'transitionend', 'animationend'];
const QUIET = { capture: true, passive: true } as const;

/**
 * Starts watching nothing. `onView` is called first soon after an element is watched, then when it changes. What covers it is looked at
 * there, where the page is laid out already, and once more after what may have moved something:
 *
 *   scroll, press, … ─▶ watch anew ─▶ the browser lays out ─▶ how it lies, what covers it ─▶ `onView`
 */
export function watchTargets(options: TargetWatchOptions, lifetime: Lifetime): TargetWatch {
  const { page, isOwn, safely, onView, onViewed, onGone } = options;
  const watched = new Set<Element>();
  const seen = new Set<Element>();
  const awaited = new Set<Element>();
  const observeAnew = (element: Element): void => {
    awaited.add(element);
    observer.unobserve(element);
    observer.observe(element);
  };
  const tellAgain = (element: Element): void => {
    if (!awaited.has(element)) observeAnew(element);
  };
  const take = (entry: IntersectionObserverEntry): void => {
    const { target } = entry;
    awaited.delete(target);
    const view = viewOf(entry);
    if (view.isHalfSeen) seen.add(target);
    else seen.delete(target);
    onView(target, { ...view, isCovered: view.isHalfSeen && isCovered(target, entry.boundingClientRect, isOwn) });
  };
  const observer = new IntersectionObserver(
    (entries) => {
      const endsAt = performance.now() + BUDGET_MS;
      for (const entry of entries) {
        if (!watched.has(entry.target)) continue;
        if (performance.now() <= endsAt) safely(() => take(entry));
        else observeAnew(entry.target);
      }
      safely(onViewed);
    },
    { threshold: [0, 0.5, 1] },
  );
  const sizes = noticeGone((element) => {
    if (watched.has(element) && !seen.has(element)) safely(() => onGone(element));
  });
  const follow = followMoves(page, () => seen.forEach(tellAgain));
  const forget = (element: Element): void => {
    for (const all of [watched, seen, awaited]) all.delete(element);
    observer.unobserve(element);
    sizes.unobserve(element);
  };
  for (const one of [observer, sizes]) lifetime.add(() => one.disconnect());
  lifetime.add(() => follow('removeEventListener'));
  return {
    watch(elements) {
      const wasAny = watched.size > 0;
      for (const element of watched) if (!elements.has(element)) forget(element);
      for (const element of elements) {
        if (watched.has(element)) continue;
        watched.add(element);
        awaited.add(element);
        observer.observe(element);
        sizes.observe(element);
      }
      if (wasAny !== elements.size > 0) follow(wasAny ? 'removeEventListener' : 'addEventListener');
    },
    tellAgain,
  };
}

/** Follows what may have moved something, or no longer. */
const followMoves =
  (page: Document, onMove: () => void) =>
  (how: 'addEventListener' | 'removeEventListener'): void => {
    for (const move of MOVES) page[how](move, onMove, QUIET);
    page.defaultView?.[how]('resize', onMove, QUIET);
  };

/** What is out of view stays out of view when it leaves the page: only its size tells of that. */
const noticeGone = (onGone: (element: Element) => void): ResizeObserver =>
  new ResizeObserver((entries) => {
    for (const { target } of entries) if (!target.isConnected) onGone(target);
  });

function viewOf({
  isIntersecting,
  intersectionRatio,
  intersectionRect,
  boundingClientRect,
  rootBounds,
}: IntersectionObserverEntry): Omit<InView, 'isCovered'> {
  const fills = rootBounds !== null && intersectionRect.height >= rootBounds.height / 2;
  return {
    isHalfSeen: isIntersecting && (intersectionRatio >= 0.5 || fills),
    hasSize: boundingClientRect.width > 0 || boundingClientRect.height > 0,
  };
}
