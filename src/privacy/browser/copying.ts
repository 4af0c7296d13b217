import type { CoveredSpot, UncoveredPiece } from '../coveredSpot';
import { isSeparator } from '../filler';
import type { InterfaceDictionary } from '../interfaceTexts';
import { maskVerdict, type SpotKind } from '../maskRule';
import type { Pace } from '../pace';
import { createFindBelow, type FindBelow } from './belowView';
import { createLandmarkList, type LandmarkList } from './findLandmarks';
import { AT_REST, type HeldPlace } from './heldPlace';
import { createShapeWriter, type ShapeWriter } from './maskShape';
import type { StyleMask } from './maskStyle';
import { createSpotNamer } from './nameSpot';
import type { PictureSources } from './pictureSources';
import { createSpotList, type SpotList } from './spotList';

/** What the copy needs to know of the page. */
export interface MaskTreeOptions {
  readonly document: Document;
  readonly dictionary: InterfaceDictionary;
  readonly maskStyle: StyleMask;
  readonly pictures: PictureSources;
  /** Marks of the transplanted rules, per element. */
  readonly marks: ReadonlyMap<Element, string>;
  /** Attributes that the style shows by `attr()`. */
  readonly shownAttributes: ReadonlySet<string>;
  /** Elements in the top layer, which are drawn last. */
  readonly topLayer: ReadonlySet<Element>;
  /** Properties whose value is read from the element: an animation has them, or no rule tells of them. */
  readonly held: ReadonlyMap<Element, readonly string[]>;
  /** Whether a piece is copied now or later. */
  readonly pace: Pace;
  /** Elements of our own, which are never in the picture. */
  own(element: Element): boolean;
  onGap(gap: string): void;
}

/** What holds for everything below an element. */
export interface Around {
  readonly masked: boolean;
  readonly unmasked: boolean;
  readonly insideField: boolean;
  readonly place: HeldPlace;
}

/** The outermost surroundings: nothing is known, nothing has scrolled. */
export const NOTHING_AROUND: Around = { masked: false, unmasked: false, insideField: false, place: AT_REST };

/** One copy in the making. */
export interface Copying extends MaskTreeOptions {
  readonly spots: SpotList;
  readonly parts: LandmarkList;
  /** Markup of the top layer, in order. */
  readonly onTop: string[];
  readonly range: Range;
  readonly shapes: ShapeWriter;
  readonly findBelow: FindBelow;
  /** Tells whether a text is the interface's own, by itself. */
  isKnown(text: string): boolean;
}

/** Starts a copy. */
export function startCopying(options: MaskTreeOptions): Copying {
  const isKnown = (text: string): boolean => isSeparator(text) || options.dictionary.has(text);
  return {
    ...options,
    spots: createSpotList(createSpotNamer(options.dictionary)),
    parts: createLandmarkList(options.dictionary),
    onTop: [],
    range: options.document.createRange(),
    shapes: createShapeWriter({ ...options, isKnown }),
    findBelow: createFindBelow(options.document.defaultView ?? window),
    isKnown,
  };
}

/** Tells whether a spot may be seen. A block is met earlier, since nothing below it is looked at. */
export function mayShow(
  element: Element,
  around: Around,
  { kind, isInterface }: { kind: SpotKind; isInterface: boolean },
): boolean {
  const verdict = maskVerdict({
    kind,
    isInterface,
    blocked: false,
    masked: around.masked || element.hasAttribute('data-support-mask'),
    unmaskedItself: kind !== 'text' && element.hasAttribute('data-support-unmask'),
    unmaskedAround: around.unmasked,
    insideField: around.insideField,
  });
  return verdict === 'keep';
}

/** A place that is covered, and what to show when the person reveals it. Without `uncovered` it stays covered for good. */
export interface FoundSpot {
  readonly kind: CoveredSpot['kind'];
  readonly box: DOMRect;
  readonly place: HeldPlace;
  readonly covered: string;
  uncovered?(): Omit<UncoveredPiece, 'spot'>;
}

/**
 * Notes a covered spot that lies in view, under its static name, and gives what to write in its place.
 * What is uncovered is asked for only then, so that nothing is kept that nobody can reveal.
 */
export function coverSpot(copying: Copying, element: Element, spot: FoundSpot): string {
  const { covered, kind, box } = spot;
  const [x, y] = inPicture(box, spot.place);
  const isForReaders = element.clientWidth === 1; // text for screen readers alone is drawn in one pixel
  if (!isInView(copying, box, spot.place) || isForReaders) return covered;
  const id = copying.spots.meet({
    element,
    kind,
    canReveal: spot.uncovered !== undefined,
    box: [Math.round(x), Math.round(y), Math.round(box.width), Math.round(box.height)],
  });
  return spot.uncovered ? copying.spots.hide(covered, { spot: id, ...spot.uncovered() }) : covered;
}

/** What of a box lies in the picture; nothing when none of it does. */
export function partInPicture({ document }: Copying, box: DOMRect, place: HeldPlace): CoveredSpot['box'] | undefined {
  const { innerWidth, innerHeight } = document.defaultView ?? window;
  const [x, y] = inPicture(box, place);
  const [left, top] = [Math.max(0, x), Math.max(0, y)];
  const [right, bottom] = [Math.min(innerWidth, x + box.width), Math.min(innerHeight, y + box.height)];
  if (right - left <= 1 || bottom - top <= 1) return undefined;
  return [Math.round(left), Math.round(top), Math.round(right - left), Math.round(bottom - top)];
}

const inPicture = ({ x, y }: DOMRect, { frame }: HeldPlace): readonly [x: number, y: number] => [
  x + frame[0],
  y + frame[1],
];

/** Tells whether a box lies in the picture, at least in part. */
export function isInView({ document }: Copying, box: DOMRect, place: HeldPlace): boolean {
  const { innerWidth, innerHeight } = document.defaultView ?? window;
  const [x, y] = inPicture(box, place);
  const { width, height } = box;
  return width > 1 && height > 1 && x < innerWidth && y < innerHeight && x + width > 0 && y + height > 0;
}
