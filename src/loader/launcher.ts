import sheet from './launcher.css';

/** What the launcher shows. */
export interface LauncherFace {
  /** On the button. */
  readonly label: string;
  /** For assistive technology, with the number of replies in words; default the label. */
  readonly name?: string;
  /** Replies that were not read; 0 shows no badge. */
  readonly unread?: number;
  /** Something is on its way: a thin line moves. */
  readonly isBusy?: boolean;
  readonly isShown: boolean;
  readonly side?: 'left' | 'right';
}

/** The floating button inside the one `<cliendo-support-bar>`. */
export interface Launcher {
  readonly bar: HTMLElement;
  readonly button: HTMLElement;
  update(face: Partial<LauncherFace>): void;
  remove(): void;
}

/** Marks that tell the well-known session recorders to leave an element out. */
export const RECORDER_MARKS: readonly (readonly [name: string, value: string])[] = [
  ['data-dd-privacy', 'hidden'],
  ['data-hj-suppress', ''],
  ['data-clarity-mask', 'true'],
  ['class', 'ph-no-capture rr-block sentry-block fs-exclude'],
];

/** Creates one of our two elements: outside the body, marked, with an open shadow root. */
export function createOwnElement(page: Document, name: string): HTMLElement {
  const element = page.createElement(name);
  for (const [mark, value] of RECORDER_MARKS) element.setAttribute(mark, value);
  if (!element.shadowRoot) element.attachShadow({ mode: 'open' });
  return element;
}

/** Creates the launcher. It joins the page with its first `isShown`. */
export function createLauncher(page: Document, first: LauncherFace): Launcher {
  const bar = createOwnElement(page, 'cliendo-support-bar');
  const root = bar.shadowRoot;
  const button = page.createElement('button');
  const label = page.createElement('span');
  const badge = page.createElement('b');
  badge.setAttribute('aria-hidden', 'true');
  button.append(createIcon(page), label, badge, page.createElement('i'));
  button.popover = 'manual';
  if (root) root.adoptedStyleSheets = [sheet];
  root?.append(button);
  let face = first;

  const draw = (): void => {
    label.textContent = face.label;
    button.setAttribute('aria-label', face.name ?? face.label);
    badge.textContent = face.unread ? String(face.unread) : '';
    button.toggleAttribute('data-busy', face.isBusy === true);
    button.dataset['side'] = face.side ?? 'right';
    if (!face.isShown) return bar.remove();
    if (!bar.isConnected) page.documentElement.append(bar);
    if (page.body) button.style.fontFamily = getComputedStyle(page.body).fontFamily;
    if (!button.matches(':popover-open')) button.showPopover();
  };
  draw();

  return {
    bar,
    button,
    update(change) {
      face = { ...face, ...change };
      draw();
    },
    remove: () => bar.remove(),
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
