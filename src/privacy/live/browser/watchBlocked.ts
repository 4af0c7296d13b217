import { blockedShare, MOSTLY_BLOCKED, type Box } from '../blockedShare';

/** Follows how much of the view the host has blocked. */
export interface BlockedWatch {
  /** The mark of an element may have come or gone. */
  look(element: Element): void;
  end(): void;
}

/** Steps of the seen share of an element: fine enough for one that is ten times the view. */
const STEPS = Array.from({ length: 101 }, (_, step) => step / 100);

/** Starts following. `onBlocked` is told when blocked boxes fill half of the view, and when they no longer do. */
export function watchBlocked(view: Window, onBlocked: (isBlocked: boolean) => void): BlockedWatch {
  const boxes = new Map<Element, Box>();
  let isBlocked = false;

  const decide = (): void => {
    const { innerWidth: width, innerHeight: height } = view;
    const next = blockedShare([...boxes.values()], { width, height }) >= MOSTLY_BLOCKED;
    if (next !== isBlocked) onBlocked((isBlocked = next));
  };
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting, intersectionRect: box } of entries) {
        if (isIntersecting) boxes.set(target, [box.left, box.top, box.right, box.bottom]);
        else boxes.delete(target);
      }
      decide();
    },
    { threshold: STEPS },
  );
  view.addEventListener('resize', decide);

  return {
    look(element) {
      if (element.hasAttribute('data-support-block')) observer.observe(element);
      else if (boxes.delete(element)) {
        observer.unobserve(element);
        decide();
      }
    },
    end() {
      observer.disconnect();
      view.removeEventListener('resize', decide);
    },
  };
}
