import type { Lifetime } from '../../foundation/lifetime';
import type { PageSign } from '../ports';
import { rootOf, selectorOf, type LookOptions, type Place, type Root } from './findMatches';
import { glanceAtSigns } from './glanceAtSigns';
import { paceLooks, type Pace } from './paceLooks';

/** Looks for places while the page changes, and for nothing when none is awaited. */
export interface PageObserver {
  /** Says what is awaited from now on, by name. What is new is looked for in the next frame. */
  setAwaited(places: ReadonlyMap<string, Place>): void;
  /** Another page: what was too costly on the last one is tried again. */
  arrive(): void;
}

/** What `observePage` works with. */
export interface ObserverOptions {
  look(): LookOptions;
  /** Our own elements: what happens in them is no change of the page. */
  isOwn(element: Element): boolean;
  safely(action: () => unknown): unknown;
  /** Says that looking takes long. */
  tell(signs: readonly PageSign[]): void;
  /** Looks for one place. */
  onLook(name: string): void;
  /** What was looked for in this frame can be told. */
  onLooked(): void;
}

/** What is larger is not searched for signs: then all places are looked for. */
const SMALL_CHILDREN = 40;
const MOST_PARTS = 200;
/** Shadow roots and frames that are followed beside the page. */
const MOST_INNER = 12;
/** A press may show something by a class; a frame that has loaded holds another document. */
const TOLD_BY = ['click', 'load'];
const QUIET = { capture: true, passive: true } as const;
const ADDITIONS = { childList: true, subtree: true } as const;

/**
 * Follows the page with one observer, and only while something is awaited. A change costs an entry in a set; what is looked at, is
 * looked at in the next frame:
 *
 *   change ─▶ small: has it a sign of a place? ─ no ─▶ nothing
 *     │                     │ yes
 *     └── large, many ──────┴──▶ look for all, one after another, until the frame's time is spent ─▶ go on in the next frame
 *
 * A page that never rests is glanced at instead: is a strong sign there of what is awaited?
 * Attributes are not followed: a press of the host's looks once more, and what a class shows is told by `watchTargets`.
 */
export function observePage(options: ObserverOptions, lifetime: Lifetime): PageObserver {
  const { look, isOwn, safely, tell, onLook, onLooked } = options;
  const { page } = look();
  let places: ReadonlyMap<string, Place> = new Map();
  let gate: string | undefined;
  const signs = glanceAtSigns(look);
  const parts = new Set<Element>();

  const pace = paceLooks({
    view: page.defaultView ?? window,
    safely,
    onCostly: (level) => tell([{ is: 'costly', level }]),
    sift(isOver) {
      const changed = [...parts];
      parts.clear();
      return changed.some((part) => isOver() || mayHold(part, (gate ??= gateOf(places, look()))));
    },
    names: () => places.keys(),
    glance: signs.come,
    lookFor(name) {
      const place = places.get(name);
      if (place?.shadow || place?.frame !== undefined) inner.follow(rootOf(place, look()));
      onLook(name);
    },
    onLooked,
  });
  const note = noteParts(parts, pace, isOwn);
  const observer = new MutationObserver((records) => safely(() => eachAdded(records, note)));
  const inner = followInner((root) => observer.observe(root, ADDITIONS));
  const start = (): void => {
    observer.observe(page.documentElement, ADDITIONS);
    for (const name of TOLD_BY) page.addEventListener(name, pace.planAll, QUIET);
  };
  const stop = (): void => {
    observer.disconnect();
    for (const name of TOLD_BY) page.removeEventListener(name, pace.planAll, QUIET);
    pace.stop();
    signs.forget();
    inner.forget();
    parts.clear();
  };
  lifetime.add(stop);

  return {
    arrive: pace.arrive,
    setAwaited(next) {
      const wasFollowing = places.size > 0;
      const isNew = [...next].some(([name, place]) => places.get(name) !== place);
      places = next;
      gate = undefined; // written when it is asked: it changes with each place that is found
      signs.await(next);
      if (next.size === 0) stop();
      else if (!wasFollowing) start();
      if (isNew) pace.planAllNow();
    },
  };
}

/** Remembers a small part that was added, to be asked in the next frame; what is large or comes with many is looked through. */
const noteParts =
  (parts: Set<Element>, pace: Pace, isOwn: ObserverOptions['isOwn']) =>
  (node: Node): void => {
    if (node.nodeType !== 1 || isOwn(node as Element)) return; // by its type
    const part = node as Element; // by its type
    if (pace.isPlanned || part.childElementCount > SMALL_CHILDREN || parts.size >= MOST_PARTS) return pace.planAll();
    parts.add(part);
    pace.plan();
  };

const eachAdded = (records: readonly MutationRecord[], note: (node: Node) => void): void =>
  records.forEach(({ addedNodes }) => addedNodes.forEach(note));

/** Has what stands inside the page followed too, each once. */
function followInner(observe: (root: Root) => void): { follow(root: Root | undefined): void; forget(): void } {
  let inner = new Set<Root>();
  return {
    follow(root) {
      if (!root || inner.has(root) || inner.size >= MOST_INNER) return;
      inner.add(root);
      observe(root);
    },
    forget: () => void (inner = new Set()),
  };
}

const mayHold = (part: Element, gate: string): boolean =>
  part.isConnected && gate !== '' && (part.matches(gate) || part.querySelector(gate) !== null);

/** Signs of the awaited places, as one selector: only small parts of the page are asked for it. */
const gateOf = (places: ReadonlyMap<string, Place>, options: LookOptions): string =>
  [
    ...new Set([...places.values()].flatMap(({ tag, find }) => find.map(({ by }) => selectorOf(tag, by, options)))),
  ].join(',');
