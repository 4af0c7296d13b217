import type { Undo } from '../foundation/lifetime';

/** What is followed. */
export interface PlaceFollowing {
  readonly target: Element;
  /** What is placed there: when its size changes it has to be placed again. */
  readonly card: HTMLElement;
  /** Places: at most once a frame, and only while the target is in view. */
  readonly place: () => void;
  /** Told when the target comes into view or goes out of it; hidden and removed is out of view too. */
  readonly onInView: (isInView: boolean) => void;
}

/** Fine enough to notice one pixel of an element of a hundred. */
const STEPS = Array.from({ length: 101 }, (_, step) => step / 100);

/**
 * Calls `place` when something has happened that may have moved the target: scrolling of any box, a resize, another size of target or
 * card, or a push by the page around it. Nothing runs while nothing happens, or while the target is out of view.
 */
export function followPlace({ target, card, place, onInView }: PlaceFollowing): Undo {
  const page = target.ownerDocument;
  const view = page.defaultView;
  if (!view) return () => undefined;
  let isInView = false;
  let frame = 0;
  const schedule = (): void => {
    if (isInView && frame === 0) frame = view.requestAnimationFrame(run);
  };
  const pushed = followPushes(target, schedule);
  const run = (): void => {
    frame = 0;
    if (!isInView) return;
    pushed.renew();
    place();
  };
  const seen = new IntersectionObserver((entries) => {
    isInView = entries.at(-1)?.isIntersecting ?? false;
    onInView(isInView);
    if (isInView) schedule();
    else pushed.end();
  });
  const sized = new ResizeObserver(schedule);
  seen.observe(target);
  for (const element of [target, card]) sized.observe(element);
  const views = new Set([view, card.ownerDocument.defaultView ?? view]); // a target in a frame moves with both
  const undoEvents = [...views].map((one) => listenFor(one, schedule));
  card.addEventListener('toggle', schedule); // shown again after our bar moved
  return () => {
    isInView = false;
    view.cancelAnimationFrame(frame);
    for (const observer of [seen, sized]) observer.disconnect();
    pushed.end();
    for (const undo of undoEvents) undo();
    card.removeEventListener('toggle', schedule);
  };
}

/** The focus counts too: a card may not cover the field that a person goes to, nor the caret in free text. */
function listenFor(view: Window, schedule: () => void): Undo {
  const { document: page } = view;
  const followCaret = (): void => {
    const active = page.activeElement;
    if (active instanceof HTMLElement && active.isContentEditable) schedule();
  };
  const passive = { capture: true, passive: true } as const;
  view.addEventListener('scroll', schedule, passive);
  view.addEventListener('resize', schedule);
  page.addEventListener('focusin', schedule, true);
  page.addEventListener('selectionchange', followCaret);
  return () => {
    view.removeEventListener('scroll', schedule, passive);
    view.removeEventListener('resize', schedule);
    page.removeEventListener('focusin', schedule, true);
    page.removeEventListener('selectionchange', followCaret);
  };
}

/**
 * Notices that the page pushed the target away, for which there is no event: an observer looks at exactly the ground on which the
 * target stands, so a target that leaves it is seen.
 */
function followPushes(target: Element, onPushed: () => void): { renew(): void; end(): void } {
  let observer: IntersectionObserver | undefined;
  let ground = '';
  const end = (): void => {
    observer?.disconnect();
    observer = undefined;
    ground = '';
  };
  return {
    end,
    renew() {
      const { top, right, bottom, left } = target.getBoundingClientRect();
      const page = target.ownerDocument;
      const { clientWidth, clientHeight } = page.documentElement;
      const insets = [top, clientWidth - right, clientHeight - bottom, left].map((inset) => `${-Math.floor(inset)}px`);
      if (ground === insets.join(' ')) return;
      end();
      ground = insets.join(' ');
      let isFirst = true;
      observer = new IntersectionObserver(
        ([entry]) => {
          // The first report is how it stands, unless it moved before the observer looked.
          const hasMoved = Math.abs((entry?.boundingClientRect.top ?? top) - top) > 1;
          if (!isFirst || hasMoved) {
            ground = '';
            onPushed();
          }
          isFirst = false;
        },
        { root: page, rootMargin: ground, threshold: STEPS },
      );
      observer.observe(target);
    },
  };
}
