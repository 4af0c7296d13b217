import { describe, expect, it } from 'vitest';
import { cardButtons } from '../../../src/hints/cardButtons';
import type { ShownHint } from '../../../src/hints/shown';

const hint = (some: Partial<ShownHint>): ShownHint => ({
  id: 'bsn',
  rev: 1,
  kind: some.look ?? 'tooltip',
  look: 'tooltip',
  body: [],
  isAsked: false,
  isOpen: false,
  actions: [],
  ...some,
});
const tour = (index: number, some: Partial<ShownHint> = {}): ShownHint =>
  hint({ kind: 'tour', step: { index, count: 3, isButtonNext: true }, ...some });
const read = { label: 'Lees meer', does: 'openArticle' } as const;

/** What stands there, left to right. */
const said = (of: ShownHint): string[] => {
  const { never, others, primary } = cardButtons(of);
  return [
    ...(never ? ['never'] : []),
    ...others.map(({ does, label }) => label ?? does),
    `*${primary?.label ?? primary?.does}`,
  ];
};

describe('the buttons of a hint', () => {
  it.each<[string, ShownHint, string[]]>([
    ['that only explains: it can be switched off', hint({}), ['never', '*undefined']],
    ['with an action: that is the one to press', hint({ actions: [read] }), ['never', '*Lees meer']],
    ['that interrupts: it can also come back later', hint({ look: 'modal' }), ['never', 'snooze', '*dismiss']],
    ['that somebody asked for: there is nothing to put off', hint({ look: 'modal', isAsked: true }), ['*dismiss']],
    [
      'that brings its own "later": it is not offered twice',
      hint({ look: 'modal', actions: [{ label: 'Straks', does: 'snooze' }] }),
      ['never', 'Straks', '*dismiss'],
    ],
    [
      'that brings its own way out: that is not what is pressed most',
      hint({ look: 'modal', actions: [{ label: 'Sluiten', does: 'dismiss' }, read] }),
      ['never', 'snooze', 'Sluiten', '*Lees meer'],
    ],
    [
      'whose "later" has no word of the designer: it has ours',
      hint({ look: 'modal', actions: [{ label: '', does: 'snooze' }] }),
      ['never', 'snooze', '*dismiss'],
    ],
    ['of a checklist: its tasks are what to press', hint({ look: 'checklist' }), ['never', 'snooze', '*undefined']],
    [
      'of a checklist that is done: there is nothing left but to close it',
      hint({ look: 'checklist', tasks: [{ id: 'filter', title: 'Zet een filter', isDone: true }] }),
      ['*dismiss'],
    ],
    ['that begins a tour', tour(0), ['never', 'snooze', '*next']],
    ['within a tour', tour(1), ['back', '*next']],
    ['that ends a tour', tour(2), ['back', '*done']],
    ['within a tour, with an action beside it', tour(1, { actions: [read] }), ['Lees meer', 'back', '*next']],
    [
      'within a tour that the page leads on',
      tour(1, { step: { index: 1, count: 3, isButtonNext: false } }),
      ['back', '*undefined'],
    ],
    [
      'within a tour that brings its own "next"',
      tour(1, { actions: [{ label: 'Verder', does: 'next' }] }),
      ['back', '*Verder'],
    ],
  ])('%s', (_, of, expected) => {
    expect(said(of)).toEqual(expected);
  });
});
