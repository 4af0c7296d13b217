import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explain } from '../../../src/hints';
import { chooseHints } from '../../../src/hints/chooseHint';
import type { CompiledIndex } from '../../../src/hints/compileIndex';
import type { HintContext } from '../../../src/hints/context';
import { mergeHintRecords, type Hint } from '../../../src/protocol';
import { aContext, anIndex, hintOf, NOW, pastOf } from '../../support/hintContexts';
import { anyDocument, anySituation, contextOf, isUntrue, mayShow } from '../../support/anyHints';
import { aHint, aStep } from '../../support/hintDocuments';

const shownOf = (context: HintContext): readonly string[] => chooseHints(context).running.map(({ hint }) => hint.id);
const reasonOf = (index: CompiledIndex, id: string, change: Partial<HintContext> = {}): string | undefined =>
  explain(hintOf(index, id), aContext(index, change)).reason;

const one = (change: Partial<Hint>, policy = {}): CompiledIndex =>
  anIndex({ hints: [aHint(change)], policy: { timezone: 'Europe/Amsterdam', ...policy } });

describe('a hint says why it does not show', () => {
  const minutesAgo = (minutes: number): string => new Date(NOW - minutes * 60_000).toISOString();
  const modal: Partial<Hint> = { kind: 'modal', where: { routes: ['zorgplan'] } };
  test.each<[string, CompiledIndex, Partial<HintContext>]>([
    ['switched_off', one({}), { isOff: true }],
    ['route', one({}), { routes: new Set(['agenda']) }],
    ['route', one({ where: { routes: ['zorgplan'], not: ['agenda'] } }), { routes: new Set(['zorgplan', 'agenda']) }],
    ['schedule', one({ schedule: { from: '2026-03-13' } }), {}],
    ['history_unknown', one({}), { past: undefined }],
    ['audience', one({ who: { fact: 'user.x', op: 'is', value: 'p' } }), { facts: new Map([['user.x', 'q']]) }],
    ['fact_missing', one({ who: { fact: 'user.x', op: 'is', value: 'p' } }), {}],
    ['never', one({}), { past: pastOf({ hint: 'uitleg', neverAt: minutesAgo(1) }) }],
    ['snoozed', one({}), { past: pastOf({ hint: 'uitleg', snoozedUntil: minutesAgo(-1) }) }],
    ['frequency', one({}), { past: pastOf({ hint: 'uitleg', shown: 3, lastShownAt: minutesAgo(9999) }) }],
    ['trigger', one({}), { fired: new Map() }],
    ['quiet_hours', one({}, { quietHours: [{ days: [4], from: '09:00', to: '11:00' }] }), {}],
    [
      'quiet_when',
      one({}, { quietWhen: { fact: 'ui.typing', op: 'is', value: true } }),
      { facts: new Map([['ui.typing', true]]) },
    ],
    ['fact_missing', one({}, { quietWhen: { fact: 'ui.typing', op: 'is', value: true } }), {}],
    ['policy_session', one(modal, { maxInterruptingPerSession: 0 }), {}],
    ['policy_day', one(modal, { maxInterruptingPerDay: 0 }), {}],
    [
      'policy_gap',
      one({ ...modal, howOften: { every: 'PT1M' } }, { minGap: 'PT10M' }),
      { past: pastOf({ hint: 'uitleg', shown: 1, lastShownAt: minutesAgo(9) }) },
    ],
    ['killed', one(modal), { isCut: true }],
    ['target_missing', one({}), { placeOf: () => 'missing' }],
    ['target_ambiguous', one({}), { placeOf: () => 'ambiguous' }],
    ['target_hidden', one({}), { placeOf: () => 'hidden' }],
    ['target_covered', one({}), { placeOf: () => 'covered' }],
  ])('%s', (reason, index, change) => {
    expect(explain(hintOf(index, 'uitleg'), aContext(index, change))).toMatchObject({ shown: false, reason });
    expect(shownOf(aContext(index, change))).toEqual([]);
  });

  test('and shows when nothing is in its way', () => {
    expect(explain(hintOf(one({}), 'uitleg'), aContext(one({})))).toEqual({
      hint: 'uitleg',
      shown: true,
      conditions: [],
    });
  });

  test('with the numbers that a sentence needs, and when it may come again', () => {
    const index = one({ howOften: { every: 'P7D' } });
    const past = pastOf({ hint: 'uitleg', shown: 2, lastShownAt: '2026-03-10T09:00:00.000Z' });
    expect(explain(hintOf(index, 'uitleg'), aContext(index, { past }))).toMatchObject({
      detail: { shown: 2, max: 3, every: 'P7D' },
      next: Date.parse('2026-03-17T09:00:00Z'),
    });
  });

  test('with every condition, what was found, and which fact is missing', () => {
    const index = one({
      who: { all: [{ fact: 'user.x', op: 'is', value: 'p' }, { not: { fact: 'user.y', op: 'is', value: 1 } }] },
    });
    expect(explain(hintOf(index, 'uitleg'), aContext(index, { facts: new Map([['user.x', 'p']]) }))).toMatchObject({
      reason: 'fact_missing',
      detail: { fact: 'user.y' },
      conditions: [
        { path: 'all/0', fact: 'user.x', result: 'true', value: 'p' },
        { path: 'all/1/not', fact: 'user.y', result: 'unknown' },
      ],
    });
  });
});

describe('what the person asks for', () => {
  const stopped: Partial<HintContext> = { isOff: true, past: undefined };
  const policy = { quietHours: [{ days: [4], from: '09:00', to: '11:00' }], maxInterruptingPerDay: 0 };

  test('by hand comes in spite of quiet, budget, switch, "never", and a history that is not known', () => {
    const index = one({ kind: 'modal', where: { routes: ['zorgplan'] } }, policy);
    const fired = new Map([['uitleg', 'manual' as const]]);
    expect(shownOf(aContext(index, { ...stopped, fired }))).toEqual(['uitleg']);
    expect(
      shownOf(aContext(index, { fired, past: pastOf({ hint: 'uitleg', shown: 9, neverAt: '2026-03-01T00:00:00Z' }) })),
    ).toEqual(['uitleg']);
  });

  test('at its place comes in quiet hours, but not when it was switched off', () => {
    const index = one({}, policy);
    const fired = new Map([['uitleg', 'pointed' as const]]);
    expect(shownOf(aContext(index, { fired }))).toEqual(['uitleg']);
    expect(shownOf(aContext(index, { fired, isOff: true }))).toEqual([]);
  });

  test('takes the place of the card that is there, also of a tour; the page does not', () => {
    const index = anIndex({
      hints: [aHint({ id: 'a', kind: 'tour', steps: [aStep()] }), aHint({ id: 'b', priority: 99 })],
    });
    const running = [{ hint: hintOf(index, 'a'), cause: 'page' as const, isCounted: true }];
    expect(shownOf(aContext(index, { running, fired: new Map([['b', 'page']]) }))).toEqual(['a']);
    expect(shownOf(aContext(index, { running, fired: new Map([['b', 'pressed']]) }))).toEqual(['b']);
  });
});

describe('the order', () => {
  const cards = (...changes: readonly Partial<Hint>[]): CompiledIndex =>
    anIndex({ hints: changes.map((change, at) => aHint({ id: `h${at}`, howOften: { every: 'PT1M' }, ...change })) });

  test('is priority, then longest not shown, then id; the rest is outranked by the winner', () => {
    const index = cards({ priority: 10 }, { priority: 90 }, { priority: 50 });
    expect(shownOf(aContext(index))).toEqual(['h1']);
    expect(explain(hintOf(index, 'h0'), aContext(index))).toMatchObject({
      reason: 'outranked',
      detail: { hint: 'h1' },
    });
    const past = pastOf(
      { hint: 'h0', shown: 1, lastShownAt: '2026-03-11T09:00:00Z' },
      { hint: 'h1', shown: 1, lastShownAt: '2026-03-10T09:00:00Z' },
    );
    expect(shownOf(aContext(cards({}, {}), { past }))).toEqual(['h1']);
    expect(shownOf(aContext(cards({}, {})))).toEqual(['h0']);
  });

  test('beacons, a banner and a checklist stay beside one card', () => {
    const index = cards(
      { kind: 'beacon' },
      { kind: 'beacon' },
      { kind: 'banner' },
      { kind: 'banner' },
      { kind: 'checklist', steps: [aStep()] },
      {},
      { kind: 'modal' },
    );
    expect(shownOf(aContext(index))).toEqual(['h0', 'h1', 'h2', 'h4', 'h5']);
  });

  test('two of a group with room for one do not start together', () => {
    const index = anIndex({
      policy: { groups: { nieuw: { maxActive: 1 } } },
      hints: ['a', 'b'].map((id) => aHint({ id, kind: 'beacon', group: 'nieuw' })),
    });
    expect(shownOf(aContext(index))).toEqual(['a']);
    expect(reasonOf(index, 'b')).toBe('group');
  });

  test('two that interrupt do not start together when there must be time between them', () => {
    const index = anIndex({
      policy: { minGap: 'PT10M' },
      hints: [aHint({ id: 'a', kind: 'modal' }), aHint({ id: 'b', kind: 'banner', interrupts: true })],
    });
    expect(shownOf(aContext(index))).toEqual(['a']);
    expect(reasonOf(index, 'b')).toBe('policy_gap');
  });
});

test('ten thousand documents and moments at random: what explains is what decides, and what decides is right', () => {
  fc.assert(
    fc.property(anyDocument, anySituation, (document, situation) => {
      const index = anIndex(document);
      const context = contextOf(index, situation);
      const shown = shownOf(context);
      const wrong = document.hints.filter((hint) => {
        const told = explain(hintOf(index, hint.id), context);
        if (told.shown !== shown.includes(hint.id) || told.shown !== (told.reason === undefined)) return true;
        return told.reason === undefined ? !mayShow(hint, situation) : isUntrue(told.reason, hint, situation);
      });
      const cards = document.hints.filter(
        ({ id, kind }) => shown.includes(id) && ['tooltip', 'modal', 'tour'].includes(kind),
      );
      expect({ wrong, isOneCard: cards.length <= 1 }).toEqual({ wrong: [], isOneCard: true });
    }),
    { numRuns: 10_000 },
  );
});

test('the shape of a record after a merge is what frequency reads', () => {
  const merged = mergeHintRecords(
    { hint: 'uitleg', shown: 1 },
    { hint: 'uitleg', shown: 0, neverAt: '2026-03-01T00:00:00Z' },
  );
  expect(reasonOf(one({}), 'uitleg', { past: pastOf(merged) })).toBe('never');
});
