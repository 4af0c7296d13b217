import { HINT_KINDS, HINT_TRIGGERS } from '../protocol/hint';
import type { IndexedHint } from '../protocol/hintIndex';
import { isInterrupting } from '../protocol/hintWalk';
import { compileAudience, type AudienceLimits, type CompiledAudience } from './audience';
import { listOf, number, oneOf, shape, text, type Fits } from './fits';
import type { Places } from './readPlaces';

/** A hint made ready. */
export interface CompiledHint extends IndexedHint {
  readonly isInterrupting: boolean;
  readonly audience?: CompiledAudience | undefined;
  /** For whom a step is, by its id; a step that is not in it is for everybody. */
  readonly only: ReadonlyMap<string, CompiledAudience>;
}

/** Makes a hint ready. Gives nothing when it can't be read, or asks for a place that is not there. */
export function compileHint(hint: IndexedHint, limits: AudienceLimits, targets: Places): CompiledHint | undefined {
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
