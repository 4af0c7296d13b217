import type { HintPolicy } from '../protocol/hint';
import type { HintIndex } from '../protocol/hintIndex';
import { isObject } from '../protocol/readShape';
import { compileAudience, MAX_TESTS, type CompiledAudience } from './audience';
import { createCalendar, type Calendar } from './calendar';
import { compileHint } from './compileHint';
import { anything, listOf, number, oneOf, shape, text, type Fits } from './fits';
import { readHints, type Hints, type RejectedHint } from './readHints';
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
  readonly hints: Hints;
}

/**
 * Reads an index, tolerantly: what is not known is passed over, a hint that is wrong is left out alone, and told once it is known.
 * Gives nothing when it is no index of this version. Stops after each hint, so that a long one can be read in slices.
 */
export function* compileIndex(
  value: unknown,
  reject: (hint: RejectedHint) => void,
): Generator<void, CompiledIndex | undefined> {
  if (!INDEX(value)) return undefined;
  const index = value as HintIndex; // it fits; members that were not looked at are looked at below
  const { policy, defaultLocale } = index;
  const calendar = calendarOf(policy.timezone);
  const segments = readyOf(index.segments, (audience) => compileAudience(audience, { tests: MAX_TESTS }));
  const targets = readPlaces(index);
  const quietWhen = policy.quietWhen && compileAudience(policy.quietWhen, { tests: MAX_TESTS, segments });
  if (!calendar || (policy.quietWhen && !quietWhen)) return undefined;
  const hints = yield* readHints(index.hints, {
    compile: (hint) => compileHint(hint, { tests: MAX_TESTS, segments }, targets),
    reject,
  });
  const namesOf = createRouteIndex(readyOf(index.routes, (route) => (text(route) ? route : undefined)));
  return { policy, defaultLocale, calendar, namesOf, targets, quietWhen, hints };
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

const clock: Fits = (value) => /^\d\d:\d\d$/.test(String(value));
const anyObject = shape({});
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
