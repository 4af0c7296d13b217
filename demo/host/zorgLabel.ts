const SHEET = `
  :host { display: inline-flex; flex-wrap: wrap; gap: 4px 14px; font-size: 13px; color: var(--muted); }
  b { font-weight: 600; color: var(--text); font-variant-numeric: tabular-nums; }
  span { white-space: nowrap; }
`;

/** Is `<zorg-label>`: the line with birth date and service number under a client's name, in a shadow root of its own. */
export class ZorgLabel extends HTMLElement {
  static readonly observedAttributes = ['born', 'age', 'bsn', 'born-label', 'bsn-label'];

  connectedCallback(): void {
    if (this.shadowRoot) return;
    const root = this.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(SHEET);
    root.adoptedStyleSheets = [sheet];
    this.fill(root);
  }

  attributeChangedCallback(): void {
    if (this.shadowRoot) this.fill(this.shadowRoot);
  }

  private fill(root: ShadowRoot): void {
    root.replaceChildren(
      this.fact(this.getAttribute('born-label'), this.getAttribute('born')),
      this.plain(this.getAttribute('age')),
      this.fact(this.getAttribute('bsn-label'), this.getAttribute('bsn')),
    );
  }

  private fact(label: string | null, value: string | null): HTMLElement {
    const line = document.createElement('span');
    const strong = document.createElement('b');
    strong.textContent = value;
    const name = document.createElement('span');
    name.textContent = label;
    line.append(name, ' ', strong);
    return line;
  }

  private plain(text: string | null): HTMLElement {
    const line = document.createElement('span');
    line.textContent = text;
    return line;
  }
}

/** Makes the element known, once. */
export function defineZorgLabel(registry: CustomElementRegistry): void {
  if (!registry.get('zorg-label')) registry.define('zorg-label', ZorgLabel);
}
