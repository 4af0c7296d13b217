import { describe, expect, test, vi } from 'vitest';
import { createHintDesk } from '../../../src/app/hints/hintDesk';
import type { HintFact } from '../../../src/app/hintsPart';

const role = (value: HintFact['value']): HintFact => ({ key: 'user.functie', label: 'Functie', type: 'enum', value });
const aDesk = () => {
  const problem = vi.fn<(code: string) => void>();
  return { desk: createHintDesk({ problem }), problem };
};

describe('what a host tells about facts', () => {
  test('a fact is what it was told last, and a function is asked each time', () => {
    const { desk, problem } = aDesk();
    let now = 'arts';
    desk.define([role('verpleegkundige')]);
    desk.define([role(() => now)]);
    expect(desk.facts()).toEqual(new Map([['user.functie', 'arts']]));
    now = 'behandelaar';
    expect(desk.facts().get('user.functie')).toBe('behandelaar');
    expect(problem).not.toHaveBeenCalled();
  });

  test.each<[string, unknown]>([
    ['a key that is ours', { ...role('arts'), key: 'hint.welkom.seen' }],
    ['a kind that is not one', { ...role('arts'), type: 'toString' }],
    ['no value', { key: 'user.functie', label: 'Functie', type: 'enum' }],
    ['no label', { key: 'user.functie', type: 'enum', value: 'arts' }],
    ['nothing at all', null],
    ['a text', 'user.functie'],
  ])('%s is left out, and told to developers', (_, fact) => {
    const { desk, problem } = aDesk();
    desk.define(fact);
    expect(desk.facts().size).toBe(0);
    expect(problem.mock.calls.map(([code]) => code)).toEqual(['hint-fact']);
  });

  test.each<[HintFact['type'], HintFact['value']]>([
    ['number', 'drie'],
    ['number', () => Number.NaN],
    ['date', '2 maart'],
    ['set', 'arts'],
    ['boolean', () => undefined],
    [
      'text',
      () => {
        throw new Error('Not logged in.');
      },
    ],
  ])('a %s that is none is not known: in doubt nothing shows', (type, value) => {
    const { desk } = aDesk();
    desk.define([{ key: 'user.iets', label: 'Iets', type, value }]);
    expect(desk.facts().size).toBe(0);
  });

  test('of one person nothing is left for the next: values and pages go, functions stay', () => {
    const { desk } = aDesk();
    desk.define([role(() => 'arts'), { key: 'user.naam', label: 'Naam', type: 'text', value: 'Sanne' }]);
    desk.name('client.zorgplan');
    desk.leave();
    expect([...desk.facts().keys()]).toEqual(['user.functie']);
    expect(desk.pages()).toBeUndefined();
  });

  test('what may stand in a text is said by the host, and can be taken back', () => {
    const { desk } = aDesk();
    desk.define([{ ...role('arts'), displayable: true }]);
    expect(desk.displayable).toContain('user.functie');
    desk.define([role('arts')]);
    expect(desk.displayable.size).toBe(0);
  });

  test('whoever follows hears of each thing that was told, until they stop', () => {
    const { desk } = aDesk();
    const heard = vi.fn<() => void>();
    const stop = desk.follow(heard);
    desk.define([role('arts')]);
    desk.name(['client', 'zorgplan']);
    stop();
    desk.name('agenda');
    expect(heard).toHaveBeenCalledTimes(2);
  });
});
