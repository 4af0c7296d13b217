import { describe, expect, test } from 'vitest';
import type { Hint, HintStep } from '../../../src/protocol';
import { aHint, aStep } from '../../support/hintDocuments';
import { aHintWorld, playHints, settled, type HintWorld } from '../../support/hintsModel';

const ROUTES = { zorgplan: '/dossier/:client/zorgplan', agenda: '/agenda' };
const DAY_MS = 86_400_000;
const worldOf = (...hints: readonly Hint[]): HintWorld => aHintWorld({ routes: ROUTES, hints });
const modal = (change: Partial<Hint> = {}): Hint =>
  aHint({ kind: 'modal', where: { routes: ['zorgplan'] }, when: { on: 'route' }, ...change });
const tour = (...changes: readonly Partial<HintStep>[]): Hint => {
  const { content: _none, ...hint } = modal({
    kind: 'tour',
    steps: changes.map((change, at) => aStep({ id: `stap-${at}`, ...change })),
  });
  return hint;
};
/** Of which hints this was told. */
const told = ({ told: all }: HintWorld, what: string): readonly string[] =>
  all.filter((one) => one.what === what).map(({ hint }) => hint);

describe('that a hint might have come is told', () => {
  test('once a day, on every page and after a reload, and again the next day', async () => {
    const world = worldOf(modal({ when: { on: 'click' } }));
    const { model } = await playHints(world);
    model.goTo('/agenda');
    model.goTo('/dossier/13/zorgplan');
    await playHints(world);
    expect(told(world, 'eligible')).toEqual(['uitleg']);
    world.clock.pass(DAY_MS);
    await playHints(world);
    expect(told(world, 'eligible')).toEqual(['uitleg', 'uitleg']);
    expect(new Set(world.told.map(({ key }) => key)).size).toBe(2);
  });

  test.each<[string, Partial<Hint>, boolean]>([
    ['of this page', {}, true],
    ['that waits for its moment', { when: { on: 'idle', idle: 'PT5M' } }, true],
    ['that waits for its place', { kind: 'tooltip', where: { routes: ['zorgplan'], target: 'opslaan' } }, true],
    ['to be shown by hand', { when: { on: 'manual' } }, true],
    ['of another page', { where: { routes: ['agenda'] } }, false],
    ['for other people', { who: { fact: 'user.functie', op: 'is', value: 'arts' } }, false],
    ['of which nobody knows for whom it is', { who: { fact: 'user.team', op: 'is', value: 'zorg' } }, false],
    ['for another time', { schedule: { from: '2099-01-01' } }, false],
  ])('of one %s: %s', async (_, change, isTold) => {
    const world = worldOf(modal(change));
    await playHints(world, '/dossier/12/zorgplan', new Map([['user.functie', 'kok']]));
    expect(told(world, 'eligible')).toEqual(isTold ? ['uitleg'] : []);
  });

  test('not of one that somebody never wants again, or while nobody knows what they did', async () => {
    const world = worldOf(modal());
    (await playHints(world)).model.doings.never('uitleg');
    world.clock.pass(DAY_MS);
    await playHints(world);
    expect(told(world, 'eligible')).toEqual(['uitleg']);
    const unknown = worldOf(modal());
    unknown.forget();
    await playHints(unknown);
    expect(told(unknown, 'eligible')).toEqual([]);
  });

  test('as soon as a fact lets it come', async () => {
    const world = worldOf(modal({ who: { fact: 'user.functie', op: 'is', value: 'arts' } }));
    const { model } = await playHints(world);
    expect(told(world, 'eligible')).toEqual([]);
    model.know(new Map([['user.functie', 'arts']]));
    expect(told(world, 'eligible')).toEqual(['uitleg']);
  });

  test('by one of two tabs; what it is remembered by is no part of what a receiver gets', async () => {
    const world = worldOf(modal({ when: { on: 'manual' } }));
    await playHints(world);
    expect(world.kept().noticed).toEqual({ day: '2026-03-12', hints: ['uitleg'] });
    expect(world.kept().history).toEqual({ records: [] });
    await playHints(world);
    expect(told(world, 'eligible')).toEqual(['uitleg']);
  });
});

test('that a hint can not be read is told once, when somebody comes to its page; the others show', async () => {
  const wrong = modal({ id: 'kapot', where: { routes: ['agenda'], target: 'nergens' } });
  const world = worldOf(modal(), wrong);
  const { model, shown } = await playHints(world);
  expect([shown(), told(world, 'rejected')]).toEqual([['uitleg'], []]);
  model.goTo('/agenda');
  model.goTo('/dossier/12/zorgplan');
  model.goTo('/agenda');
  expect(told(world, 'rejected')).toEqual(['kapot']);
});

describe('that a tour pauses is told', () => {
  test('when its page is left, with the step; a step that leads to another page does not pause there', async () => {
    const world = worldOf(
      tour({}, ...['agenda', 'zorgplan'].map((route) => ({ next: { on: 'route' as const, route } }))),
    );
    const { model } = await playHints(world);
    model.goTo('/elders');
    model.goTo('/dossier/12/zorgplan');
    await settled();
    expect(told(world, 'pausedRoute')).toEqual(['uitleg']);
    expect(world.told.find(({ what }) => what === 'pausedRoute')?.key).toContain('stap-0');
    model.doings.next('uitleg');
    model.goTo('/agenda');
    expect(told(world, 'pausedRoute')).toEqual(['uitleg']);
  });

  test('when a modal opens before it, which takes nothing else', async () => {
    const world = worldOf(tour({}, {}));
    const { shown } = await playHints(world);
    world.modal(true);
    expect([shown(), told(world, 'pausedModal')]).toEqual([[], ['uitleg']]);
    world.modal(false);
    expect([shown(), told(world, 'pausedModal')]).toEqual([['uitleg'], ['uitleg']]);
  });

  test('never of a card: that just goes with its page, and comes back from behind a modal', async () => {
    const world = worldOf(modal());
    const { model } = await playHints(world);
    world.modal(true);
    world.modal(false);
    model.goTo('/agenda');
    expect(world.told.map(({ what }) => what)).toEqual(['eligible', 'attempted', 'rendered']);
  });
});

describe('what is about no hint in particular is told without one', () => {
  test('that what looks at the page, or what draws, has failed: of the third all ends, whoever it was', async () => {
    const world = worldOf(modal());
    const { model, shown } = await playHints(world);
    const broken = (): never => {
      throw new Error('ours');
    };
    expect(() => [model.safely(broken, 'page'), model.safely(broken, 'page')]).not.toThrow();
    expect(shown()).toEqual(['uitleg']);
    model.safely(() => Promise.reject(new Error('ours')), 'views');
    await settled();
    expect(shown()).toEqual([]);
    const faults = world.told.filter(({ what }) => what === 'engineError');
    expect(faults.map(({ hint, where }) => [hint, where])).toEqual([
      ['', 'page'],
      ['', 'page'],
      ['', 'views'],
    ]);
  });

  test('that looking for places takes too long, with how far it was given up; another page looks again', async () => {
    const world = worldOf(aHint({ when: { on: 'click' } }));
    const { model } = await playHints(world);
    for (const level of [1, 2] as const) world.sign({ is: 'costly', level });
    const costly = world.told.filter(({ what }) => what === 'engineDegraded');
    expect(costly.map(({ hint, level }) => [hint, level])).toEqual([
      ['', 1],
      ['', 2],
    ]);
    const before = world.arrived();
    model.goTo('/dossier/13/zorgplan');
    expect(world.arrived()).toBe(before);
    model.goTo('/agenda');
    expect(world.arrived()).toBe(before + 1);
  });
});

describe('that a hint was stopped is told', () => {
  test('once, when it is taken from the screen', async () => {
    const world = worldOf(modal());
    const { model, shown } = await playHints(world);
    world.publish({ routes: ROUTES, hints: [modal()] }, ['uitleg']);
    for (let again = 0; again < 2; again++) {
      model.refresh();
      await settled();
    }
    expect([shown(), told(world, 'killed')]).toEqual([[], ['uitleg']]);
  });

  test('when it does not start because it was stopped meanwhile', async () => {
    const world = worldOf(modal());
    const letGo = world.holdWords();
    const { shown } = await playHints(world);
    world.publish({ routes: ROUTES, hints: [modal()] }, ['uitleg']);
    world.clock.pass(60_001);
    letGo();
    await settled();
    expect([shown(), told(world, 'killed')]).toEqual([[], ['uitleg']]);
  });

  test('when nobody can be asked whether it was: once on each page, however often it is judged', async () => {
    const world = worldOf(modal());
    world.cut();
    const { model, shown } = await playHints(world);
    for (const visible of [true, false]) {
      model.know(new Map([['ui.typing', visible]]));
      model.turnOff(false);
    }
    expect([shown(), told(world, 'killed')]).toEqual([[], ['uitleg']]);
    model.goTo('/agenda');
    world.clock.pass(1000);
    model.goTo('/dossier/12/zorgplan');
    await settled();
    expect(told(world, 'killed')).toEqual(['uitleg', 'uitleg']);
    expect(new Set(world.told.filter(({ what }) => what === 'killed').map(({ key }) => key)).size).toBe(2);
  });

  test('not when somebody closed it, left its page or switched hints off', async () => {
    const world = worldOf(modal());
    const { model } = await playHints(world);
    model.goTo('/agenda');
    model.goTo('/dossier/12/zorgplan');
    await settled();
    model.turnOff(true);
    expect(told(world, 'killed')).toEqual([]);
  });
});
