import { describe, expect, test } from 'vitest';
import { disposeModel } from '../../../src/foundation/disposeModel';
import type { KeptHints } from '../../../src/hints';
import type { Hint } from '../../../src/protocol';
import { aHint, aStep } from '../../support/hintDocuments';
import { aHintWorld, playHints, settled, type HintWorld } from '../../support/hintsModel';

const ROUTES = { zorgplan: '/dossier/:client/zorgplan', agenda: '/agenda' };
const worldOf = (...hints: readonly Hint[]): HintWorld => aHintWorld({ routes: ROUTES, hints });
const modal = (change: Partial<Hint> = {}): Hint =>
  aHint({ kind: 'modal', where: { routes: ['zorgplan'] }, when: { on: 'route' }, ...change });
const onAgenda = (change: Partial<Hint> = {}): Hint =>
  modal({ id: 'agenda', where: { routes: ['agenda'] }, ...change });
const onEvent = { on: 'event', event: 'bewaard' } as const;
const never = (kept: KeptHints, now: number): KeptHints => ({
  ...kept,
  history: { records: [{ hint: 'uitleg', shown: 0, neverAt: new Date(now).toISOString() }] },
});
/** What was told of showings; that a hint might have come is told before. */
const ofShowings = ({ told }: HintWorld): readonly string[] =>
  told.map(({ what }) => what).filter((what) => what !== 'eligible');
/** Goes to another page, and lets come what was on its way. */
const moveOn = async ({ model }: Awaited<ReturnType<typeof playHints>>, letGo: () => void): Promise<void> => {
  model.goTo('/agenda');
  letGo();
  await settled();
};

describe('parts of hints are fetched', () => {
  test.each<[string, Partial<Hint>]>([
    ['for another page', { where: { routes: ['agenda'] } }],
    ['for other people', { who: { fact: 'user.functie', op: 'is', value: 'arts' } }],
    ['for another time', { schedule: { from: '2099-01-01' } }],
    ['asked for by hand', { when: { on: 'manual' } }],
    ['for after an event', { when: onEvent }],
    ['for after another hint', { when: { on: 'hintDone', hint: 'eerste' } }],
  ])('not for a hint that is %s', async (_, change) => {
    const world = worldOf(modal(change));
    const { model } = await playHints(world);
    expect([world.fetched, model.shown.value]).toEqual([[], []]);
  });

  test('not for what somebody never wants again, or saw too short ago; as soon as it may show they are', async () => {
    const world = worldOf(modal({ howOften: { every: 'PT30M' } }));
    world.elsewhere((kept) => ({
      ...kept,
      history: { records: [{ hint: 'uitleg', shown: 1, lastShownAt: new Date(world.clock.now()).toISOString() }] },
    }));
    const { shown } = await playHints(world);
    expect(world.fetched).toEqual([]);
    world.clock.pass(30 * 60_000);
    await settled();
    expect(world.fetched).toEqual(['judging', 'playing']);
    expect(shown()).toEqual(['uitleg']);
  });

  test('one by one: what judges when something may show, what plays when something is chosen', async () => {
    const world = worldOf(aHint({ when: { on: 'click' } }));
    const { shown } = await playHints(world);
    world.place('opslaan', 'found');
    await settled();
    expect(world.fetched).toEqual(['judging']);
    world.sign({ is: 'click', target: 'opslaan' });
    await settled();
    expect([world.fetched, shown()]).toEqual([['judging', 'playing'], ['uitleg']]);
  });

  test('when they are asked for: to say why, only what judges; for titles, what plays too', async () => {
    const world = worldOf(modal({ when: { on: 'manual' } }));
    const { model } = await playHints(world);
    expect(await model.explain('uitleg')).toMatchObject({ shown: false, reason: 'trigger' });
    expect(world.fetched).toEqual(['judging']);
    expect(await model.titles()).toMatchObject([{ id: 'uitleg' }]);
    expect(world.fetched).toEqual(['judging', 'playing']);
  });

  test('for a tour that was left, also when it was shown too short ago to begin', async () => {
    const { content: _none, ...tour } = modal({ kind: 'tour', steps: [aStep(), aStep({ id: 'tweede' })] });
    const world = worldOf(tour);
    const { model } = await playHints(world);
    model.doings.next('uitleg');
    model.doings.seen('uitleg');
    const again = await playHints(world);
    expect(again.only().step?.index).toBe(1);
  });
});

describe('while a part is on its way', () => {
  test('a delay counts from when somebody came to the page', async () => {
    const world = worldOf(modal({ when: { on: 'route', delay: 'PT2S' } }));
    const letGo = world.holdPart('judging');
    const { shown } = await playHints(world);
    world.clock.pass(1500);
    letGo();
    await settled();
    world.clock.pass(499);
    await settled();
    expect(shown()).toEqual([]);
    world.clock.pass(1);
    await settled();
    expect(shown()).toEqual(['uitleg']);
  });

  test.each(['judging', 'playing'] as const)(
    '%s: a page that is left gets nothing, nor does the next one get its hint',
    async (part) => {
      for (const delay of ['PT0S', 'PT2S']) {
        const world = worldOf(modal({ when: { on: 'route', delay } }));
        const letGo = world.holdPart(part);
        const played = await playHints(world);
        world.clock.pass(2000);
        await settled();
        await moveOn(played, letGo);
        world.clock.pass(60_000);
        await settled();
        expect([played.shown(), ofShowings(world)]).toEqual([[], []]);
        played.model.goTo('/dossier/12/zorgplan');
        world.clock.pass(2000);
        await settled();
        expect(played.shown()).toEqual(['uitleg']); // the control: there it may
      }
    },
  );

  test.each(['judging', 'playing'] as const)('%s: the next page gets its own', async (part) => {
    const world = worldOf(modal(), onAgenda());
    const letGo = world.holdPart(part);
    const played = await playHints(world);
    await moveOn(played, letGo);
    expect(played.shown()).toEqual(['agenda']);
  });

  test.each(['judging', 'playing'] as const)(
    '%s: an event of a page that is left starts nothing on the next',
    async (part) => {
      const world = worldOf(modal({ when: onEvent }), onAgenda({ when: onEvent }));
      const letGo = world.holdPart(part);
      const played = await playHints(world);
      played.model.track('bewaard');
      await settled();
      await moveOn(played, letGo);
      expect(played.shown()).toEqual([]);
      played.model.track('bewaard');
      await settled();
      expect(played.shown()).toEqual(['agenda']);
    },
  );

  test.each(['judging', 'playing'] as const)(
    '%s: an error of a page that is left starts nothing on the next; one of the page that is open does',
    async (part) => {
      const when = { on: 'error' } as const;
      const world = worldOf(modal({ when }), onAgenda({ when }));
      const letGo = world.holdPart(part);
      const played = await playHints(world);
      played.model.reportError('opslaan-mislukt');
      await settled();
      await moveOn(played, letGo);
      expect(played.shown()).toEqual([]);
      played.model.reportError('opslaan-mislukt');
      await settled();
      expect(played.shown()).toEqual(['agenda']);
    },
  );

  test.each(['judging', 'playing'] as const)(
    '%s: what was asked for by hand shows only where that was done',
    async (part) => {
      const world = worldOf(modal({ when: { on: 'manual' }, where: { routes: ['zorgplan', 'agenda'] } }));
      const letGo = world.holdPart(part);
      const played = await playHints(world);
      const isShown = played.model.show('uitleg');
      await settled();
      await moveOn(played, letGo);
      expect([await isShown, played.shown()]).toEqual([false, []]);
      expect(await played.model.show('uitleg')).toBe(true);
      await settled();
      expect(played.shown()).toEqual(['uitleg']);
    },
  );

  test.each<[string, readonly string[], (world: HintWorld) => void]>([
    ['left', [], (world) => world.sign({ is: 'left', target: 'opslaan', by: 'hover' })],
    ['closed for good elsewhere', [], ({ clock, elsewhere }) => elsewhere((kept) => never(kept, clock.now()))],
    ['stopped', [], (world) => world.publish({ routes: ROUTES, hints: [] })],
    ['not touched', ['uitleg'], () => undefined],
  ])('what is %s meanwhile shows if it still may', async (_, expected, change) => {
    const world = worldOf(aHint({ when: { on: 'hover' } }));
    const letGo = world.holdPart('playing');
    const { model, shown } = await playHints(world);
    world.place('opslaan', 'found');
    world.sign({ is: 'hover', target: 'opslaan' });
    world.clock.pass(300);
    await settled();
    expect(world.fetched).toEqual(['judging', 'playing']);
    change(world);
    model.refresh();
    await settled();
    letGo();
    await settled();
    expect(shown()).toEqual(expected);
  });

  test.each(['judging', 'playing'] as const)('%s: the end takes it along', async (part) => {
    const world = worldOf(modal());
    const letGo = world.holdPart(part);
    const { model, shown } = await playHints(world);
    disposeModel(model);
    letGo();
    await settled();
    expect([shown(), ofShowings(world)]).toEqual([[], []]);
    expect(world.wanted()).toEqual({ places: [], idleMs: [], isErrorWanted: false, isRageWanted: false });
  });
});

describe('a part that does not arrive', () => {
  test.each(['judging', 'playing'] as const)(
    '%s: is asked for again at the next need, and breaks nothing',
    async (part) => {
      const world = worldOf(modal());
      world.losePart(part);
      const { model, shown } = await playHints(world);
      const before = world.fetched.length;
      world.clock.pass(60_000);
      await settled();
      expect([shown(), world.fetched.length]).toEqual([[], before]);
      world.losePart(part, false);
      model.goTo('/agenda');
      model.goTo('/dossier/12/zorgplan');
      await settled();
      expect(shown()).toEqual(['uitleg']);
    },
  );

  test('leaves nothing that shows by surprise: what came by an event is over', async () => {
    const world = worldOf(modal({ when: onEvent }));
    world.losePart('playing');
    const { model, shown } = await playHints(world);
    model.track('bewaard');
    await settled();
    world.losePart('playing', false);
    model.turnOff(false);
    model.goTo('/dossier/13/zorgplan');
    await settled();
    expect(shown()).toEqual([]);
    model.track('bewaard');
    await settled();
    expect(shown()).toEqual(['uitleg']);
  });

  test('is said to who asks by hand', async () => {
    const world = worldOf(modal({ when: { on: 'manual' } }));
    world.losePart('playing');
    const { model } = await playHints(world);
    expect([await model.show('uitleg'), await model.titles()]).toEqual([false, []]);
    world.losePart('judging');
    expect(await (await playHints(world)).model.explain('uitleg')).toMatchObject({ reason: 'status' });
  });
});
