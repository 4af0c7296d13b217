import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Hint } from '../../../src/protocol';
import { aHint } from '../../support/hintDocuments';
import { aHintsApp } from '../../support/hintsApp';

HTMLElement.prototype.showPopover ??= () => undefined; // happy-dom has no popovers

const ROUTES = { overal: '/*' };
const card = (change: Partial<Hint> = {}): Hint =>
  aHint({
    kind: 'modal',
    where: { routes: ['overal'] },
    when: { on: 'route' },
    content: { nl: { title: 'Nieuw in deze versie', body: 'Je ziet nu de hele week.' } },
    ...change,
  });
const byHand = (): Hint =>
  card({ id: 'rondleiding', when: { on: 'manual' }, content: { nl: { title: 'Rondleiding', body: 'Kijk mee.' } } });
const published = (...hints: readonly Hint[]) => ({ document: { routes: ROUTES, hints, policy: {} } });

let app: ReturnType<typeof aHintsApp>;
const start = async (beginning: Parameters<typeof aHintsApp>[0]): Promise<void> => {
  app = aHintsApp(beginning);
  app.holder.begin();
  app.enter('sanne');
  await app.pass(0);
  await app.pass(1000);
};
beforeEach(() => void (document.body.innerHTML = '<main><button>Opslaan</button></main>'));
afterEach(() => app.lifetime.end());

describe('hints, when something is wrong', () => {
  const onError = card({ id: 'na-fout', when: { on: 'error' }, howOften: { max: 5, every: 'PT1H', until: 'forever' } });
  it('those that wait for an error come when the host reports one, also what was reported before they were here', async () => {
    app = aHintsApp(published(onError));
    app.holder.tell((hints) => hints.reportError('opslaan-mislukt'));
    app.holder.begin();
    app.enter('sanne');
    await app.pass(0);
    await app.pass(1000);
    expect([app.cards(), app.problems]).toEqual([['Nieuw in deze versie'], []]);
  });

  it('those count an error once on a page, by its code', async () => {
    await start(published(onError));
    const report = async (code: string): Promise<readonly string[]> => {
      app.holder.tell((hints) => hints.reportError(code));
      await app.pass(0);
      const cards = app.cards();
      app.holder.tell((hints) => hints.stop());
      await app.pass(0);
      return cards;
    };
    expect(await report('opslaan-mislukt')).toHaveLength(1);
    expect(await report('opslaan-mislukt')).toHaveLength(0);
    expect(await report('E42.sessie_verlopen')).toHaveLength(1);
  });

  it.each(['', 'Opslaan mislukt', 'mevrouw de Vries', '111222333', 'a-', 'a'.repeat(65), 42])(
    'those take no message, and no number, for the code of an error: %s',
    async (code) => {
      await start(published(onError));
      app.holder.tell((hints) => hints.reportError(code as string)); // a host may give anything
      await app.pass(0);
      expect([app.cards(), app.problems]).toEqual([[], ['hint-error']]);
    },
  );

  it('a button to a hint that was stopped says that it is not there; the card stays, and leads on when it is back', async () => {
    const leads = card({ actions: [{ do: 'startHint', hint: 'rondleiding', label: { nl: 'Begin' } }] });
    await start(published(leads));
    const press = () =>
      act(async () =>
        [...(app.bar.shadowRoot?.querySelectorAll('button') ?? [])]
          .find(({ textContent }) => textContent === 'Begin')
          ?.click(),
      );
    const note = () => app.bar.shadowRoot?.querySelector('.hint-note p')?.textContent;
    await press();
    await app.pass(0);
    expect([app.cards(), note()]).toEqual([['Nieuw in deze versie'], 'Deze uitleg is er nu niet.']);
    expect(app.told.map(({ what }) => what)).toContain('actionFailed');
    app.publish(published(leads, byHand()).document);
    await app.pass(120_000);
    window.dispatchEvent(new Event('focus'));
    await app.pass(0);
    await press();
    await app.pass(0);
    expect([app.cards(), note()]).toEqual([['Rondleiding'], undefined]);
  });

  it('those whose bar the host took off the page are told, if any was seen', async () => {
    await start(published(card(), byHand()));
    app.empty();
    expect(app.told.filter(({ what }) => what === 'barRemoved')).toEqual([{ hint: 'uitleg', what: 'barRemoved' }]);
    app.holder.tell((hints) => hints.stop());
    app.empty();
    expect(app.told.filter(({ what }) => what === 'barRemoved')).toHaveLength(1);
  });

  it('those that can not be drawn are over until the page is loaded anew, for the next person too; that is told', async () => {
    const { showPopover } = HTMLElement.prototype;
    HTMLElement.prototype.showPopover = () => {
      throw new Error('ours');
    };
    await start(published(card()));
    HTMLElement.prototype.showPopover = showPopover;
    expect([app.cards(), app.held.count, app.problems]).toEqual([[], 0, ['internal']]);
    expect(app.told.at(-1)).toEqual({ what: 'engineError', where: 'views' });
    const before = app.asked.length;
    app.enter('mehmet');
    await app.pass(120_000);
    expect([app.cards(), app.asked.length]).toEqual([[], before]);
  });
});
