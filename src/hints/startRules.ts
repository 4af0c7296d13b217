import { durationMs } from '../protocol/duration';
import { factsFor, recordOf, type Cause, type HintContext } from './context';
import type { CompiledAudience, Condition } from './audience';
import type { CompiledHint } from './compileIndex';
import { refusedByFrequency } from './frequency';
import { refusedByBudget, refusedByQuietHours, refusedBySchedule } from './policy';
import type { Reason, Refusal } from './refusal';
import { markOf, stepOfMark } from './tour';

/** One reason to refuse a hint, or none. */
type Rule = (hint: CompiledHint, context: HintContext) => Refusal | undefined;

/** Whether a page is one of those where a hint may show. */
export const isHere: Rule = ({ where }, { routes }) =>
  where.routes.some((route) => routes.has(route)) && !where.not?.some((route) => routes.has(route))
    ? undefined
    : { reason: 'route' };

const switchedOff: Rule = (hint, context) =>
  context.isOff && causeOf(hint, context) !== 'manual' ? { reason: 'switched_off' } : undefined;

/** What ends a showing: all else keeps a hint from starting only. */
const STAYING: readonly Rule[] = [switchedOff, isHere];

/** What can't change by something that happens at a place: a hint that passes is looked for on the page. */
const LIVE: readonly Rule[] = [
  ...STAYING,
  ({ schedule }, { index, now }) => schedule && refusedBySchedule(schedule, index.calendar, now),
  (hint, context) => (context.past || causeOf(hint, context) === 'manual' ? undefined : { reason: 'history_unknown' }),
  (hint, context) => hint.audience && refusedByAudience(hint.audience, hint, context),
  (hint, context) =>
    isGoingOn(hint, context)
      ? undefined
      : refusedByFrequency(hint.howOften, recordOf(hint, context), {
          now: context.now,
          sessionStartedAt: context.session.startedAt,
        }),
];

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

/** Why a hint may not stay on the screen. */
export const refusedToStay: Rule = (hint, context) => first(STAYING, hint, context);

/** Why a hint is not looked for on this page. */
export const refusedToLive: Rule = (hint, context) => first(LIVE, hint, context);

/** Why a hint does not start now. */
export const refusedToStart: Rule = (hint, context) => first([...LIVE, ...STARTING], hint, context);

function first(rules: readonly Rule[], hint: CompiledHint, context: HintContext): Refusal | undefined {
  for (const rule of rules) {
    const refusal = rule(hint, context);
    if (refusal) return refusal;
  }
  return undefined;
}

const causeOf = (hint: CompiledHint, { fired }: HintContext): Cause | undefined => fired.get(hint.id);

/** Asked for again, or already begun: how often it may start does not matter. */
const isGoingOn = (hint: CompiledHint, context: HintContext): boolean =>
  ['manual', 'resumed'].includes(causeOf(hint, context) ?? '');

/** Follows from what the person does at this very place: quiet is for what comes by itself. */
const isAsked = (hint: CompiledHint, context: HintContext): boolean =>
  ['pointed', 'pressed', 'manual'].includes(causeOf(hint, context) ?? '');

function refusedByAudience(audience: CompiledAudience, hint: CompiledHint, context: HintContext): Refusal | undefined {
  const truth = audience.judge(factsFor(hint, context));
  if (truth === true) return undefined;
  return truth === false ? { reason: 'audience' } : missing(audience, hint, context);
}

function missing(audience: CompiledAudience, hint: CompiledHint, context: HintContext): Refusal {
  const unknown = conditionsOf(audience, hint, context).find(({ result }) => result === 'unknown');
  return { reason: 'fact_missing', detail: { fact: unknown?.fact ?? '' } };
}

/** Everything that an audience asks, with the answers. */
export function conditionsOf(
  audience: CompiledAudience,
  hint: CompiledHint,
  context: HintContext,
): readonly Condition[] {
  const conditions: Condition[] = [];
  audience.judge(factsFor(hint, context), (condition) => conditions.push(condition));
  return conditions;
}

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
  const shown = [...index.hints.values()].flatMap((hint) =>
    hint.group === group ? Date.parse(past?.records.get(hint.id)?.lastShownAt ?? '') || [] : [],
  );
  const next = Math.max(...shown) + durationMs(cooldown);
  return next > now ? { reason: 'group', detail: { group }, next } : undefined;
}

function refusedByInterruptions({ index, now, session, past, running }: HintContext): Refusal | undefined {
  const lastShown = [...index.hints.values()].flatMap((hint) => {
    const at = hint.isInterrupting ? past?.records.get(hint.id)?.lastShownAt : undefined;
    return at === undefined ? [] : [[hint.id, Date.parse(at)] as const];
  });
  return refusedByBudget(index.policy, {
    now,
    calendar: index.calendar,
    shows: session.shows,
    lastShown: new Map(lastShown),
    uncounted: running.filter(({ hint, isCounted }) => hint.isInterrupting && !isCounted).length,
  });
}

const PLACES: ReadonlyMap<string, Refusal> = new Map(
  (['missing', 'ambiguous', 'hidden', 'covered'] as const).map((state) => [
    state,
    { reason: `target_${state}` satisfies Reason },
  ]),
);
