import { durationMs } from '../protocol/duration';
import type { CompiledHint } from './compileHint';
import { factsFor, type HintContext } from './context';
import { causeOf, first, isGoingOn, LIVE, missing, type Rule } from './liveRules';
import { refusedByBudget, refusedByQuietHours } from './policy';
import type { Reason, Refusal } from './refusal';
import { stepOfMark } from './tour';
import { markOf } from './tourMark';

/** What is judged when the moment has come. */
const STARTING: readonly Rule[] = [
  (hint, context) => (causeOf(hint, context) ? undefined : { reason: 'trigger', detail: { on: hint.when.on } }),
  (hint, context) => {
    const mark = causeOf(hint, context) === 'resumed' ? markOf(hint, context) : undefined;
    return mark && stepOfMark(hint, mark) < 0 ? { reason: 'tour_changed', detail: { step: mark.step } } : undefined;
  },
  (hint, context) =>
    isAsked(hint, context)
      ? undefined
      : refusedByQuietHours(context.index.policy.quietHours ?? [], context.index.calendar, context.now),
  (hint, context) => (isAsked(hint, context) ? undefined : refusedByQuietWhen(hint, context)),
  (hint, context) => (isGoingOn(hint, context) ? undefined : refusedByGroup(hint, context)),
  (hint, context) => (hint.isInterrupting && !isGoingOn(hint, context) ? refusedByInterruptions(context) : undefined),
  ({ isInterrupting }, { isCut }) => (isInterrupting && isCut ? { reason: 'killed' } : undefined),
  ({ where: { target } }, { placeOf }) => (target === undefined ? undefined : PLACES.get(placeOf(target))),
];

/** Why a hint does not start now. */
export const refusedToStart: Rule = (hint, context) => first([...LIVE, ...STARTING], hint, context);

/** Follows from what the person does at this very place: quiet is for what comes by itself. */
const isAsked = (hint: CompiledHint, context: HintContext): boolean =>
  ['pointed', 'pressed', 'manual'].includes(causeOf(hint, context) ?? '');

function refusedByQuietWhen(hint: CompiledHint, context: HintContext): Refusal | undefined {
  const { quietWhen } = context.index;
  const truth = quietWhen?.judge(factsFor(hint, context));
  if (!quietWhen || truth === false) return undefined;
  return truth === true ? { reason: 'quiet_when' } : missing(quietWhen, hint, context);
}

function refusedByGroup({ group, id }: CompiledHint, { index, running, past, now }: HintContext): Refusal | undefined {
  const rule = group === undefined ? undefined : new Map(Object.entries(index.policy.groups ?? {})).get(group);
  if (!rule || group === undefined) return undefined;
  const { maxActive = Infinity, cooldown = 'PT0S' } = rule;
  const active = running.filter(({ hint }) => hint.group === group && hint.id !== id);
  if (active.length >= maxActive) return { reason: 'group', detail: { group } };
  const shown = shownBefore(past, index, (hint) => hint.group === group).map(([, at]) => at);
  const next = Math.max(...shown) + durationMs(cooldown);
  return next > now ? { reason: 'group', detail: { group }, next } : undefined;
}

function refusedByInterruptions({ index, now, session, past, running }: HintContext): Refusal | undefined {
  const lastShown = shownBefore(past, index, (hint) => hint.isInterrupting);
  return refusedByBudget(index.policy, {
    now,
    calendar: index.calendar,
    shows: session.shows,
    lastShown: new Map(lastShown),
    uncounted: running.filter(({ hint, isCounted }) => hint.isInterrupting && !isCounted).length,
  });
}

/** When hints of some sort were last shown, of those that still are there: by who has a record, which is few of them. */
function shownBefore(
  past: HintContext['past'],
  index: HintContext['index'],
  isMeant: (hint: CompiledHint) => boolean,
): readonly (readonly [id: string, at: number])[] {
  return [...(past?.records ?? [])].flatMap(([id, { lastShownAt = '' }]) => {
    const at = Date.parse(lastShownAt);
    const hint = at ? index.hints.get(id) : undefined;
    return hint && isMeant(hint) ? [[id, at] as const] : [];
  });
}

const PLACES: ReadonlyMap<string, Refusal> = new Map(
  (['missing', 'ambiguous', 'hidden', 'covered'] as const).map((state) => [
    state,
    { reason: `target_${state}` satisfies Reason },
  ]),
);
