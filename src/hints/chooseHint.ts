import type { HintKind } from '../protocol/hint';
import { recordOf, type Cause, type HintContext, type Running } from './context';
import type { CompiledHint } from './compileHint';
import type { Explanation, Refusal } from './refusal';
import { conditionsOf } from './liveRules';
import { refusedToStart } from './startRules';

/** What shows from now on, and why the rest of what fired does not. */
export interface Choice {
  readonly running: readonly Running[];
  readonly refused: ReadonlyMap<string, Refusal>;
}

/**
 * Chooses among what fired. Order: what the person did, a tour that goes on, `priority`, longest not shown, id.
 * One card at a time, one banner, one checklist; beacons beside each other. A card makes room for what the person asks for.
 */
export function chooseHints(context: HintContext): Choice {
  const refused = new Map<string, Refusal>();
  const isRunning = new Set(context.running.map(({ hint }) => hint.id));
  const candidates = [...context.fired].flatMap(([id, cause]) => {
    const hint = isRunning.has(id) ? undefined : context.index.hints.get(id);
    return hint ? [{ hint, cause, isCounted: false }] : [];
  });
  let running = context.running;
  const started: Running[] = [];
  for (const one of candidates.sort(inOrder(context))) {
    const refusal = refusedToStart(one.hint, { ...context, running }) ?? outranked(one, context.running, started);
    if (refusal) refused.set(one.hint.id, refusal);
    else {
      started.push(one);
      running = [...running.filter((other) => !isInWay(one.hint, other)), one];
    }
  }
  return { running, refused };
}

/** Says why a hint shows or not: the engine decides by the same functions. */
export function explain(hint: CompiledHint, context: HintContext): Explanation {
  const { running, refused } = chooseHints(context);
  const isShown = running.some((one) => one.hint.id === hint.id);
  return {
    hint: hint.id,
    shown: isShown,
    ...(!isShown && (refused.get(hint.id) ?? refusedToStart(hint, context))),
    conditions: hint.audience ? conditionsOf(hint.audience, hint, context) : [],
  };
}

const RANKS: Readonly<Record<Cause, number>> = { manual: 3, pressed: 2, resumed: 1, page: 0, pointed: 0 };

const inOrder =
  (context: HintContext) =>
  (one: Running, other: Running): number =>
    RANKS[other.cause] - RANKS[one.cause] ||
    (other.hint.priority ?? 50) - (one.hint.priority ?? 50) ||
    lastShown(one.hint, context) - lastShown(other.hint, context) ||
    (one.hint.id < other.hint.id ? -1 : 1);

const lastShown = (hint: CompiledHint, context: HintContext): number =>
  Date.parse(recordOf(hint, context)?.lastShownAt ?? '') || 0;

/** What can't stand beside another of its kind. */
const slotOf = (kind: HintKind): string | undefined =>
  kind === 'beacon' ? undefined : kind === 'banner' || kind === 'checklist' ? kind : 'card';

const isInWay = (hint: CompiledHint, other: Running): boolean =>
  slotOf(hint.kind) !== undefined && slotOf(hint.kind) === slotOf(other.hint.kind);

function outranked(one: Running, running: readonly Running[], started: readonly Running[]): Refusal | undefined {
  const strength = ({ hint }: Running): number => (hint.kind === 'tour' ? 1 : 0);
  const winner =
    started.find((other) => isInWay(one.hint, other)) ??
    running.find((other) => isInWay(one.hint, other) && RANKS[one.cause] <= strength(other));
  return winner && { reason: 'outranked', detail: { hint: winner.hint.id } };
}
