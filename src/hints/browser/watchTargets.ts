import type { Lifetime } from '../../foundation/lifetime';

/** How an element lies in the window. */
export interface InView {
  /** Half of it is seen, or it fills half of the window. */
  readonly isHalfSeen: boolean;
  /** It has a size. */
  readonly hasSize: boolean;
}

/** Watches elements with one observer; it tells of scrolling, hiding and removal without any layout of ours. */
export interface TargetWatch {
  /** Replaces what is watched. */
  watch(elements: ReadonlySet<Element>): void;
  /** Tells soon how this one lies, as if it was watched from now on. */
  tellAgain(element: Element): void;
}

/** Starts watching nothing. `onView` is called first soon after an element is watched, then when it changes. */
export function watchTargets(onView: (element: Element, view: InView) => void, lifetime: Lifetime): TargetWatch {
  const watched = new Set<Element>();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) if (watched.has(entry.target)) onView(entry.target, viewOf(entry));
    },
    { threshold: [0, 0.5, 1] },
  );
  lifetime.add(() => observer.disconnect());
  return {
    watch(elements) {
      for (const element of watched) {
        if (elements.has(element)) continue;
        watched.delete(element);
        observer.unobserve(element);
      }
      for (const element of elements) {
        if (watched.has(element)) continue;
        watched.add(element);
        observer.observe(element);
      }
    },
    tellAgain(element) {
      observer.unobserve(element);
      observer.observe(element);
    },
  };
}

function viewOf({
  isIntersecting,
  intersectionRatio,
  intersectionRect,
  boundingClientRect,
  rootBounds,
}: IntersectionObserverEntry): InView {
  const fills = rootBounds !== null && intersectionRect.height >= rootBounds.height / 2;
  return {
    isHalfSeen: isIntersecting && (intersectionRatio >= 0.5 || fills),
    hasSize: boundingClientRect.width > 0 || boundingClientRect.height > 0,
  };
}
