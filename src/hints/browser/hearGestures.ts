import type { Lifetime } from '../../foundation/lifetime';

/** What somebody does with an element. */
export type Gesture = 'focus' | 'hover' | 'click' | 'input' | 'rageClick';

/** What is listened for, and who hears it. */
export interface GestureOptions {
  readonly page: Document;
  safely(action: () => unknown): unknown;
  /** Called with each element around what was touched, innermost first. */
  onGesture(gesture: Gesture, around: readonly Element[]): void;
  /** The focus or the pointer went elsewhere; `around` is where it is now. */
  onLeft(by: 'focus' | 'hover', around: readonly Element[]): void;
}

/** So far up an element is asked whether it is a place. */
const DEEPEST = 12;
/** Three clicks within this time and distance on one control are those of somebody who is stuck. */
const RAGE_CLICKS = 3;
const RAGE_MS = 1000;
const RAGE_PX = 30;
const QUIET = { capture: true, passive: true } as const;

/** Listens for gestures that are asked for, with one listener per kind of event. Nothing is stopped or changed. */
export function hearGestures(
  { page, safely, onGesture, onLeft }: GestureOptions,
  lifetime: Lifetime,
): (wanted: ReadonlySet<Gesture>) => void {
  const around = (event: Event): readonly Element[] =>
    event
      .composedPath()
      .filter((target): target is Element => (target as Partial<Node>).nodeType === 1) // by its type
      .slice(0, DEEPEST);
  const tellRage = rageCounter((path) => onGesture('rageClick', path));
  const listeners: readonly (readonly [string, readonly Gesture[], (event: Event) => void])[] = [
    ['focusin', ['focus'], (event) => onGesture('focus', around(event))],
    ['focusout', ['focus'], (event) => onLeft('focus', reached(event as FocusEvent))], // by its name
    ['pointerover', ['hover'], (event) => isFine(event) && onGesture('hover', around(event))],
    ['pointerout', ['hover'], (event) => onLeft('hover', reached(event as PointerEvent))], // by its name
    ['input', ['input'], (event) => event.isTrusted && onGesture('input', around(event))],
    [
      'click',
      ['click', 'rageClick'],
      (event) => {
        if (!event.isTrusted) return;
        onGesture('click', around(event));
        tellRage(event as MouseEvent, around(event)); // by its name
      },
    ],
  ];
  const guarded = listeners.map(
    ([name, gestures, listener]) => [name, gestures, (event: Event) => void safely(() => listener(event))] as const,
  );
  const active = new Set<string>();
  const set = (wanted: ReadonlySet<Gesture>): void => {
    for (const [name, gestures, listener] of guarded) {
      const isWanted = gestures.some((gesture) => wanted.has(gesture));
      if (isWanted === active.has(name)) continue;
      if (isWanted) page.addEventListener(name, listener, QUIET);
      else page.removeEventListener(name, listener, QUIET);
      active[isWanted ? 'add' : 'delete'](name);
    }
  };
  lifetime.add(() => set(new Set()));
  return set;
}

/** A finger does not hover. */
const isFine = (event: Event): boolean => (event as PointerEvent).pointerType !== 'touch'; // by its name

/** Where focus or pointer went. */
function reached({ relatedTarget }: FocusEvent | PointerEvent): readonly Element[] {
  const path: Element[] = [];
  let element = (relatedTarget as Partial<Node> | null)?.nodeType === 1 ? (relatedTarget as Element) : undefined; // by its type
  for (; element && path.length < DEEPEST; element = element.parentElement ?? undefined) path.push(element);
  return path;
}

function rageCounter(
  onRage: (around: readonly Element[]) => void,
): (event: MouseEvent, around: readonly Element[]) => void {
  let clicks: readonly {
    readonly at: number;
    readonly x: number;
    readonly y: number;
    readonly on: Element | undefined;
  }[] = [];
  return ({ timeStamp, clientX, clientY }, around) => {
    const [on] = around;
    const isNear = ({ at, x, y, on: before }: (typeof clicks)[number]): boolean =>
      timeStamp - at <= RAGE_MS && Math.hypot(clientX - x, clientY - y) <= RAGE_PX && before === on;
    clicks = [...clicks.filter(isNear), { at: timeStamp, x: clientX, y: clientY, on }];
    if (clicks.length < RAGE_CLICKS) return;
    clicks = [];
    onRage(around);
  };
}
