/**
 * Remembers who has the focus now. The answer gives it back; when that element is gone, to the host's `main`, which then gets it
 * without becoming a stop for the Tab key.
 */
export function rememberFocus(page: Document): () => void {
  const before = deepActiveElement(page);
  return () => {
    const home = before?.isConnected && before !== page.body ? before : page.querySelector('main, [role=main]');
    if (home instanceof HTMLElement) home.focus({ preventScroll: true });
  };
}

/** The element with the focus, through open shadow roots. */
function deepActiveElement(root: DocumentOrShadowRoot): Element | null {
  const active = root.activeElement;
  return active?.shadowRoot ? (deepActiveElement(active.shadowRoot) ?? active) : active;
}
