import { describe, expect, test } from 'vitest';
import type { Hint } from '../../../src/protocol';
import { aHint, aStep } from '../../support/hintDocuments';
import { aHintWorld, playHints, settled, type HintWorld } from '../../support/hintsModel';

const ROUTES = { zorgplan: '/dossier/:client/zorgplan', agenda: '/agenda', 'client.rapport': '/rapport' };
const modal = (change: Partial<Hint> = {}): Hint =>
  aHint({ kind: 'modal', where: { routes: ['zorgplan'] }, when: { on: 'route' }, ...change });
const worldOf = (...hints: readonly Hint[]): HintWorld => aHintWorld({ routes: ROUTES, hints });
/** What was told of showings; that a hint might have come is told before. */
const what = (world: HintWorld): readonly string[] =>
  world.told.map((event) => event.what).filter((one) => one !== 'eligible');

describe('a hint begins', () => {
  test('on its page, with its words in the language of the person', async () => {
    const { only } = await playHints(worldOf(modal({ content: { nl: { title: 'Welkom', body: 'Lees **dit**.' } } })));
    expect(only()).toMatchObject({
      id: 'uitleg',
      look: 'modal',
      title: 'Welkom',
      body: [{ t: 'p', c: ['Lees ', { t: 'strong', c: ['dit'] }, '.'] }],
      isAsked: false,
    });
  });

  test('at its place, when that is found and touched, after its delay', async () => {
    const world = worldOf(aHint({ when: { on: 'focus', delay: 'PT0.6S' } }));
    const { shown, only } = await playHints(world);
    expect(world.wanted().places).toMatchObject([{ name: 'opslaan', signs: ['focus'] }]);
    world.place('opslaan', 'found');
    world.sign({ is: 'focus', target: 'opslaan' });
    await settled();
    expect(shown()).toEqual([]);
    world.clock.pass(600);
    await settled();
    expect(only()).toMatchObject({ targetLabel: 'Knop Opslaan', look: 'tooltip' });
    world.sign({ is: 'left', target: 'opslaan', by: 'focus' });
    expect(shown()).toEqual([]);
    expect(what(world)).toEqual(['attempted', 'rendered']);
  });

  test('never when the pointer left before the delay was over', async () => {
    const world = worldOf(aHint({ when: { on: 'hover' } }));
    const { shown } = await playHints(world);
    world.place('opslaan', 'found');
    world.sign({ is: 'hover', target: 'opslaan' });
    world.sign({ is: 'left', target: 'opslaan', by: 'hover' });
    world.clock.pass(10_000);
    await settled();
    expect(shown()).toEqual([]);
  });

  test('after being half in view for as long as it says', async () => {
    const world = worldOf(aHint({ kind: 'beacon', when: { on: 'visible', for: 'PT1S' } }));
    const { shown } = await playHints(world);
    world.place('opslaan', 'found');
    world.sign({ is: 'visible', target: 'opslaan', isInView: true });
    world.clock.pass(900);
    world.sign({ is: 'visible', target: 'opslaan', isInView: false });
    world.clock.pass(5000);
    await settled();
    expect(shown()).toEqual([]);
    world.sign({ is: 'visible', target: 'opslaan', isInView: true });
    world.clock.pass(1000);
    await settled();
    expect(shown()).toEqual(['uitleg']);
  });

  test('by an event, as often as it says, by rest, by an error once per code, and by another that is done', async () => {
    const world = worldOf(
      modal({ id: 'event', kind: 'banner', when: { on: 'event', event: 'bewaard', times: 2 } }),
      modal({ id: 'rust', kind: 'modal', when: { on: 'idle', idle: 'PT5S' } }),
      modal({ id: 'fout', kind: 'checklist', steps: [aStep()], when: { on: 'error' } }),
    );
    const { model, shown } = await playHints(world);
    expect(world.wanted()).toMatchObject({ idleMs: [5000], isErrorWanted: true });
    model.track('bewaard');
    await settled();
    expect(shown()).toEqual([]);
    model.track('bewaard');
    world.sign({ is: 'error', code: 'E1' });
    await settled();
    expect([...shown()].sort()).toEqual(['event', 'fout']);
    world.sign({ is: 'idle', ms: 5000 });
    await settled();
    expect(shown()).not.toContain('rust'); // something is open
    model.stop();
    world.sign({ is: 'idle', ms: 5000 });
    await settled();
    expect(shown()).toEqual(['rust']);
  });

  test('by pressing again and again, at its place or, without one, anywhere', async () => {
    const world = worldOf(
      modal({ id: 'overal', kind: 'slideout', interrupts: false, when: { on: 'rageClick' } }),
      aHint({ id: 'hier', when: { on: 'rageClick' } }),
    );
    const { model, shown } = await playHints(world);
    expect(world.wanted()).toMatchObject({ isRageWanted: true, places: [{ signs: ['rageClick'] }] });
    world.place('opslaan', 'found');
    world.sign({ is: 'rageClick', target: 'opslaan' });
    await settled();
    expect(shown()).toEqual(['hier']);
    model.stop();
    world.sign({ is: 'rage' });
    await settled();
    expect(shown()).toEqual(['overal']);
  });

  test('when quiet is over, while its moment lasts', async () => {
    const quietWhen = { fact: 'ui.typing', op: 'is' as const, value: true };
    const world = aHintWorld({ routes: ROUTES, policy: { quietWhen }, hints: [modal()] });
    const { model, shown } = await playHints(world);
    model.know(new Map([['ui.typing', true]]));
    await settled();
    expect((await model.explain('uitleg')).reason).toBe('quiet_when');
    model.know(new Map([['ui.typing', false]]));
    await settled();
    expect(shown()).toEqual(['uitleg']);
    model.know(new Map([['ui.typing', true]]));
    await settled();
    expect(shown()).toEqual(['uitleg']); // quiet pulls nothing away
  });
});

describe('a hint never shows', () => {
  test('on a page that was left during its delay, also when one comes back', async () => {
    const world = worldOf(modal({ when: { on: 'route', delay: 'PT2S' } }));
    const { model, shown } = await playHints(world);
    world.clock.pass(1500);
    model.goTo('/agenda');
    model.goTo('/dossier/12/zorgplan');
    world.clock.pass(1999);
    await settled();
    expect(shown()).toEqual([]);
    world.clock.pass(1);
    await settled();
    expect(shown()).toEqual(['uitleg']); // the delay began anew: the control of this test
  });

  test('on a page that was left while its words were on their way', async () => {
    const world = worldOf(modal());
    const letGo = world.holdWords();
    const { model, shown } = await playHints(world);
    model.goTo('/agenda');
    letGo();
    await settled();
    expect(shown()).toEqual([]);
    expect(what(world)).toEqual(['attempted']);
  });

  test('when it was stopped in between: the answer is older than a minute, so it is asked again', async () => {
    const world = worldOf(modal({ when: { on: 'route', delay: 'PT2M' } }));
    const { shown } = await playHints(world);
    world.publish({ routes: ROUTES, hints: [modal({ when: { on: 'route', delay: 'PT2M' } })] }, ['uitleg']);
    world.clock.pass(120_000);
    await settled();
    expect(shown()).toEqual([]);
    const other = worldOf(modal({ when: { on: 'route', delay: 'PT2M' } }));
    const control = await playHints(other);
    other.clock.pass(120_000);
    await settled();
    expect(control.shown()).toEqual(['uitleg']);
  });

  test('when it interrupts and nobody can be asked; a tooltip does', async () => {
    const world = worldOf(modal(), modal({ id: 'strook', kind: 'banner' }));
    world.cut();
    const { model, shown } = await playHints(world);
    expect(shown()).toEqual(['strook']);
    expect((await model.explain('uitleg')).reason).toBe('killed');
  });

  test('while nobody knows what this person did before; by hand it does', async () => {
    const world = worldOf(modal());
    world.forget();
    const { model, shown } = await playHints(world);
    expect(shown()).toEqual([]);
    expect((await model.explain('uitleg')).reason).toBe('history_unknown');
    model.show('uitleg');
    await settled();
    expect(shown()).toEqual(['uitleg']);
  });

  test('with a fact in its words that is not known, or may not be shown', async () => {
    const says = (title: string): Hint => modal({ content: { nl: { title, body: 'x' } } });
    const secret = await playHints(worldOf(says('Dag {{user.bsn}}')));
    secret.model.know(new Map([['user.bsn', '123']]));
    expect(secret.shown()).toEqual([]);
    const named = await playHints(worldOf(says('Dag {{user.voornaam}}')));
    expect(named.shown()).toEqual([]);
    named.model.know(new Map([['user.voornaam', '**Jo**']]));
    expect(named.only().title).toBe('Dag **Jo**');
  });

  test('again after the third failure of ours on a page, and nothing gets into the host', async () => {
    const world = worldOf(modal({ when: { on: 'event', event: 'bewaard' } }));
    let isBroken = false;
    const isBehindModal = (): boolean => {
      if (isBroken) throw new Error('ours');
      return false;
    };
    const page = { ...world.deps.page, isBehindModal };
    const { model, shown } = await playHints({ ...world, deps: { ...world.deps, page } });
    const tell = async (): Promise<void> => {
      expect(() => model.track('bewaard')).not.toThrow();
      await settled();
    };
    await tell();
    expect(shown()).toEqual(['uitleg']);
    isBroken = true;
    for (let time = 0; time < 4; time++) await tell();
    isBroken = false;
    await tell();
    expect(shown()).toEqual([]);
    expect(world.wanted()).toEqual({ places: [], idleMs: [], isErrorWanted: false, isRageWanted: false });
    const faults = world.told.filter((event) => event.what === 'engineError');
    expect(faults).toMatchObject([0, 1, 2].map(() => ({ hint: '', where: 'engine' })));
  });
});

describe('a place', () => {
  test('that is gone takes its card along; back within two seconds it is there again', async () => {
    const world = worldOf(aHint({ when: { on: 'route' } }));
    const { shown } = await playHints(world);
    expect(shown()).toEqual([]);
    world.place('opslaan', 'found');
    await settled();
    expect(shown()).toEqual(['uitleg']);
    world.place('opslaan', 'missing');
    expect(shown()).toEqual([]);
    world.clock.pass(1999);
    world.place('opslaan', 'found');
    expect(shown()).toEqual(['uitleg']);
    world.place('opslaan', 'missing');
    world.clock.pass(2000);
    world.place('opslaan', 'found');
    await settled();
    expect(shown()).toEqual([]);
  });

  test('behind a modal hides its card until that closes', async () => {
    const world = worldOf(modal());
    const { shown } = await playHints(world);
    world.modal(true);
    expect(shown()).toEqual([]);
    world.modal(false);
    expect(shown()).toEqual(['uitleg']);
  });
});
