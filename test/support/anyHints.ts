import fc from 'fast-check';
import type { FactValue } from '../../src/hints/audience';
import type { CompiledIndex } from '../../src/hints/compileIndex';
import type { Cause, HintContext } from '../../src/hints/context';
import type { PlaceState, Reason } from '../../src/hints/refusal';
import type { Audience, Hint, HintDocument, HintPolicy, HintRecord } from '../../src/protocol';
import { aContext, NOW, pastOf } from './hintContexts';
import { aHint, aHintDocument, aStep } from './hintDocuments';

const MINUTE = 60_000;
const IDS = ['a', 'b', 'c', 'd'] as const;
const test: fc.Arbitrary<Audience> = fc.oneof(
  fc.record({
    fact: fc.constantFrom('user.x', 'org.y'),
    op: fc.constantFrom('is', 'isNot'),
    value: fc.constantFrom('p', 'q'),
  }),
  fc.constant({ fact: 'hint.a.seen', op: 'is', value: true }),
  fc.constant({ fact: 'ui.modalOpen', op: 'is', value: false }),
);
const audience: fc.Arbitrary<Audience> = fc.oneof(
  test,
  fc.array(test, { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
  fc.array(test, { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
  test.map((not) => ({ not })),
);
const optional = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(value, { nil: undefined });
/** Leaves out what is not there, as a document does. */
const whole = <Value extends object>(value: Value): Value =>
  Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as Value; // only what may be absent is left out

const hint = (id: string): fc.Arbitrary<Hint> =>
  fc
    .record({
      kind: fc.constantFrom('tooltip', 'beacon', 'banner', 'modal', 'tour', 'checklist'),
      routes: fc.uniqueArray(fc.constantFrom('zorgplan', 'agenda'), { minLength: 1 }),
      not: optional(fc.constant(['agenda'])),
      who: optional(audience),
      interrupts: optional(fc.boolean()),
      priority: optional(fc.integer({ min: 0, max: 100 })),
      group: optional(fc.constantFrom('nieuw')),
      schedule: optional(fc.constantFrom({ from: '2026-03-12' }, { from: '2026-03-13' }, { until: '2026-03-11' })),
      howOften: fc
        .record({
          max: optional(fc.constantFrom(1, 2)),
          every: optional(fc.constantFrom('PT1M', 'P7D')),
          until: optional(fc.constantFrom('shown', 'opened', 'dismissed', 'done', 'forever')),
        })
        .map(whole),
    })
    .map(({ routes, not, kind, ...rest }) =>
      whole({
        ...aHint({ id, kind }),
        ...rest,
        where: whole({ routes, not, target: kind === 'tooltip' || kind === 'beacon' ? 'opslaan' : undefined }),
        steps: kind === 'tour' || kind === 'checklist' ? [aStep()] : undefined,
      } as Hint),
    ); // absent members are gone

const policy: fc.Arbitrary<HintPolicy> = fc
  .record({
    timezone: fc.constant('Europe/Amsterdam'),
    maxInterruptingPerSession: optional(fc.integer({ min: 0, max: 2 })),
    maxInterruptingPerDay: optional(fc.integer({ min: 0, max: 2 })),
    minGap: optional(fc.constantFrom('PT10M')),
    quietHours: optional(
      fc.constantFrom([{ days: [4], from: '09:30', to: '10:30' }], [{ days: [3], from: '22:00', to: '06:00' }]),
    ),
    quietWhen: optional(audience),
    groups: optional(fc.constant({ nieuw: { maxActive: 1, cooldown: 'PT5M' } })),
  })
  .map(whole) as fc.Arbitrary<HintPolicy>; // absent members are gone

/** Documents of up to four hints, with rules that often stand in the way. */
export const anyDocument: fc.Arbitrary<HintDocument> = fc
  .record({ hints: fc.tuple(...IDS.map(hint)), policy })
  .map((change) => aHintDocument({ ...change, routes: { zorgplan: '/zorgplan', agenda: '/agenda' } }));

const moment = optional(
  fc.integer({ min: -2, max: 3000 }).map((minutes) => new Date(NOW - minutes * MINUTE).toISOString()),
);
const record = fc
  .record({
    hint: fc.constantFrom(...IDS),
    shown: fc.integer({ min: 0, max: 3 }),
    lastShownAt: moment,
    openedAt: moment,
    dismissedAt: moment,
    doneAt: moment,
    snoozedUntil: moment,
    neverAt: optional(fc.constant(new Date(NOW - MINUTE).toISOString())),
  })
  .map((one) => whole(one) as HintRecord); // absent members are gone

/** What may be the case when a hint is judged. */
export const anySituation = fc.record({
  routes: fc.uniqueArray(fc.constantFrom('zorgplan', 'agenda')).map((names): ReadonlySet<string> => new Set(names)),
  facts: fc
    .dictionary(fc.constantFrom('user.x', 'org.y'), fc.constantFrom('p', 'q'), { noNullPrototype: true })
    .map((facts): ReadonlyMap<string, FactValue> => new Map(Object.entries(facts))),
  records: fc.option(fc.uniqueArray(record, { selector: (one) => one.hint }), { nil: undefined, freq: 9 }),
  isOff: fc.constantFrom(false, false, false, true),
  isCut: fc.constantFrom(false, false, false, true),
  isBehind: fc.boolean(),
  place: fc.constantFrom<PlaceState>('found', 'found', 'found', 'missing', 'hidden', 'covered', 'ambiguous'),
  fired: fc.dictionary(
    fc.constantFrom(...IDS),
    fc.constantFrom<Cause>('page', 'page', 'pointed', 'pressed', 'manual', 'resumed'),
    { noNullPrototype: true },
  ),
});

/** A situation that was drawn. */
export type Situation = typeof anySituation extends fc.Arbitrary<infer Drawn> ? Drawn : never;

/** The context of a situation. */
export const contextOf = (index: CompiledIndex, situation: Situation): HintContext => {
  const { records, fired, place, isBehind, ...rest } = situation;
  return aContext(index, {
    ...rest,
    past: records && pastOf(...records),
    fired: new Map(Object.entries(fired)),
    placeOf: () => place,
    isBehindModal: () => isBehind,
  });
};

/** Judges an audience in the plainest way, apart from the product: 0, ½ or 1. */
function plainly(asked: Audience, situation: Situation): number {
  if ('all' in asked) return Math.min(...asked.all.map((part) => plainly(part, situation)));
  if ('any' in asked) return Math.max(...asked.any.map((part) => plainly(part, situation)));
  if ('not' in asked) return 1 - plainly(asked.not, situation);
  const known = factOf(asked.fact, situation);
  return known === undefined ? 0.5 : Number((known === asked.value) === (asked.op === 'is'));
}

function factOf(fact: string, { facts, records, isBehind }: Situation): unknown {
  if (fact === 'ui.modalOpen') return isBehind;
  if (fact !== 'hint.a.seen') return facts.get(fact);
  return records?.some(({ hint: id, shown }) => id === 'a' && shown > 0);
}

const isHere = ({ where }: Hint, { routes }: Situation): boolean =>
  where.routes.some((name) => routes.has(name)) && !where.not?.some((name) => routes.has(name));

const isFor = ({ who }: Hint, situation: Situation): number => (who === undefined ? 1 : plainly(who, situation));

/** Whether the plainest reading of a hint lets it show: what it must at least be. */
export function mayShow(shown: Hint, situation: Situation): boolean {
  const isPlaced = shown.where.target === undefined || situation.place === 'found';
  return isPlaced && isHere(shown, situation) && isFor(shown, situation) === 1 && isWanted(shown, situation);
}

function isWanted({ id }: Hint, { fired, records, isOff }: Situation): boolean {
  const cause = fired[id];
  if (cause === undefined || cause === 'manual') return cause !== undefined;
  const isNever = records?.some(({ hint: one, neverAt }) => one === id && neverAt !== undefined) ?? true;
  return records !== undefined && !isOff && (!isNever || cause === 'resumed');
}

/** Whether a reason can be seen to be wrong. */
export function isUntrue(reason: Reason, refused: Hint, situation: Situation): boolean {
  if (reason === 'route') return isHere(refused, situation);
  if (reason === 'audience') return isFor(refused, situation) !== 0;
  if (reason === 'trigger') return situation.fired[refused.id] !== undefined;
  return reason === 'history_unknown' && situation.records !== undefined;
}
