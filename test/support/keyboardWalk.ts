import type { Page } from '@playwright/test';

/** One stop of the Tab key. */
export interface TabStop {
  readonly tag: string;
  /** What a person would call it: its label, its text, or its title. */
  readonly name: string;
  readonly role: string;
  /** False when the focused thing lies outside what is on screen, or has no size. */
  readonly isVisible: boolean;
  /** False when focus changes nothing that can be seen: no outline, no ring, no border of its own. */
  readonly showsFocus: boolean;
}

/** Runs in the page: describes what has the focus, through open shadow roots. Nothing when it is the page itself. */
const focused = (): TabStop | undefined => {
  const deepest = (element: Element | null): Element | null =>
    element?.shadowRoot?.activeElement ? deepest(element.shadowRoot.activeElement) : element;
  const textOf = (root: Document | ShadowRoot, ids: string): string =>
    ids
      .split(/\s+/)
      .map((id) => (id ? root.getElementById(id)?.textContent : '') ?? '')
      .join(' ');
  const labelsOf = (field: Element): string =>
    Array.from((field as HTMLInputElement).labels ?? [], (label) => label.textContent).join(' '); // absent on what is no field
  const nameOf = (element: Element): string => {
    const root = element.getRootNode() as Document | ShadowRoot; // an element in the page has one of these two
    const labelled = textOf(root, element.getAttribute('aria-labelledby') ?? '');
    const names = [labelled, element.ariaLabel, labelsOf(element), element.textContent, element.getAttribute('title')];
    return (names.find((name) => name?.trim()) ?? '').replace(/\s+/g, ' ').trim();
  };
  const isOnScreen = ({ width, height, top, right, bottom, left }: DOMRect): boolean =>
    Math.min(width, height, bottom, right) > 0 && top < innerHeight && left < innerWidth;

  const element = deepest(document.activeElement);
  if (!element || element === document.body || element === document.documentElement) return undefined;
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
  return {
    tag: element.localName,
    name: nameOf(element),
    role: element.getAttribute('role') ?? '',
    isVisible: isOnScreen(element.getBoundingClientRect()),
    showsFocus: (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none',
  };
};

/** Answers what has the focus now, through open shadow roots. */
export const focusedStop = (page: Page): Promise<TabStop | undefined> => page.evaluate(focused);

/**
 * Presses Tab (or Shift+Tab) until the focus leaves the page, comes round to where it began, or `limit` stops were made.
 * Answers every stop, so that a test can say: all have a name, all are visible, and these are the ones.
 */
export async function walkByKeyboard(page: Page, { key = 'Tab', limit = 80 } = {}): Promise<readonly TabStop[]> {
  const stops: TabStop[] = [];
  const keyOf = (stop: TabStop): string => `${stop.tag} ${stop.role} ${stop.name}`;
  while (stops.length < limit) {
    await page.keyboard.press(key);
    const stop = await focusedStop(page);
    const [first] = stops;
    if (!stop || (first && stops.length > 1 && keyOf(first) === keyOf(stop))) break;
    stops.push(stop);
  }
  return stops;
}
