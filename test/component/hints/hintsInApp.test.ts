import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Hint } from '../../../src/protocol';
import { aHint, aStep } from '../../support/hintDocuments';
import { aHintsApp } from '../../support/hintsApp';

HTMLElement.prototype.showPopover ??= () => undefined; // happy-dom has no popovers

const ROUTES = { overal: '/*', client: '/nergens' };
const card = (change: Partial<Hint> = {}): Hint =>
  aHint({
    kind: 'modal',
    where: { routes: ['overal'] },
    when: { on: 'route' },
    content: { nl: { title: 'Nieuw in deze versie', body: 'Je ziet nu de hele week.' } },
    ...change,
  });
const byHand = (change: Partial<Hint> = {}): Hint =>
  card({
    id: 'rondleiding',
    when: { on: 'manual' },
    content: { nl: { title: 'Rondleiding', body: 'Kijk mee.' } },
    ...change,
  });
const published = (...hints: readonly Hint[]) => ({ document: { routes: ROUTES, hints, policy: {} } });

let app: ReturnType<typeof aHintsApp>;
const start = async (beginning: Parameters<typeof aHintsApp>[0], owner = 'sanne'): Promise<void> => {
  app = aHintsApp(beginning);
  app.holder.begin();
  if (owner) app.enter(owner);
  await app.pass(0);
  await app.pass(1000);
};
beforeEach(() => void (document.body.innerHTML = '<main><button>Opslaan</button></main>'));
afterEach(() => app.lifetime.end());

describe('hints in the app', () => {
  it('come by themselves to who is signed in, a second after the page was idle', async () => {
    app = aHintsApp(published(card()));
    app.holder.begin();
    app.enter('sanne');
    await app.pass(0);
    expect(app.asked).toEqual([]);
    await app.pass(1000);
    expect(app.cards()).toEqual(['Nieuw in deze versie']);
    expect(app.told.map(({ what }) => what)).toEqual(['eligible', 'attempted', 'rendered']);
  });

  it('bring a picture when their words name one, from an address of this page that ends with the card', async () => {
    const end = vi.spyOn(URL, 'revokeObjectURL');
    const media = { asset: 'plan', alt: 'Een doel in het zorgplan' };
    await start(published(card({ content: { nl: { title: 'Nieuw', media } } })));
    const picture = app.bar.shadowRoot?.querySelector('img');
    expect([picture?.alt, picture?.src.slice(0, 5)]).toEqual([media.alt, 'blob:']);
    expect(app.fetched).toContain('pictures');
    expect(app.asked.filter((one) => one.startsWith('picture'))).toEqual(['picture plan']);
    expect(end).not.toHaveBeenCalled();
    app.enter();
    await app.pass(0);
    expect(end).toHaveBeenCalledExactlyOnceWith(picture?.src);
    end.mockRestore();
  });

  it('say what would be seen where a picture does not come, and fetch nothing for pictures where none is named', async () => {
    const media = { asset: 'weg', alt: 'Een doel in het zorgplan' };
    await start(published(card({ content: { nl: { title: 'Nieuw', media } } })));
    expect(app.bar.shadowRoot?.querySelector('.hint')?.textContent).toContain(media.alt);
    app.lifetime.end();
    await start(published(card()));
    expect(app.cards()).toEqual(['Nieuw in deze versie']);
    expect(app.fetched).not.toContain('pictures');
  });

  it.each([
    ['not', {}, 0],
    ['when the host asks for it', { spotlight: true }, 1],
  ])('dim the page around the place of a tour: %s', async (_what, hints, lights) => {
    const steps = [aStep(), aStep({ id: 'tweede' })];
    await start({ ...published(card({ kind: 'tour', content: {}, steps })), options: { hints }, signedIn: 'sanne' });
    expect(app.cards()).toEqual(['Stap']);
    expect(app.bar.shadowRoot?.querySelectorAll('.hint-light')).toHaveLength(lights);
    sessionStorage.clear(); // which tour runs is kept for the tab
  });

  it('cost nothing but a question where nothing is published, and are asked for again a while later', async () => {
    await start({});
    expect(app.asked).toEqual(['index']);
    expect(app.fetched).toEqual(['hints']);
    app.publish(published(card()).document);
    await app.pass(120_000);
    window.dispatchEvent(new Event('focus'));
    await app.pass(0);
    expect(app.cards()).toEqual(['Nieuw in deze versie']);
  });

  it('with `hints: false` nothing is fetched and nobody is asked', async () => {
    await start({ ...published(card()), options: { hints: false } });
    app.holder.tell((hints) => hints.track('iets'));
    expect(await app.holder.ask((hints) => hints.list(), [])).toEqual([]);
    expect([...app.fetched, ...app.asked]).toEqual([]);
  });

  it('come without `identify()` when the host has option `hints`, and the host is asked once who is there', async () => {
    await start({ ...published(card()), options: { hints: true }, signedIn: 'sanne' }, '');
    expect([app.hostAsked.count, app.cards()]).toEqual([1, ['Nieuw in deze versie']]);
  });

  it('ask nobody any more when support ended while it was being fetched', async () => {
    app = aHintsApp({ ...published(card()), options: { hints: true }, signedIn: 'sanne' });
    app.holder.begin();
    app.lifetime.end();
    await app.pass(1000);
    expect([app.hostAsked.count, app.cards()]).toEqual([0, []]);
  });

  it('ask nobody who is there when the host said nothing about them, and do not come then', async () => {
    await start({ ...published(card()), signedIn: 'sanne' }, '');
    expect([app.hostAsked.count, app.cards()]).toEqual([0, []]);
  });

  it('come at `identify()` when nobody was signed in at the start', async () => {
    await start({ ...published(card()), options: { hints: {} } }, '');
    expect([app.hostAsked.count, app.cards()]).toEqual([1, []]);
    app.enter('sanne');
    await app.pass(0);
    await app.pass(1000);
    expect(app.cards()).toEqual(['Nieuw in deze versie']);
  });

  it('for who has no question in the bundle and none open comes when both are known', async () => {
    const none = (fact: string) => ({ fact, op: 'is' as const, value: 0 });
    const who = { all: [none('widget.draftQuestions'), none('support.openQuestions')] };
    await start(published(card({ who })));
    expect(app.cards()).toEqual([]);
    app.app.openQuestions.value = 2;
    await app.pass(0);
    expect(app.cards()).toEqual([]);
    app.app.openQuestions.value = 0;
    await app.pass(0);
    expect(app.cards()).toEqual(['Nieuw in deze versie']);
  });

  it('nobody who is not signed in is asked for anything', async () => {
    await start(published(card()), '');
    expect([...app.fetched, ...app.asked]).toEqual([]);
  });

  it('what draws is fetched when something shows, and not before', async () => {
    await start(published(byHand()));
    expect(app.fetched).toEqual(['hints', 'engine', 'keeping']);
    expect(app.held.count).toBe(0);
    expect(await app.holder.ask((hints) => hints.start('rondleiding'), false)).toBe(true);
    await app.pass(0);
    expect(app.fetched).toEqual(['hints', 'engine', 'keeping', 'judging', 'playing', 'views']);
    expect(app.cards()).toEqual(['Rondleiding']);
  });

  it('what is on its way when somebody signs out is for nobody', async () => {
    for (const chunk of ['engine', 'keeping', 'judging', 'playing', 'views']) {
      app = aHintsApp(published(card()));
      const { come } = app.holdChunk(chunk);
      app.holder.begin();
      app.enter('sanne');
      await app.pass(0);
      await app.pass(1000);
      expect(app.fetched).toContain(chunk);
      await act(() => app.holder.leave());
      app.enter();
      come();
      await app.pass(60_000);
      expect([chunk, app.cards(), app.held.count]).toEqual([chunk, [], 0]);
      app.lifetime.end();
    }
  });

  it.each(['judging', 'looking', 'playing', 'views'])(
    '%s that does not arrive is asked for again when it is needed',
    async (chunk) => {
      app = aHintsApp(
        published(
          card({ when: { on: 'event', event: 'opgeslagen' } }),
          card({ id: 'rust', when: { on: 'idle', idle: 'PT5M' } }),
        ),
      );
      const { lose } = app.holdChunk(chunk);
      app.holder.begin();
      app.enter('sanne');
      await app.pass(0);
      await app.pass(1000);
      app.holder.tell((hints) => hints.track('opgeslagen'));
      await app.pass(0);
      lose();
      await app.pass(1000);
      app.holder.tell((hints) => hints.stop());
      await app.pass(1000);
      app.holder.tell((hints) => hints.track('opgeslagen'));
      await app.pass(1000);
      expect(app.fetched.filter((name) => name === chunk)).toHaveLength(2);
      expect(app.cards()).toEqual(['Nieuw in deze versie']);
    },
  );

  it('what the host says before they are here is done when they are', async () => {
    app = aHintsApp(
      published(
        card({ who: { fact: 'user.functie', op: 'is', value: 'arts' }, where: { routes: ['client'] } }),
        card({ id: 'na-event', when: { on: 'event', event: 'opgeslagen' }, interrupts: false, kind: 'banner' }),
      ),
    );
    app.holder.tell((hints) =>
      hints.defineFacts([{ key: 'user.functie', label: 'Functie', type: 'enum', value: 'arts' }]),
    );
    app.holder.tell((hints) => hints.setRoute('client.zorgplan'));
    app.holder.begin();
    app.enter('sanne');
    await app.pass(0);
    await app.pass(1000);
    expect(app.cards()).toEqual(['Nieuw in deze versie']);
    expect(await app.holder.ask((hints) => hints.explain('uitleg').then(({ shown }) => shown), false)).toBe(true);
  });

  it('what can be shown by hand is listed by its title', async () => {
    await start(published(byHand(), byHand({ id: 'elders', where: { routes: ['client'] } })));
    expect(await app.holder.ask((hints) => hints.list(), [])).toEqual([
      { id: 'rondleiding', title: 'Rondleiding', isOffered: true },
    ]);
    expect(await app.holder.ask((hints) => hints.start('elders'), true)).toBe(false);
  });

  it('make way for a recording, and come back', async () => {
    await start(published(card()));
    await act(() => void (app.app.isAside.value = true));
    expect(app.cards()).toEqual([]);
    await act(() => void (app.app.isAside.value = false));
    expect(app.cards()).toEqual(['Nieuw in deze versie']);
  });

  it('go with the person: nothing of one is left for the next', async () => {
    await start(published(card({ who: { fact: 'user.naam', op: 'is', value: 'Sanne' } })));
    app.holder.tell((hints) => hints.defineFacts([{ key: 'user.naam', label: 'Naam', type: 'text', value: 'Sanne' }]));
    await app.pass(0);
    expect(app.cards()).toEqual(['Nieuw in deze versie']);
    await act(() => app.holder.leave());
    expect(app.cards()).toEqual([]);
    app.enter();
    app.enter('mehmet');
    await app.pass(1000);
    expect(app.cards()).toEqual([]);
    expect(await app.holder.ask(async (hints) => (await hints.explain('uitleg')).reason, undefined)).toBe(
      'fact_missing',
    );
  });

  it('an event that is not in the list is told to developers, and not counted', async () => {
    await start({
      ...published(card()),
      options: { hints: { events: [{ name: 'opgeslagen', label: 'Opgeslagen' }] } },
    });
    app.holder.tell((hints) => hints.track('opgeslgaen'));
    app.holder.tell((hints) => hints.track('opgeslagen'));
    expect(app.problems).toEqual(['hint-event']);
  });

  it('an article that is not there is said to be so, and the hint stays', async () => {
    await start(
      published(
        card({ actions: [{ do: 'openArticle', article: 'week', label: { nl: 'Lees meer' } }], howOften: { max: 5 } }),
      ),
    );
    const buttons = [...(app.bar.shadowRoot?.querySelectorAll('button') ?? [])];
    await act(() => buttons.find(({ textContent }) => textContent === 'Lees meer')?.click());
    await app.pass(0);
    expect(app.bar.shadowRoot?.querySelector('.hint-note')?.textContent).toContain('Dit artikel is er nu niet.');
    expect(app.told.map(({ what }) => what)).toContain('actionFailed');
  });

  it('after the end there is nothing: no card, no bar, and nothing happens any more', async () => {
    await start(published(card()));
    expect(app.held.count).toBe(1);
    await act(() => app.lifetime.end());
    expect(app.held.count).toBe(0);
    expect(app.bar.shadowRoot?.childElementCount).toBe(0);
    const before = app.asked.length;
    window.dispatchEvent(new Event('focus'));
    await app.pass(3_600_000);
    expect(app.asked).toHaveLength(before);
  });
});
