import type { Clock } from '../../foundation/clock';
import type { Lifetime, Undo } from '../../foundation/lifetime';
import type { HintPage, PageSign } from '../ports';
import { awaitIdle } from './awaitIdle';
import { noticeModals } from './coveredPlace';
import type { LookOptions } from './findMatches';
import { hearGestures, type Gesture } from './hearGestures';
import { noticeLeaving, type Lingering } from './lingering';
import { watchPlaces } from './watchPlaces';

/** What the page of hints works with. */
export interface HintPageOptions {
  readonly clock: Clock;
  /** The page, and the languages of now. */
  look(): LookOptions;
  /** Our own elements. */
  isOwn(element: Element): boolean;
  /** Runs what the browser calls: nothing of it gets into the host's way. */
  safely(action: () => unknown): unknown;
  /** Calls after each error of the page. */
  followErrors(listener: (code?: string) => void): Undo;
}

/** The page of hints, and the elements behind the names. */
export interface HintPageWithElements extends HintPage {
  /** The element of a place; who draws a card needs it. */
  elementOf(target: string): Element | undefined;
}

const GESTURES: ReadonlySet<string> = new Set<Gesture>(['focus', 'hover', 'click', 'input', 'rageClick']);
const isGesture = (sign: string): sign is Gesture => GESTURES.has(sign);

/** What does something at a press. In a text three clicks choose a paragraph, and in a field its words. */
const CONTROLS =
  'a[href], button, summary, select, input:is([type=button], [type=submit], [type=reset], [type=checkbox], [type=radio]), [role=button], [role=link], [role=tab], [role=checkbox], [role=switch], [role=menuitem], [role=option]';
const isControl = (element: Element): boolean => element.matches(CONTROLS);

/** How long the pointer may be on its way from a place to our card. Milliseconds. */
const GRACE_MS = 300;

/** Looks at the page of the host for hints. Reads it, and writes nothing to it. */
export function createHintPage(options: HintPageOptions, lifetime: Lifetime): HintPageWithElements {
  const { look, isOwn, safely } = options;
  const clock: Clock = {
    now: () => options.clock.now(),
    after: (delayMs, action) => options.clock.after(delayMs, () => void safely(action)),
  };
  const { page } = look();
  const listeners = new Set<(signs: readonly PageSign[]) => void>();
  let isRageWanted = false;
  const tellAll = (signs: readonly PageSign[]): void => listeners.forEach((listener) => listener(signs));
  const tell = (sign: PageSign): void => tellAll([sign]);
  const places = watchPlaces({ look, isOwn, safely, tell: tellAll }, lifetime);
  const isBehind = noticeModals(page, isOwn);
  const setIdle = awaitIdle({ page, clock, onIdle: (ms) => tell({ is: 'idle', ms }) }, lifetime);
  const noticed = (by: 'focus' | 'hover', graceMs: number): Lingering => {
    const onLeft = (target: string): void => tell({ is: 'left', target, by });
    return noticeLeaving({ clock, graceMs, isOwn, places: () => places.asked(by), onLeft }, lifetime);
  };
  const lingering = { focus: noticed('focus', 0), hover: noticed('hover', GRACE_MS) };
  const setGestures = hearGestures(
    {
      page,
      safely,
      onGesture(gesture, around) {
        if (gesture === 'focus' || gesture === 'hover') lingering[gesture].at(around);
        for (const [target, element] of places.asked(gesture))
          if (around.includes(element)) tell({ is: gesture, target });
        if (gesture === 'rageClick' && isRageWanted && around.some(isControl) && !around.some(isOwn))
          tell({ is: 'rage' });
      },
      onLeft: (by, around) => lingering[by].at(around),
    },
    lifetime,
  );
  const setErrors = followWhileWanted(
    () => options.followErrors((code) => tell({ is: 'error', ...(code !== undefined && { code }) })),
    lifetime,
  );

  return {
    watch({ places: wanted, idleMs, isErrorWanted, ...anywhere }) {
      places.watch(wanted);
      setIdle(idleMs);
      isRageWanted = anywhere.isRageWanted;
      const atPlaces = wanted.flatMap(({ signs }) => signs.filter(isGesture));
      setGestures(new Set<Gesture>(isRageWanted ? [...atPlaces, 'rageClick'] : atPlaces));
      setErrors(isErrorWanted);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    placeOf: (target) => places.stateOf(target),
    isBehindModal: (target) => isBehind(target === undefined ? undefined : places.elementOf(target)),
    arrive: () => places.arrive(),
    reveal: (target) => places.elementOf(target)?.scrollIntoView({ block: 'nearest', inline: 'nearest' }),
    elementOf: (target) => places.elementOf(target),
  };
}

/** Follows something while it is wanted. */
function followWhileWanted(begin: () => Undo, lifetime: Lifetime): (isWanted: boolean) => void {
  let stop: Undo | undefined;
  lifetime.add(() => stop?.());
  return (isWanted) => {
    if (isWanted === Boolean(stop)) return;
    stop?.();
    stop = isWanted ? begin() : undefined;
  };
}
