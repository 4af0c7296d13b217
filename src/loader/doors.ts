import type { SupportTarget } from '../api/support';
import { startFirewall } from '../ui/firewall';
import { whenIdle } from './whenIdle';

/** What the person wants to see: `data-support-open` and `open()` take the same words. */
export type OpenTarget = SupportTarget;

/** Told about everything that happens at a door. */
export interface DoorListener {
  /** A door was pressed, nothing of ours is on screen yet: the page can still be seen as it is. */
  onPress(): void;
  /** The person comes near a door: what it opens can be fetched. */
  onIntent(): void;
  /** A door was opened. `opener` gets the focus back later. */
  onOpen(target: OpenTarget, opener: Element | undefined): void;
}

/** The raw option that decides on the doors. It is decoded later, by the core. */
export interface DoorOptions {
  readonly shortcut?: unknown;
}

/** The ways into the panel that need nothing on the page: shortcut and `data-support-open`; with the firewall that keeps hosts from noticing. */
export interface Doors {
  /** Who is told from now on; the loader first, then the core. */
  listener: DoorListener;
  /** Resolves once the page has loaded and has nothing to do. */
  readonly idle: Promise<void>;
  /** Tells whether an element is one of the two that are ours. */
  isOwn(target: EventTarget): boolean;
  setShortcut(shortcut: string | false): void;
  end(): void;
}

const isOwn = (target: EventTarget): boolean =>
  String((target as Partial<Element>).nodeName).startsWith('CLIENDO-SUPPORT');

/** Opens the doors. No request, no storage, nothing on the page. */
export function startDoors(view: Window, { shortcut: first }: DoorOptions, listener: DoorListener): Doors {
  const page = view.document;
  const ended = new AbortController();
  const { signal } = ended;
  let shortcut: string | false = typeof first === 'string' || first === false ? first : 'Alt+Shift+H';
  const endFirewall = startFirewall(view, isOwn);
  const doors: Doors = {
    listener,
    idle: whenIdle(view, signal),
    isOwn,
    setShortcut(next) {
      shortcut = next;
    },
    end() {
      ended.abort();
      endFirewall();
    },
  };
  const listen = (target: EventTarget, name: string, act: (event: Event) => void): void =>
    target.addEventListener(name, act, { capture: true, signal });
  const atDoor = (name: string, act: (door: Element) => void): void =>
    listen(page, name, (event) => {
      const [target] = event.composedPath();
      const door = target instanceof Element && target.closest('[data-support-open]');
      if (door) act(door);
    });

  for (const name of ['pointerover', 'focusin']) atDoor(name, () => doors.listener.onIntent());
  atDoor('pointerdown', () => doors.listener.onPress());
  atDoor('click', (door) => doors.listener.onOpen(targetOf(door), door));
  listen(view, 'keydown', (event) => {
    if (shortcut === false || !isShortcut(event as KeyboardEvent, shortcut)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    doors.listener.onPress();
    doors.listener.onOpen('answers', undefined);
  });
  return doors;
}

function targetOf(door: Element): OpenTarget {
  const wanted = door.getAttribute('data-support-open') ?? '';
  return /^(ask|answers|questions)$|^(question|hint|article):./.test(wanted) ? (wanted as OpenTarget) : 'ask'; // matched just now
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
