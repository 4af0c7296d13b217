import { durationMs } from '../protocol/duration';
import type { HintTrigger } from '../protocol/hint';
import type { PlainTarget } from '../protocol/indexedTarget';
import type { CompiledHint } from './compileHint';
import type { CompiledIndex } from './compileIndex';
import type { Step } from './tour';

/** What has happened, on the page or in the app. */
export interface Happening {
  readonly is: string;
  /** The place, event, hint or number of milliseconds that it is about. */
  readonly of?: string | undefined;
}

/** Whether this is what starts a hint. */
export function startsBy({ when, where }: CompiledHint, { is, of }: Happening): boolean {
  if (when.on !== is) return false;
  switch (when.on) {
    case 'event':
      return when.event === of;
    case 'hintDone':
      return when.hint === of;
    case 'idle':
      return String(durationMs(when.idle ?? '')) === of;
    case 'error':
    case 'route':
    case 'manual':
      return true;
    default:
      return where.target === of;
  }
}

/** Whether this is what a step waits for. */
export function goesOnBy({ next, target }: Step, { is, of }: Happening): boolean {
  if (next.on !== is) return false;
  return of === (is === 'event' ? next.event : is === 'route' ? next.route : target);
}

const DELAYS: Readonly<Partial<Record<HintTrigger['on'], string>>> = { focus: 'PT0.6S', hover: 'PT0.3S' };

/** How long a hint waits after its moment, to be judged again. */
export const delayOf = ({ on, delay = DELAYS[on] ?? 'PT0S', for: visible = 'PT0.2S' }: HintTrigger): number =>
  durationMs(delay) + (on === 'visible' ? durationMs(visible) : 0);

/** Whether the moment lasts: a hint that is refused now may still start while it does. */
export const isLasting = ({ on }: HintTrigger): boolean => ['route', 'visible', 'focus', 'hover'].includes(on);

const AT_PLACE = ['visible', 'focus', 'hover', 'click', 'input', 'rageClick'] as const;
type AtPlace = (typeof AT_PLACE)[number];

/** A place to look for, and what to tell of it beside where it is. */
export interface WantedPlace {
  readonly name: string;
  readonly target: PlainTarget;
  readonly signs: readonly AtPlace[];
}

/** What to look for on the page. */
export interface Wanted {
  readonly places: readonly WantedPlace[];
  /** After how long without input somebody is idle, each once in a rest. */
  readonly idleMs: readonly number[];
  readonly isErrorWanted: boolean;
  /** Presses again and again on any one control, wherever it stands. */
  readonly isRageWanted: boolean;
}

/** Nothing at all. */
export const NOTHING_WANTED: Wanted = { places: [], idleMs: [], isErrorWanted: false, isRageWanted: false };

/** What to look for on the page: the places of these hints and steps, and only what they wait for. */
export function wantedSigns(
  hints: readonly CompiledHint[],
  steps: readonly Step[],
  targets: CompiledIndex['targets'],
): Wanted {
  const signs = new Map<string, Set<AtPlace>>();
  const wanted = [
    ...hints.map(({ where, when }) => [where.target, when.on] as const),
    ...steps.map(({ target, next }) => [target, next.on] as const),
  ];
  for (const [place, on] of wanted) {
    if (place === undefined) continue;
    const here = signs.get(place) ?? new Set();
    signs.set(place, here);
    const sign = AT_PLACE.find((one) => one === on);
    if (sign) here.add(sign);
  }
  const places = [...signs].flatMap(([name, here]) => {
    const target = targets.get(name);
    return target ? [{ name, target, signs: [...here] }] : [];
  });
  const idle = hints.filter(({ when }) => when.on === 'idle').map(({ when }) => durationMs(when.idle ?? ''));
  return {
    places,
    idleMs: [...new Set(idle)],
    isErrorWanted: hints.some(({ when }) => when.on === 'error'),
    isRageWanted: hints.some(({ when, where }) => when.on === 'rageClick' && where.target === undefined),
  };
}
