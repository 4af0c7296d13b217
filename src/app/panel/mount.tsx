import { effect } from '@preact/signals';
import { render } from 'preact';
import type { Lifetime, Undo } from '../../foundation/lifetime';
import { questionsSheet } from '../../questions/views';
import {
  adoptSheets,
  applyTheme,
  createLayer,
  keepPress,
  rememberFocus,
  sheets,
  themeSource,
  type Layer,
  type LayerState,
} from '../../ui';
import type { PanelParts } from './lazyParts';
import { AppShell } from './AppShell';
import type { ShellModelInstance } from './shell.model';
import shellSheet from './shell.css';

/** The mounted panel: our dialog in the top layer, drawn by Preact. */
export interface MountedPanel {
  readonly layer: Layer;
  readonly dialog: HTMLDialogElement;
  /** Reads the host's look again and notes who gets the focus back. */
  prepareToOpen(opener: Element | undefined): void;
  giveFocusBack(): void;
}

const TITLE_ID = 'cliendo-support-title';

/** Mounts the panel in our element beside the body. Everything is undone by the lifetime. */
export function mountPanel(port: PanelParts, shell: ShellModelInstance, lifetime: Lifetime): MountedPanel {
  const { root, modals, app, view } = port;
  const shadow = root.shadowRoot ?? root.attachShadow({ mode: 'open' });
  const dialog = view.document.createElement('dialog');
  dialog.className = 'panel';
  dialog.setAttribute('aria-labelledby', TITLE_ID);
  shadow.append(dialog);
  lifetime.add(adoptSheets(shadow, [...sheets, questionsSheet, shellSheet]));
  lifetime.add(() => dialog.remove());
  lifetime.add(keepPress(dialog));

  const onState = (state: LayerState): void => {
    app.resume.value = state === 'parked' ? shell.texts.peek().translate('panel.resume') : undefined; // the launcher is the way back
  };
  const layer = createLayer({ dialog, modals, lifetime, onState });
  lifetime.add(followAside(port, layer));
  lifetime.add(keepOnPage(port));
  lifetime.add(listenToKeys(dialog, port, layer));
  const move = (): void => {
    shell.panel.side.value = sideOf(port, shell) === 'right' ? 'left' : 'right';
    place(dialog, port, shell);
  };
  render(<AppShell port={port} shell={shell} titleId={TITLE_ID} onMove={move} />, dialog);
  lifetime.add(() => render(null, dialog));

  const look = createLook(port, shell, dialog);
  let giveFocusBack = (): void => undefined;
  lifetime.add(() => look.end());
  look.adopt(); // the panel is built on approach: the press then finds most of it done
  rehearse(dialog);
  return {
    layer,
    dialog,
    prepareToOpen(opener) {
      look.adopt();
      giveFocusBack =
        opener instanceof HTMLElement
          ? () => (opener.isConnected ? opener.focus({ preventScroll: true }) : undefined)
          : rememberFocus(view.document);
    },
    giveFocusBack: () => giveFocusBack(),
  };
}

/** Lays the panel out once, out of sight: the browser then knows the shape of every word. */
function rehearse(dialog: HTMLDialogElement): void {
  dialog.classList.add('rehearsed');
  dialog.getBoundingClientRect();
  dialog.classList.remove('rehearsed');
}

/** Takes over the host's look, again when it has changed, and the place the person chose. */
function createLook({ root, app }: PanelParts, shell: ShellModelInstance, dialog: HTMLDialogElement) {
  let source: string | undefined;
  let end: Undo = () => undefined;
  return {
    adopt(): void {
      const { theme } = app.settings.peek();
      const now = themeSource(root, theme);
      if (now !== source) {
        end();
        end = applyTheme(root, theme);
        source = now;
      }
      root.lang = shell.texts.peek().language;
      place(dialog, { app }, shell);
    },
    end: (): void => end(),
  };
}

const sideOf = ({ app }: Pick<PanelParts, 'app'>, { panel }: ShellModelInstance): 'left' | 'right' =>
  panel.side.peek() ?? app.settings.peek().panel.side;

function place(dialog: HTMLDialogElement, port: Pick<PanelParts, 'app'>, shell: ShellModelInstance): void {
  dialog.dataset['side'] = sideOf(port, shell);
  dialog.style.setProperty('--cs-width', `${shell.panel.width.peek() ?? port.app.settings.peek().panel.width}px`);
}

/** Gives way to a recording and comes back after it, also when the host closed the panel meanwhile. */
function followAside({ app }: PanelParts, layer: Layer): () => void {
  let wasAside = false;
  return effect(() => {
    const isAside = app.isAside.value;
    if (isAside === wasAside) return;
    wasAside = isAside;
    if (isAside) layer.stepAside();
    else layer.stepBack();
  });
}

/** A host that empties its document takes our element along: it is put back. */
function keepOnPage({ root, view }: PanelParts): () => void {
  const page = view.document.documentElement;
  const observer = new MutationObserver(() => {
    if (!root.isConnected) page.append(root);
  });
  observer.observe(page, { childList: true });
  return () => observer.disconnect();
}

/** Esc closes the panel when nothing inside has used it; F6 goes to the page and back. */
function listenToKeys(dialog: HTMLDialogElement, port: PanelParts, layer: Layer): () => void {
  const listen = (event: Event): void => {
    const key = (event instanceof CustomEvent ? event.detail : event) as KeyboardEvent; // cl-keydown carries the native event
    if (key.defaultPrevented) return;
    if (key.key === 'Escape') port.onClosed();
    else if (key.key === 'F6') goToPage(port, layer);
    else return;
    key.preventDefault();
  };
  for (const name of ['keydown', 'cl-keydown']) dialog.addEventListener(name, listen);
  return () => {
    for (const name of ['keydown', 'cl-keydown']) dialog.removeEventListener(name, listen);
  };
}

/** Over a dialog of the host the panel gives way to it; beside the page it only gives up the focus. */
function goToPage({ view }: PanelParts, layer: Layer): void {
  if (layer.state === 'over') return layer.park();
  const { document } = view;
  const main = document.querySelector<HTMLElement>('main, [role=main]');
  if (main && main.tabIndex < 0)
    (main.querySelector<HTMLElement>('a[href], button, input, select, textarea, [tabindex]') ?? main).focus();
  else main?.focus();
}
