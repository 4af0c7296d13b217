/**
 * Remembers who has the focus now. The answer gives it back; when that element is gone, to what is near it, or to the host's `main`,
 * which then gets it without becoming a stop for the Tab key.
 */
export function rememberFocus(page: Document, near?: Element): () => void {
  const before = deepActiveElement(page);
  return () => {
    const homes = [before === page.body ? null : before, near, page.querySelector('main, [role=main]')];
    for (const home of homes) {
      if (!(home instanceof HTMLElement) || !home.isConnected) continue;
      home.focus({ preventScroll: true });
      if (deepActiveElement(page) === home) return;
    }
  };
}

/** The element with the focus, through open shadow roots. */
function deepActiveElement(root: DocumentOrShadowRoot): Element | null {
  const active = root.activeElement;
  return active?.shadowRoot ? (deepActiveElement(active.shadowRoot) ?? active) : active;
}
