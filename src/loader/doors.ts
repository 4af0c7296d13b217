import { launcherTexts } from '../locale/launcherTexts';
import { startFirewall } from '../ui/firewall';
import { createLauncher, type Launcher, type LauncherFace } from './launcher';

/** What the person wants to see: `data-support-open` and `open()` take the same words. */
export type OpenTarget = 'ask' | 'answers' | 'questions' | `hint:${string}` | `article:${string}`;

/** Told about everything that happens at a door. */
export interface DoorListener {
  /** A door was pressed, nothing of ours is on screen yet: the page can still be seen as it is. */
  onPress(): void;
  /** The person comes near a door: what it opens can be fetched. */
  onIntent(): void;
  /** A door was opened. `opener` gets the focus back later. */
  onOpen(target: OpenTarget, opener: Element | undefined): void;
}

/** The raw options that decide on the doors. They are decoded later, by the core. */
export interface DoorOptions {
  readonly launcher?: unknown;
  readonly locale?: unknown;
  readonly brand?: { readonly name?: unknown } | undefined;
  readonly shortcut?: unknown;
}

/** The ways into the panel: launcher, shortcut, `data-support-open`; with the firewall that keeps hosts from noticing. */
export interface Doors {
  readonly launcher: Launcher;
  /** Who is told from now on; the loader first, then the core. */
  listener: DoorListener;
  setShortcut(shortcut: string | false): void;
  end(): void;
}

const OWN = 'CLIENDO-SUPPORT';

/** Tells whether an element is one of the two that are ours. */
export const isOwnElement = (target: EventTarget): boolean => String((target as Partial<Element>).nodeName).startsWith(OWN);

/** Opens the doors. No request, no storage, at most one element. */
export function startDoors(view: Window, options: DoorOptions, listener: DoorListener): Doors {
  const page = view.document;
  const ended = new AbortController();
  const launcher = createLauncher(page, firstFace(options));
  let shortcut: string | false = typeof options.shortcut === 'string' || options.shortcut === false ? options.shortcut : 'Alt+Shift+H';
  const endFirewall = startFirewall(view, isOwnElement);
  const doors: Doors = {
    launcher,
    listener,
    setShortcut(next) {
      shortcut = next;
    },
    end() {
      ended.abort();
      endFirewall();
      launcher.remove();
    },
  };
  const listen = (target: EventTarget, name: string, act: (event: Event) => void): void =>
    target.addEventListener(name, act, { capture: true, signal: ended.signal });

  for (const prefix of ['', 'cl-']) {
    listen(launcher.button, `${prefix}pointerdown`, () => doors.listener.onPress());
    listen(launcher.button, `${prefix}click`, () => doors.listener.onOpen('answers', launcher.button));
    listen(launcher.button, `${prefix}focusin`, () => doors.listener.onIntent());
  }
  listen(launcher.button, 'pointerenter', () => doors.listener.onIntent());
  for (const name of ['pointerover', 'focusin']) listen(page, name, (event) => doorAt(event) && doors.listener.onIntent());
  listen(page, 'pointerdown', (event) => doorAt(event) && doors.listener.onPress());
  listen(page, 'click', (event) => {
    const door = doorAt(event);
    if (door) doors.listener.onOpen(targetOf(door), door);
  });
  listen(view, 'keydown', (event) => {
    if (shortcut === false || !isShortcut(event as KeyboardEvent, shortcut)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    doors.listener.onPress();
    doors.listener.onOpen('answers', undefined);
  });
  return doors;
}

function firstFace({ launcher, locale, brand }: DoorOptions): LauncherFace {
  const text = launcherTexts[locale === 'en' ? 'en' : 'nl'] ?? '';
  const name = typeof brand?.name === 'string' ? brand.name : 'Cliendo';
  return { label: text.replace('{brand}', name), isShown: launcher === true };
}

function doorAt(event: Event): Element | null {
  const [target] = event.composedPath();
  return target instanceof Element ? target.closest('[data-support-open]') : null;
}

function targetOf(door: Element): OpenTarget {
  const wanted = door.getAttribute('data-support-open') ?? '';
  return /^(ask|answers|questions)$|^(hint|article):./.test(wanted) ? (wanted as OpenTarget) : 'ask'; // matched just now
}

/** `code` and not `key`: with Alt and Shift a keyboard may give another letter. */
function isShortcut(event: KeyboardEvent, shortcut: string): boolean {
  const keys = shortcut.split('+');
  const last = keys.at(-1)?.toUpperCase() ?? '';
  return (
    event.code === (/\d/.test(last) ? `Digit${last}` : `Key${last}`) &&
    event.altKey === keys.includes('Alt') &&
    event.shiftKey === keys.includes('Shift') &&
    event.ctrlKey === keys.includes('Ctrl') &&
    event.metaKey === keys.includes('Meta')
  );
}
