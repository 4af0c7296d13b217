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
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  if (!element || element === document.body || element === document.documentElement) return undefined;
  const root = element.getRootNode() as Document | ShadowRoot; // an element in the page has one of these two
  const labelledBy = (element.getAttribute('aria-labelledby') ?? '')
    .split(/\s+/)
    .map((id) => root.getElementById(id)?.textContent ?? '');
  const labels =
    element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
      ? Array.from(element.labels ?? [], (label) => label.textContent)
      : [];
  const names = [
    labelledBy.join(' '),
    element.getAttribute('aria-label'),
    labels.join(' '),
    element.textContent,
    element.getAttribute('title'),
  ];
  const box = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  return {
    tag: element.localName,
    name: (names.find((name) => name?.trim()) ?? '').replace(/\s+/g, ' ').trim(),
    role: element.getAttribute('role') ?? '',
    isVisible:
      box.width > 0 &&
      box.height > 0 &&
      box.bottom > 0 &&
      box.right > 0 &&
      box.top < innerHeight &&
      box.left < innerWidth,
    showsFocus: (style.outlineStyle !== 'none' && style.outlineWidth !== '0px') || style.boxShadow !== 'none',
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
