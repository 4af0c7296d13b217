import type { CompiledAudience, Condition } from './audience';
import type { CompiledHint } from './compileHint';
import { factsFor, recordOf, type Cause, type HintContext } from './context';
import { refusedByFrequency } from './frequency';
import type { Refusal } from './refusal';
import { refusedBySchedule } from './schedule';

/** One reason to refuse a hint, or none. */
export type Rule = (hint: CompiledHint, context: HintContext) => Refusal | undefined;

/** Whether a page is one of those where a hint may show. */
export const isHere = ({ where }: CompiledHint, { routes }: Pick<HintContext, 'routes'>): Refusal | undefined =>
  where.routes.some((route) => routes.has(route)) && !where.not?.some((route) => routes.has(route))
    ? undefined
    : { reason: 'route' };

const switchedOff: Rule = (hint, context) =>
  context.isOff && causeOf(hint, context) !== 'manual' ? { reason: 'switched_off' } : undefined;

/** What ends a showing: all else keeps a hint from starting only. */
const STAYING: readonly Rule[] = [switchedOff, isHere];

/** What can't change by something that happens at a place: a hint that passes is looked for on the page. */
export const LIVE: readonly Rule[] = [
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

/** Why a hint may not stay on the screen. */
export const refusedToStay: Rule = (hint, context) => first(STAYING, hint, context);

/** Why a hint is not looked for on this page. */
export const refusedToLive: Rule = (hint, context) => first(LIVE, hint, context);

/** The first reason of these rules. */
export function first(rules: readonly Rule[], hint: CompiledHint, context: HintContext): Refusal | undefined {
  for (const rule of rules) {
    const refusal = rule(hint, context);
    if (refusal) return refusal;
  }
  return undefined;
}

/** What made the moment of a hint come, if it has. */
export const causeOf = (hint: CompiledHint, { fired }: HintContext): Cause | undefined => fired.get(hint.id);

/** Asked for again, or already begun: how often it may start does not matter. */
export const isGoingOn = (hint: CompiledHint, context: HintContext): boolean =>
  ['manual', 'resumed'].includes(causeOf(hint, context) ?? '');

function refusedByAudience(audience: CompiledAudience, hint: CompiledHint, context: HintContext): Refusal | undefined {
  const truth = audience.judge(factsFor(hint, context));
  if (truth === true) return undefined;
  return truth === false ? { reason: 'audience' } : missing(audience, hint, context);
}

/** Not refused for what somebody is, but for what is not known of them. */
export function missing(audience: CompiledAudience, hint: CompiledHint, context: HintContext): Refusal {
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
