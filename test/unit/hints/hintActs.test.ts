import { describe, expect, test } from 'vitest';
import { disposeModel } from '../../../src/foundation/disposeModel';
import type { Hint } from '../../../src/protocol';
import { aHint, aStep } from '../../support/hintDocuments';
import { aHintWorld, playHints, settled, type HintWorld } from '../../support/hintsModel';

const ROUTES = { zorgplan: '/dossier/:client/zorgplan', agenda: '/agenda', 'client.rapport': '/rapport' };
const modal = (change: Partial<Hint> = {}): Hint =>
  aHint({ kind: 'modal', where: { routes: ['zorgplan'] }, when: { on: 'route' }, ...change });
const worldOf = (...hints: readonly Hint[]): HintWorld => aHintWorld({ routes: ROUTES, hints });

describe('what a person does', () => {
  test('a showing counts once, when it was seen; two tabs count one', async () => {
    const world = worldOf(modal());
    const [one, other] = [await playHints(world), await playHints(world)];
    expect(world.kept().history.records).toEqual([]);
    for (const { model } of [one, other, one]) model.doings.seen('uitleg');
    expect(world.kept().history.records).toMatchObject([{ hint: 'uitleg', shown: 1 }]);
    expect(world.kept().session.shows).toHaveLength(1);
    const seen = world.told.filter((event) => event.what === 'seen');
    expect(new Set(seen.map(({ key }) => key)).size).toBe(1);
  });

  test.each([
    ['dismiss', 'dismissedAt', 'frequency'],
    ['never', 'neverAt', 'never'],
    ['snooze', 'snoozedUntil', 'snoozed'],
  ] as const)('%s takes it away, and it is kept', async (doing, field, reason) => {
    const world = worldOf(modal());
    const { model, shown } = await playHints(world);
    model.doings[doing]('uitleg');
    expect(shown()).toEqual([]);
    expect(world.kept().history.records[0]?.[field]).toBeDefined();
    expect((await (await playHints(world)).model.explain('uitleg')).reason).toBe(reason);
  });

  test('what was closed in another tab closes here', async () => {
    const world = worldOf(modal());
    const { shown } = await playHints(world);
    world.clock.pass(5000);
    world.elsewhere((kept) => ({
      ...kept,
      history: { records: [{ hint: 'uitleg', shown: 1, dismissedAt: new Date(world.clock.now()).toISOString() }] },
    }));
    await settled();
    expect(shown()).toEqual([]);
  });

  test('a page that was left closes it, and counts as nothing', async () => {
    const world = worldOf(modal());
    const { model, shown } = await playHints(world);
    model.goTo('/agenda');
    expect(shown()).toEqual([]);
    expect(world.kept().history.records).toEqual([]);
  });

  test('a beacon opens its card, and closes it again', async () => {
    const world = worldOf(aHint({ kind: 'beacon', when: { on: 'route' } }));
    const { model, only } = await playHints(world);
    world.place('opslaan', 'found');
    await settled();
    expect(only().isOpen).toBe(false);
    model.doings.open('uitleg');
    expect(only().isOpen).toBe(true);
    model.doings.open('uitleg');
    expect(only().isOpen).toBe(false);
    expect(world.kept().history.records[0]?.openedAt).toBeDefined();
  });

  test('buttons and links do what they say', async () => {
    const actions = [
      { do: 'openArticle', article: 'zorgplan', label: { nl: 'Lees het artikel' } },
      { do: 'startHint', hint: 'tweede' },
    ] as const;
    const world = worldOf(
      modal({ actions }),
      aHint({ id: 'tweede', kind: 'modal', when: { on: 'manual' }, where: { routes: ['zorgplan'] } }),
    );
    const { model, only } = await playHints(world);
    expect(only().actions).toMatchObject([{ label: 'Lees het artikel', does: 'openArticle' }, { does: 'startHint' }]);
    model.doings.act('uitleg', 0);
    model.doings.link('uitleg', '/agenda');
    expect(world.acted).toEqual([actions[0], { do: 'openLink', href: '/agenda' }]);
    model.doings.act('uitleg', 1);
    await settled();
    expect(only()).toMatchObject({ id: 'tweede', isAsked: true });
    expect(world.kept().history.records.find(({ hint }) => hint === 'uitleg')?.doneAt).toBeDefined(); // it led on to what it was for
  });

  test.each<[string, Partial<Hint> | undefined]>([
    ['stopped', undefined],
    ['of another page', { where: { routes: ['agenda'] } }],
    ['for other people', { who: { fact: 'user.functie', op: 'is', value: 'arts' } }],
    ['over', { schedule: { until: '2020-01-01' } }],
  ])('a button or link to a hint that is %s leads nowhere: that is told, and the card stays', async (_, change) => {
    const actions = [{ do: 'startHint', hint: 'tweede' }] as const;
    const second = { id: 'tweede', kind: 'modal', when: { on: 'manual' }, where: { routes: ['zorgplan'] } } as const;
    const world = worldOf(modal({ actions }), ...(change ? [aHint({ ...second, ...change })] : []));
    world.fail();
    const { model, shown } = await playHints(world);
    model.doings.act('uitleg', 0);
    model.doings.link('uitleg', 'hint:tweede');
    await settled();
    expect(shown()).toEqual(['uitleg']);
    expect(world.acted).toEqual([actions[0], { do: 'openLink', href: 'hint:tweede' }]);
    expect(world.told.filter(({ what }) => what === 'actionFailed')).toHaveLength(2);
    expect(world.kept().history.records).toEqual([]);
  });

  test('a task whose button leads to a hint that is not there is not done by it', async () => {
    const task = aStep({ actions: [{ do: 'startHint', hint: 'tweede' }] });
    const { content: _none, ...checklist } = modal({ kind: 'checklist', steps: [task, aStep({ id: 'tweede-taak' })] });
    const second = aHint({ id: 'tweede', kind: 'beacon', when: { on: 'manual' }, where: { routes: ['zorgplan'] } });
    for (const [hints, isDone] of [
      [[checklist], false],
      [[checklist, second], true],
    ] as const) {
      const { model, only } = await playHints(worldOf(...hints));
      model.doings.task('uitleg', 'stap');
      expect(only().tasks?.[0]?.isDone).toBe(isDone);
    }
  });

  test('switching hints off takes away what came by itself', async () => {
    const { model, shown } = await playHints(worldOf(modal()));
    model.turnOff(true);
    expect(shown()).toEqual([]);
    expect(model.list()).toEqual(['uitleg']);
    model.show('uitleg');
    await settled();
    expect(shown()).toEqual(['uitleg']);
  });

  test('asked for by hand, it waits for its place a moment, and no longer', async () => {
    const world = worldOf(aHint({ when: { on: 'manual' } }));
    const { model, shown } = await playHints(world);
    model.show('uitleg');
    world.clock.pass(5000);
    world.place('opslaan', 'found');
    await settled();
    expect(shown()).toEqual(['uitleg']);
    model.stop();
    world.place('opslaan', 'missing');
    model.show('uitleg');
    world.clock.pass(6001);
    world.place('opslaan', 'found');
    await settled();
    expect(shown()).toEqual([]);
  });

  test('the end of the model leaves nothing: no card, no watching, no timer that does something', async () => {
    const policy = { minGap: 'PT10M' };
    const world = aHintWorld({
      routes: ROUTES,
      policy,
      hints: [modal(), modal({ id: 'strook', kind: 'banner', interrupts: true }), aHint({ id: 'derde' })],
    });
    const { model, shown } = await playHints(world);
    model.doings.seen('strook');
    expect(await model.explain('uitleg')).toMatchObject({ reason: 'policy_gap' });
    expect(world.wanted().places).toHaveLength(1);
    disposeModel(model);
    world.clock.pass(3_600_000);
    world.sign({ is: 'focus', target: 'opslaan' });
    await settled();
    expect(shown()).toEqual([]);
    expect(world.wanted().places).toEqual([]);
  });

  test('nothing is seen during a recording; after it, what was there', async () => {
    const { model, shown } = await playHints(worldOf(modal()));
    model.isHidden.value = true;
    expect(shown()).toEqual([]);
    model.isHidden.value = false;
    expect(shown()).toEqual(['uitleg']);
  });

  test('a hint that is reset shows as if it never had, also where another device knew better', async () => {
    const world = worldOf(modal());
    const { model, shown } = await playHints(world);
    model.doings.never('uitleg');
    const stale = world.kept();
    expect(shown()).toEqual([]);
    world.clock.pass(1000);
    model.reset('uitleg');
    world.elsewhere(() => stale);
    model.show('uitleg');
    await settled();
    expect(shown()).toEqual(['uitleg']);
    expect((await model.explain('uitleg')).reason).not.toBe('never');
  });

  test('what the host calls a page counts beside its address, with all that it is part of', async () => {
    const world = worldOf(modal({ where: { routes: ['client.rapport'] } }));
    const { model, shown } = await playHints(world, '/elders');
    expect(shown()).toEqual([]);
    model.goTo('/elders', 'nieuw', 'client.rapport.lezen');
    await settled();
    expect(shown()).toEqual(['uitleg']);
  });
});
