import { attribute } from '../../browser/elementSigns';
import type { LookOptions, Place } from '../../browser/findMatches';
import { isLasting } from '../../lasting';

/** The format holds no longer way. */
const DEEPEST = 4;

/** The way from the page to where an element stands: a frame of the same origin, then open shadow roots. Nothing when there is none. */
export function wayTo(element: Element, options: LookOptions): Pick<Place, 'frame' | 'shadow'> | undefined {
  const shadow: string[] = [];
  let root = element.getRootNode();
  for (let host = hostOf(root); host; host = hostOf(root)) {
    const step = stepTo(host, options);
    if (!host.shadowRoot || shadow.length === DEEPEST) return undefined;
    shadow.unshift(step);
    root = host.getRootNode();
  }
  const inPage = { ...(shadow.length > 0 && { shadow }) };
  if (root === options.page) return inPage;
  const { defaultView } = root as Document; // a tree that is not in a shadow ends in one
  const around = defaultView?.frameElement;
  const frame = around?.ownerDocument === options.page ? frameName(around, options) : '';
  return frame ? { frame, ...inPage } : undefined;
}

const hostOf = (root: Node): Element | undefined => (root as Partial<ShadowRoot>).host; // a document has none

function stepTo(host: Element, { testIdAttribute }: LookOptions): string {
  const testid = attribute(host, testIdAttribute);
  if (isLasting(host.id)) return `id:${host.id}`;
  return testid ? `testid:${testid}` : host.localName;
}

const frameName = (frame: Element, { testIdAttribute }: LookOptions): string =>
  isLasting(frame.id) ? frame.id : attribute(frame, testIdAttribute);
