/** What lies under a point. `foreign`: a frame that another application draws, and nobody can look into. */
export type UnderPoint =
  | { readonly is: 'element'; readonly element: Element }
  | { readonly is: 'foreign'; readonly frame: Element };

/** A point of the view, in px. */
export interface ViewPoint {
  readonly x: number;
  readonly y: number;
}

/**
 * Gives the topmost element of the host at a point below our own, in open shadow roots and frames of the same origin. Asks the layout.
 * In a closed shadow root its host is what is seen; what lets the pointer through is not there.
 */
export function elementUnder(
  page: Document,
  point: ViewPoint,
  isOwn: (element: Element) => boolean,
): UnderPoint | undefined {
  let found: Element | undefined;
  let [root, at]: [Document | ShadowRoot, ViewPoint] = [page, point];
  for (;;) {
    const top = topIn(root, at, isOwn);
    if (!top) return found && { is: 'element', element: found };
    found = top;
    if (top.shadowRoot) root = top.shadowRoot;
    else if (top.localName === 'iframe') {
      const frame = top as HTMLIFrameElement; // by its name
      if (!frame.contentDocument) return { is: 'foreign', frame };
      at = inFrame(frame, at);
      root = frame.contentDocument;
    } else return { is: 'element', element: top };
  }
}

/** Some browsers tell what is around a shadow root too. */
const topIn = (
  root: Document | ShadowRoot,
  { x, y }: ViewPoint,
  isOwn: (element: Element) => boolean,
): Element | undefined =>
  root.elementsFromPoint(x, y).find((element) => element.getRootNode() === root && !isOwn(element));

/** The same point as the frame counts it: from the inner edge of its padding, and when it is drawn larger or smaller, in its own measure. */
function inFrame(frame: HTMLIFrameElement, { x, y }: ViewPoint): ViewPoint {
  const { left, top, width, height } = frame.getBoundingClientRect();
  const { paddingLeft, paddingTop } = getComputedStyle(frame);
  return {
    x: ((x - left) * frame.offsetWidth) / (width || 1) - frame.clientLeft - (Number.parseFloat(paddingLeft) || 0),
    y: ((y - top) * frame.offsetHeight) / (height || 1) - frame.clientTop - (Number.parseFloat(paddingTop) || 0),
  };
}
