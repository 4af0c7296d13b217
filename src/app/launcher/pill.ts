import sheet from './pill.css';

/** What stands on the button. */
export interface PillFace {
  readonly label: string;
  /** For assistive technology, with the number of replies in words. */
  readonly name: string;
  /** Replies that were not read; 0 shows no badge. */
  readonly unread: number;
  /** Something is on its way: a thin line moves. */
  readonly isBusy: boolean;
  readonly side: 'left' | 'right';
}

/** The floating button inside the bar. */
export interface Pill {
  readonly button: HTMLButtonElement;
  /** Draws it; the bar must be on the page. */
  show(face: PillFace): void;
  hide(): void;
}

/** Creates the button in the bar's root. */
export function createPill(page: Document, bar: HTMLElement): Pill {
  const button = page.createElement('button');
  const label = page.createElement('span');
  const badge = page.createElement('b');
  badge.ariaHidden = 'true';
  button.append(createIcon(page), label, badge, page.createElement('i'));
  button.className = 'pill';
  button.popover = 'manual';
  const root = bar.shadowRoot;
  if (root) root.adoptedStyleSheets = [sheet];
  root?.append(button);

  return {
    button,
    show(face) {
      label.textContent = face.label;
      button.ariaLabel = face.name;
      badge.textContent = face.unread ? String(face.unread) : '';
      button.toggleAttribute('data-busy', face.isBusy);
      button.dataset['side'] = face.side;
      if (page.body) button.style.fontFamily = getComputedStyle(page.body).fontFamily;
      if (!button.matches(':popover-open')) button.showPopover();
    },
    hide() {
      if (button.matches(':popover-open')) button.hidePopover();
    },
  };
}

function createIcon(page: Document): SVGElement {
  const svg = page.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const path = page.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', 'M4 5h16v11H11l-5 4v-4H4zM8 9.5h8M8 12.5h5');
  svg.append(path);
  return svg;
}
