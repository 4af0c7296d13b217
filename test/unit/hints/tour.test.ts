import { describe, expect, test } from 'vitest';
import type { Hint, HintStep } from '../../../src/protocol';
import { aHint, aStep } from '../../support/hintDocuments';
import { aHintWorld, playHints, settled, type HintWorld } from '../../support/hintsModel';

const ROUTES = { zorgplan: '/dossier/:client/zorgplan', agenda: '/agenda', dossier: '/dossier/*' };
const steps = (...changes: readonly Partial<HintStep>[]): readonly HintStep[] =>
  changes.map((change, at) =>
    aStep({ id: `stap-${at}`, content: { nl: { title: `Stap ${at}`, body: 'x' } }, ...change }),
  );
const tour = (list: readonly HintStep[], change: Partial<Hint> = {}): Hint => {
  const { content: _none, ...hint } = aHint({
    kind: 'tour',
    where: { routes: ['zorgplan'] },
    when: { on: 'route' },
    steps: list,
  });
  return { ...hint, ...change };
};
const worldOf = (...hints: readonly Hint[]): HintWorld => aHintWorld({ routes: ROUTES, hints });

describe('a tour', () => {
  test('goes on and back by its buttons, and is done after the last step', async () => {
    const world = worldOf(tour(steps({}, {}, {})));
    const { model, only, shown } = await playHints(world);
    expect(only()).toMatchObject({ title: 'Stap 0', look: 'modal', step: { index: 0, count: 3, isButtonNext: true } });
    model.doings.next('uitleg');
    model.doings.next('uitleg');
    expect(only().title).toBe('Stap 2');
    model.doings.back('uitleg');
    expect(only().title).toBe('Stap 1');
    model.doings.next('uitleg');
    model.doings.next('uitleg');
    expect(shown()).toEqual([]);
    expect(world.kept().history.records[0]?.doneAt).toBeDefined();
    expect((await model.explain('uitleg')).reason).toBe('frequency');
  });

  test('passes over a step that is not for this person', async () => {
    const only = { fact: 'user.functie', op: 'is' as const, value: 'arts' };
    const { model, only: shown } = await playHints(worldOf(tour(steps({}, { only }, {}))));
    model.doings.next('uitleg');
    expect(shown().title).toBe('Stap 2');
  });

  test('goes on by what is done at its place: a click, typing and then a rest, an event, a place that goes', async () => {
    const at = { kind: 'tooltip' as const, target: 'opslaan' };
    const world = worldOf(
      tour(
        steps(
          { ...at, next: { on: 'click' } },
          { ...at, next: { on: 'input', idle: 'PT2S' } },
          { next: { on: 'event', event: 'bewaard' } },
          { ...at, next: { on: 'gone' } },
          {},
        ),
      ),
    );
    world.place('opslaan', 'found');
    const { model, only } = await playHints(world);
    expect(world.wanted().places[0]?.signs).toContain('click');
    world.sign({ is: 'click', target: 'opslaan' });
    expect(only()).toMatchObject({ title: 'Stap 1', step: { isButtonNext: false } });
    for (let key = 0; key < 3; key++) {
      world.sign({ is: 'input', target: 'opslaan' });
      world.clock.pass(1500);
    }
    expect(only().title).toBe('Stap 1');
    world.clock.pass(500);
    expect(only().title).toBe('Stap 2');
    model.track('iets anders');
    model.track('bewaard');
    expect(only().title).toBe('Stap 3');
    world.place('opslaan', 'found');
    world.place('opslaan', 'missing');
    expect(only().title).toBe('Stap 4');
  });

  test('goes on to another page when that is its step, also outside of its own pages', async () => {
    const { model, only, shown } = await playHints(
      worldOf(
        tour(steps({ next: { on: 'route', route: 'agenda' } }, {}), { where: { routes: ['zorgplan', 'agenda'] } }),
      ),
    );
    model.goTo('/dossier/12');
    expect(shown()).toEqual(['uitleg']);
    model.goTo('/agenda');
    expect(only().title).toBe('Stap 1');
  });

  test('stops for now on another page, and goes on where it was', async () => {
    const { model, only, shown } = await playHints(worldOf(tour(steps({}, {}))));
    model.doings.next('uitleg');
    model.goTo('/agenda');
    expect(shown()).toEqual([]);
    model.goTo('/dossier/12/zorgplan');
    await settled();
    expect(only().title).toBe('Stap 1');
  });

  test.each([['tab'], ['user']] as const)(
    'is resumed after a reload, in the %s, within half an hour and not later',
    async (scope) => {
      const world = worldOf(tour(steps({}, {}), { resume: { scope } }));
      const first = await playHints(world);
      first.model.doings.next('uitleg');
      first.model.doings.seen('uitleg');
      world.clock.pass(30 * 60_000);
      expect((await playHints(world)).only().title).toBe('Stap 1');
      world.clock.pass(30 * 60_000 + 1);
      const late = await playHints(world);
      expect(late.shown()).toEqual([]);
      expect((await late.model.explain('uitleg')).reason).toBe('frequency');
    },
  );

  test('is not resumed when it was closed', async () => {
    const world = worldOf(tour(steps({}, {}), { resume: { scope: 'user' } }));
    const { model } = await playHints(world);
    world.clock.pass(1000);
    model.doings.dismiss('uitleg');
    expect((await playHints(world)).shown()).toEqual([]);
  });

  test('ends when its step is no longer there; with another rev and the step still there it goes on', async () => {
    const old = tour(steps({}, {}));
    const world = worldOf(old);
    const { model } = await playHints(world);
    model.doings.next('uitleg');
    model.doings.seen('uitleg');
    world.publish({ routes: ROUTES, hints: [{ ...old, rev: 2 }] });
    expect((await playHints(world)).only()).toMatchObject({ title: 'Stap 1', rev: 2 });
    world.publish({ routes: ROUTES, hints: [{ ...old, rev: 3, steps: steps({}) }] });
    const { model: changed, shown } = await playHints(world);
    expect(shown()).toEqual([]);
    expect((await changed.explain('uitleg')).reason).toBe('tour_changed');
  });
});

describe('a step of which the place is not there', () => {
  const at = (change: Partial<HintStep>): readonly HintStep[] =>
    steps({ kind: 'tooltip', target: 'opslaan', waitFor: 'PT8S', ...change }, {});

  test('waits, and shows when the place comes', async () => {
    const world = worldOf(tour(at({})));
    const { shown } = await playHints(world);
    expect(shown()).toEqual([]);
    world.clock.pass(7999);
    world.place('opslaan', 'found');
    expect(shown()).toEqual(['uitleg']);
  });

  test.each<[NonNullable<NonNullable<HintStep['onFailure']>['targetMissing']>, object | undefined]>([
    ['skip', { title: 'Stap 1' }],
    ['modal', { title: 'Stap 0', look: 'modal', isPlaceMissing: true }],
    ['pause', undefined],
    ['end', undefined],
  ])('does after that what it says: %s', async (targetMissing, expected) => {
    const world = worldOf(tour(at({ onFailure: { targetMissing } })));
    const { model } = await playHints(world);
    world.clock.pass(8000);
    await settled();
    if (expected) expect(model.shown.value).toMatchObject([expected]);
    else expect(model.shown.value).toEqual([]);
    expect(world.told.map(({ what }) => what)).toContain('targetMissing');
    expect(world.deps.tab.load() === undefined).toBe(targetMissing === 'end');
  });

  test.each([
    ['hidden', 'targetHidden'],
    ['covered', 'targetCovered'],
    ['ambiguous', 'targetAmbiguous'],
  ] as const)('tells why, when it was %s all the time', async (state, what) => {
    const world = worldOf(tour(at({})));
    world.place('opslaan', state);
    await playHints(world);
    world.clock.pass(8000);
    await settled();
    expect(world.told.map((one) => one.what).filter((one) => one.startsWith('target'))).toEqual([what]);
  });
});

describe('a checklist', () => {
  const list = (...changes: readonly Partial<HintStep>[]): Hint =>
    tour(steps(...changes), { kind: 'checklist', content: { nl: { title: 'Aan de slag' } } });

  test('ticks what was done by itself and by hand, keeps it, and is done when all is', async () => {
    const world = worldOf(
      list(
        { target: 'opslaan', kind: 'tooltip', next: { on: 'click' } },
        { next: { on: 'route', route: 'agenda' } },
        {},
      ),
    );
    const { model, only } = await playHints(world);
    const done = (): readonly boolean[] => only().tasks?.map(({ isDone }) => isDone) ?? [];
    expect(only()).toMatchObject({
      title: 'Aan de slag',
      tasks: [{ title: 'Stap 0' }, { title: 'Stap 1' }, { title: 'Stap 2' }],
    });
    world.sign({ is: 'click', target: 'opslaan' });
    expect(done()).toEqual([true, false, false]);
    model.doings.task('uitleg', 'stap-2');
    expect(done()).toEqual([true, false, true]);
    expect((await playHints(world)).only().tasks?.map(({ isDone }) => isDone)).toEqual([true, false, true]);
    model.goTo('/agenda');
    expect(model.shown.value).toEqual([]);
    expect(world.kept().history.records[0]?.doneAt).toBeDefined();
  });
});
