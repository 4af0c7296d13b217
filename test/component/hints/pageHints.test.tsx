import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PageHints } from '../../../src/app/hints/list/PageHints';
import type { PanelContext } from '../../../src/app/panel/panelContext';
import { createFormat, createTranslate } from '../../../src/locale';
import { TextProvider } from '../../../src/ui';
import { nl } from '../../support/dutch';
import { aHint } from '../../support/hintDocuments';
import { aHintsApp } from '../../support/hintsApp';

HTMLElement.prototype.showPopover ??= () => undefined; // happy-dom has no popovers

const content = (title: string) => ({ nl: { title, body: 'Kijk mee.' } });
const card = { kind: 'modal', where: { routes: ['overal'] } } as const;
const hints = [
  aHint({ ...card, id: 'nieuws', when: { on: 'route' }, content: content('Nieuw in deze versie') }),
  aHint({ ...card, id: 'rondleiding', when: { on: 'manual' }, content: content('Rondleiding') }),
];

let app: ReturnType<typeof aHintsApp>;
beforeEach(async () => {
  document.body.innerHTML = '<main></main><div id="panel"></div>';
  app = aHintsApp({ document: { routes: { overal: '/*' }, policy: {}, hints } });
  app.holder.begin();
  app.enter('sanne');
  await app.pass(0);
  await app.pass(1000);
});
afterEach(() => {
  render(null, panel());
  app.lifetime.end();
});

const panel = (): HTMLElement => document.getElementById('panel') as HTMLElement; // it was put there before each
const open = async (): Promise<void> => {
  const port = { hints: app.holder, app: app.app, view: window, onClosed: () => undefined };
  const context = { port } as unknown as PanelContext; // all that this part uses
  await act(() =>
    render(
      <TextProvider
        translate={createTranslate({ locale: 'nl', messages: nl, brand: 'Cliendo' })}
        format={createFormat('nl')}
      >
        <PageHints context={context} />
      </TextProvider>,
      panel(),
    ),
  );
  await act(() => app.pass(0));
};
const rows = (): readonly (string | null)[] =>
  [...panel().querySelectorAll('li button')].map(({ textContent }) => textContent);

describe('hints of the page, in the panel', () => {
  it('are listed by title, and one that is pressed shows', async () => {
    await open();
    expect(app.app.hasHints.value).toBe(true);
    expect(rows()).toEqual(['Nieuw in deze versie', 'Rondleiding']);
    await act(() => panel().querySelectorAll<HTMLElement>('li button')[1]?.click());
    await act(() => app.pass(0));
    expect(app.cards()).toContain('Rondleiding');
  });

  it('leave out what answers an error or presses again and again; a developer finds and starts those too', async () => {
    const answers = (['error', 'rageClick'] as const).map((on) =>
      aHint({ ...card, id: on.toLowerCase(), when: { on }, content: content(`Na ${on}`) }),
    );
    app.publish({ routes: { overal: '/*' }, policy: {}, hints: [...hints, ...answers] });
    await act(() => app.pass(120_000));
    window.dispatchEvent(new Event('focus'));
    await act(() => app.pass(0));
    await open();
    expect(rows()).toEqual(['Nieuw in deze versie', 'Rondleiding']);
    const listed = await app.holder.ask((running) => running.list(), []);
    expect(listed.filter(({ isOffered }) => !isOffered).map(({ id }) => id)).toEqual(['error', 'rageclick']);
    await act(async () => void (await app.holder.ask((running) => running.start('error'), false)));
    await act(() => app.pass(0));
    expect(app.cards()).toEqual(['Na error']);
  });

  it('can be switched off: what came by itself goes, what is asked for by hand still shows', async () => {
    await open();
    expect(app.cards()).toEqual(['Nieuw in deze versie']);
    const box = panel().querySelector('input') as HTMLInputElement; // the switch
    expect(box.checked).toBe(true);
    await act(() => box.click());
    await act(() => app.pass(0));
    expect(app.cards()).toEqual([]);
    expect(rows()).toHaveLength(2);
    await act(async () => void (await app.holder.ask((running) => running.start('rondleiding'), false)));
    await act(() => app.pass(0));
    expect(app.cards()).toEqual(['Rondleiding']);
  });
});
