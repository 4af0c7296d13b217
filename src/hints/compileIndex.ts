import { HINT_KINDS, HINT_TRIGGERS, type HintPolicy } from '../protocol/hint';
import type { HintIndex, IndexedHint } from '../protocol/hintIndex';
import { isInterrupting } from '../protocol/hintWalk';
import { isObject } from '../protocol/readShape';
import { compileAudience, MAX_TESTS, type AudienceLimits, type CompiledAudience } from './audience';
import { createCalendar, type Calendar } from './calendar';
import { anything, listOf, number, oneOf, shape, text, type Fits } from './fits';
import { readPlaces, type Places } from './readPlaces';
import { createRouteIndex, type NamesOfPath } from './routeIndex';

/** Everything that is live, made ready for judging. */
export interface CompiledIndex {
  readonly policy: HintPolicy;
  readonly defaultLocale: string;
  readonly calendar: Calendar;
  readonly namesOf: NamesOfPath;
  readonly targets: Places;
  readonly quietWhen?: CompiledAudience | undefined;
  readonly hints: ReadonlyMap<string, CompiledHint>;
  /** Hints by the name of a page where they may show. */
  readonly byRoute: ReadonlyMap<string, readonly CompiledHint[]>;
  /** What could not be read, and is left out. */
  readonly rejected: readonly Pick<IndexedHint, 'id' | 'rev'>[];
}

/** A hint made ready. */
export interface CompiledHint extends IndexedHint {
  readonly isInterrupting: boolean;
  readonly audience?: CompiledAudience | undefined;
  /** For whom a step is, by its id; a step that is not in it is for everybody. */
  readonly only: ReadonlyMap<string, CompiledAudience>;
}

/** Most hints that are read. */
const MAX_HINTS = 2000;

/**
 * Reads an index, tolerantly: what is not known is passed over, a hint that is wrong is left out alone.
 * Gives nothing when it is no index of this version. Stops after each hint, so that a long one can be read in slices.
 */
export function* compileIndex(value: unknown): Generator<void, CompiledIndex | undefined> {
  if (!INDEX(value)) return undefined;
  const index = value as HintIndex; // it fits; members that were not looked at are looked at below
  const { policy, defaultLocale } = index;
  const calendar = calendarOf(policy.timezone);
  const segments = readyOf(index.segments, (audience) => compileAudience(audience, { tests: MAX_TESTS }));
  const targets = readPlaces(index);
  const quietWhen = policy.quietWhen && compileAudience(policy.quietWhen, { tests: MAX_TESTS, segments });
  if (!calendar || (policy.quietWhen && !quietWhen)) return undefined;
  const hints = new Map<string, CompiledHint>();
  const rejected: IndexedHint[] = [];
  for (const hint of index.hints.slice(0, MAX_HINTS)) {
    const ready = compileHint(hint, { tests: MAX_TESTS, segments }, targets);
    if (ready) hints.set(ready.id, ready);
    else if (NAMED(hint)) rejected.push(hint);
    yield;
  }
  const namesOf = createRouteIndex(readyOf(index.routes, (route) => (text(route) ? route : undefined)));
  return { policy, defaultLocale, calendar, namesOf, targets, quietWhen, hints, byRoute: byRoute(hints), rejected };
}

function byRoute(hints: ReadonlyMap<string, CompiledHint>): CompiledIndex['byRoute'] {
  const found = new Map<string, CompiledHint[]>();
  for (const hint of hints.values())
    for (const route of hint.where.routes) {
      const here = found.get(route);
      if (here) here.push(hint);
      else found.set(route, [hint]);
    }
  return found;
}

/** What could be made ready, by name and never by property: `__proto__` may be a name. */
function readyOf<Value, Ready>(
  members: Readonly<Record<string, Value>> | undefined,
  ready: (value: Value) => Ready | undefined,
): ReadonlyMap<string, Ready> {
  const found = new Map<string, Ready>();
  for (const [name, value] of Object.entries(members ?? {})) {
    const one = ready(value);
    if (one !== undefined) found.set(name, one);
  }
  return found;
}

function calendarOf(timezone: string | undefined): Calendar | undefined {
  try {
    return createCalendar(timezone);
  } catch {
    return undefined; // a time zone that this browser does not know: no rule about time can be kept
  }
}

function compileHint(
  hint: IndexedHint,
  limits: AudienceLimits,
  targets: CompiledIndex['targets'],
): CompiledHint | undefined {
  if (!HINT(hint)) return undefined;
  const { where, who, steps = [] } = hint;
  const audience = who && compileAudience(who, limits);
  const only = onlyOf(steps, limits);
  const isPlaced = [where, ...steps].every(({ target }) => target === undefined || targets.has(target));
  return only && isPlaced && (!who || audience)
    ? { ...hint, isInterrupting: isInterrupting(hint), audience, only }
    : undefined;
}

function onlyOf(steps: NonNullable<IndexedHint['steps']>, limits: AudienceLimits): CompiledHint['only'] | undefined {
  const only = new Map<string, CompiledAudience>();
  for (const { id, only: audience } of steps) {
    if (audience === undefined) continue;
    const ready = compileAudience(audience, limits);
    if (!ready) return undefined;
    only.set(id, ready);
  }
  return only;
}

const flag = oneOf([true, false]);
const day: Fits = (value) => !Number.isNaN(Date.parse(String(value)));
const clock: Fits = (value) => /^\d\d:\d\d$/.test(String(value));
const anyObject = shape({});
const NAMED = shape({ id: text, rev: number });
const FAILURE = shape({ 'targetMissing?': text, 'targetAmbiguous?': text });
const STEP = shape({
  id: text,
  kind: oneOf(HINT_KINDS),
  'target?': text,
  'placement?': text,
  'waitFor?': text,
  next: shape({
    on: oneOf(['button', 'click', 'input', 'route', 'event', 'gone']),
    'route?': text,
    'event?': text,
    'idle?': text,
  }),
  'onFailure?': FAILURE,
});
const HINT = shape({
  id: text,
  rev: number,
  kind: oneOf(HINT_KINDS),
  'group?': text,
  where: shape({ routes: listOf(text), 'not?': listOf(text), 'target?': text, 'placement?': text }),
  when: shape({
    on: oneOf(HINT_TRIGGERS.filter((trigger) => trigger !== 'deadClick')), // not carried out yet
    'event?': text,
    'hint?': text,
    'delay?': text,
    'for?': text,
    'idle?': text,
    'times?': number,
  }),
  howOften: shape({
    'max?': number,
    'every?': text,
    'until?': oneOf(['shown', 'opened', 'dismissed', 'done', 'forever']),
  }),
  'interrupts?': flag,
  'priority?': number,
  'schedule?': shape({ 'from?': day, 'until?': day }),
  'resume?': shape({ 'scope?': text, 'expires?': text }),
  'onFailure?': FAILURE,
  'steps?': listOf(STEP),
});
const group = shape({ 'maxActive?': number, 'cooldown?': text });
const INDEX = shape({
  format: oneOf(['cliendo.hints.index']),
  version: oneOf([1]),
  defaultLocale: text,
  routes: anyObject,
  targets: anyObject,
  'recipes?': listOf(anything),
  'segments?': anyObject,
  hints: listOf(anything),
  policy: shape({
    'timezone?': text,
    'maxInterruptingPerSession?': number,
    'maxInterruptingPerDay?': number,
    'minGap?': text,
    'quietHours?': listOf(shape({ days: listOf(number), from: clock, to: clock })),
    'quietWhen?': anything,
    'groups?': (groups) => isObject(groups) && Object.values(groups).every(group),
  }),
});
