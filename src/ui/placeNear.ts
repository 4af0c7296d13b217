import {
  arrow,
  computePosition,
  flip,
  offset,
  shift,
  type Middleware,
  type Placement,
  type ReferenceElement,
} from '@floating-ui/dom';
import type { Undo } from '../foundation/lifetime';
import { fieldInUse, overlaps, type Box, type FieldInUse } from './fieldInUse';
import { followPlace } from './followPlace';

const GAP_PX = 8;
/** A card is at least this high, also where it covers its target by that. */
const LEAST_PX = 160;

/** Where a card stands to its target: `bottom`, `right-start`, … */
export type Side = Placement;

const SIDES = ['bottom', 'top', 'right', 'left'].flatMap((side) => [side, `${side}-start`, `${side}-end`]) as Side[]; // all twelve that there are

/** Reads a side; what is not known is `bottom`. */
export const sideOf = (written: string | undefined): Side => SIDES.find((side) => side === written) ?? 'bottom';

/** What is placed, and where. */
export interface Placing {
  readonly target: Element;
  readonly card: HTMLElement;
  readonly arrow?: HTMLElement | null;
  readonly side: Side;
  /** Lies over the corner of the target instead of beside it, by this many px. */
  readonly overlapPx?: number;
  /** Other elements of ours that may not be covered. */
  readonly clearOf?: () => readonly Element[];
  /** Told after each placing where the target is, and nothing while it is out of view. */
  readonly onPlaced?: (target: Box | undefined) => void;
}

/**
 * Keeps a card at its target until undone: on the wished side, on the other one where there is no room, never over the field in use.
 * It says `data-side`, the height that there is as `--room`, and `data-away` while the target is out of view or cannot be
 * reached: empty, or `coming` before it was placed at all, when it may have the focus already. Looks are for the sheet.
 */
export function placeNear(placing: Placing): Undo {
  const { target, card, onPlaced } = placing;
  let turn = 0;
  const hide = (): void => {
    turn += 1;
    card.dataset['away'] = '';
    onPlaced?.(undefined);
  };
  const place = async (): Promise<void> => {
    turn += 1;
    const mine = turn;
    if (!isReachable(card, target)) return hide();
    const found = await findPlace(placing);
    if (mine !== turn) return;
    write(placing, found);
    onPlaced?.(targetIn(found.middlewareData));
  };
  if (!card.style.left) card.dataset['away'] = 'coming'; // at its next target it stays in sight until it goes there
  const unfollow = followPlace({
    target,
    card,
    place: () => void place(),
    onInView: (isInView) => {
      if (!isInView) hide();
    },
  });
  return () => {
    turn += 1;
    unfollow();
  };
}

type Found = Awaited<ReturnType<typeof computePosition>>;

/** The wished side, then the others, until nothing is covered that may not be. Failing that, below all that belongs to the field. */
async function findPlace(placing: Placing): Promise<Found> {
  const { target, card, side } = placing;
  const field = fieldInUse(target.ownerDocument, card);
  const covers = coverTest(placing, field);
  const first = await compute(placing, target, side);
  if (!covers(first)) return first;
  for (const other of SIDES.filter((one) => !one.includes('-'))) {
    const found = await compute(placing, target, other);
    if (!covers(found)) return found;
  }
  const below = field?.group && (await compute(placing, field.group, 'bottom'));
  return below && !covers(below) ? below : first;
}

function coverTest({ card, clearOf }: Placing, field: FieldInUse | undefined): (place: Found) => boolean {
  const { offsetWidth: width, offsetHeight: height } = card;
  const ours = (clearOf?.() ?? []).map((one) => one.getBoundingClientRect());
  const taken: readonly Box[] = field ? [field.box, ...ours] : ours;
  return ({ x, y }) => taken.some((box) => overlaps(box, { x, y, width, height }));
}

function compute(placing: Placing, reference: ReferenceElement, placement: Side): Promise<Found> {
  const over = placing.overlapPx;
  const beside = [
    offset(GAP_PX),
    // a place as wide as the view has room above or below it only; along the edge `shift` does what is needed
    flip({ padding: GAP_PX, crossAxis: false, fallbackAxisSideDirection: 'end' }),
    shift({ padding: GAP_PX }),
    ...(placing.arrow ? [arrow({ element: placing.arrow, padding: 12 })] : []),
  ];
  return computePosition(reference, placing.card, {
    strategy: 'fixed',
    placement,
    middleware: [...(over === undefined ? beside : overCorner(over)), remember],
  });
}

const overCorner = (by: number): readonly Middleware[] => [
  offset(({ rects }) => ({ mainAxis: -by, crossAxis: rects.floating.width - by })),
  shift(),
];

const remember = {
  name: 'target',
  fn: ({ rects }: { readonly rects: { readonly reference: Box } }) => ({ data: rects.reference }),
};

function write({ card, arrow: tip }: Placing, found: Found): void {
  const { x, y, placement, middlewareData } = found;
  card.style.setProperty('left', `${Math.round(x)}px`);
  card.style.setProperty('top', `${Math.round(y)}px`);
  card.style.setProperty('--room', `${Math.max(LEAST_PX, Math.floor(roomAt(found)))}px`);
  card.dataset['side'] = placement.split('-')[0];
  delete card.dataset['away'];
  if (!tip) return;
  const { x: tipX, y: tipY } = middlewareData.arrow ?? {};
  tip.style.setProperty('left', tipX === undefined ? '' : `${tipX}px`);
  tip.style.setProperty('top', tipY === undefined ? '' : `${tipY}px`);
}

/** How high a card may be on the side where it stands. */
function roomAt({ y, placement, middlewareData }: Found): number {
  const height = document.documentElement.clientHeight;
  if (placement.startsWith('bottom')) return height - y - GAP_PX;
  return placement.startsWith('top') ? targetIn(middlewareData).y - 2 * GAP_PX : height - 2 * GAP_PX;
}

const targetIn = (steps: Found['middlewareData']): Box => steps['target'] as Box; // `remember` put it there

/** Outside an open modal of the host everything is inert: a card inside it must not point there. */
function isReachable(card: HTMLElement, target: Element): boolean {
  if (!target.isConnected) return false;
  const modal = outerOf(card)?.parentElement?.closest('dialog');
  return !modal || holds(modal, target);
}

const holds = (outer: Element, inner: Node | null): boolean =>
  inner !== null && (outer.contains(inner) || holds(outer, outerOf(inner)));

/** What holds the tree that a node is in: the host of its shadow root, or the frame of its page. */
function outerOf(node: Node): Element | null {
  const root = node.getRootNode();
  return 'host' in root ? (root as ShadowRoot).host : (node.ownerDocument?.defaultView?.frameElement ?? null); // only a shadow root has a host
}
