import { beforeEach, describe, expect, test } from 'vitest';
import { resolveTarget } from '../../../src/hints/browser/resolveTarget';
import type { Place } from '../../../src/hints/browser/findMatches';
import { recordTarget } from '../../../src/hints/recording';

const PAGE = `
  <nav aria-label="Hoofdmenu"><a href="/agenda">Agenda</a><a href="/rapportage">Rapportage</a></nav>
  <main><h1>Dossier</h1>
    <section id="naw"><h2>Persoonsgegevens</h2>
      <label>BSN <input name="bsn" value="123456782"></label>
      <label for="post">Postcode</label><input id="post" data-testid="naw-postcode">
      <label>Woonplaats <select><option>Utrecht</option></select></label>
      <button>Opslaan</button>
    </section>
    <div class="card"><div class="head"><h2>Zorgplan</h2></div><div>
      <textarea aria-label="Doel">Mevrouw wil zelf wandelen</textarea>
      <button>Opslaan</button><button id="rij-1">Bekijk</button><button id="rij-2">Bekijk</button></div></div>
    <ul><li><button>Jan de Vries</button></li></ul>
  </main>`;

const options = {
  page: document,
  locales: ['nl'],
  testIdAttribute: 'data-testid',
  isInterface: (words: string) => words !== 'Jan de Vries',
  routes: ['/dossier/:client'],
};
const one = (selector: string): Element => {
  const found = document.querySelector(selector);
  if (!found) throw new Error(`${selector} is not on the page`);
  return found;
};
const record = (element: Element): Place => {
  const recorded = recordTarget(element, options);
  if (!recorded.ok) throw new Error(recorded.problem.code);
  return recorded.value;
};
const whereIs = (place: Place): Element | string => {
  const found = resolveTarget(place, options);
  return 'element' in found ? (found.is === 'found' ? found.element : found.is) : found.is;
};
const button = (within: string): Element => one(`${within} button`);

beforeEach(() => {
  document.body.innerHTML = PAGE;
});

describe('recording a place', () => {
  test('writes every way that meets it alone, most weight first', () => {
    expect(record(one('[name=bsn]'))).toEqual({
      tag: 'input',
      type: 'text',
      role: 'textbox',
      find: [
        { by: { label: { nl: 'BSN' }, section: 'id:naw' }, weight: 0.6, strong: true },
        { by: { label: { nl: 'BSN' }, section: 'kop:Persoonsgegevens' }, weight: 0.6, strong: true },
        { by: { name: 'bsn', section: 'id:naw' }, weight: 0.6 },
        { by: { name: 'bsn', section: 'kop:Persoonsgegevens' }, weight: 0.55 },
        { by: { name: 'bsn' }, weight: 0.5 },
        { by: { label: { nl: 'BSN' } }, weight: 0.4 },
        { by: { position: { index: 0, of: 2 }, section: 'id:naw' }, weight: 0.3 },
      ],
    });
  });

  test('holds no value, no choice and no text that somebody wrote', () => {
    const places = [...document.querySelectorAll('input,select,textarea')].map(record);
    expect(places).toHaveLength(4);
    expect(JSON.stringify(places)).not.toMatch(/123456782|Utrecht|wandelen/);
  });

  test('refuses a button that is known by words of a client only', () => {
    expect(recordTarget(button('li'), options)).toMatchObject({ ok: false, problem: { code: 'target-unsure' } });
    expect(recordTarget(button('li'), { ...options, isInterface: () => true })).toMatchObject({ ok: true });
  });

  test('refuses words out of a part that is masked', () => {
    one('.card').setAttribute('data-support-mask', '');
    expect(recordTarget(button('.card'), options)).toMatchObject({ ok: false });
  });

  test('does not count on a number that tells the place in a list', () => {
    expect(JSON.stringify(recordTarget(one('#rij-1'), options))).not.toContain('rij');
  });
});

describe('finding a place', () => {
  test('tells buttons with the same words apart by the heading above them', () => {
    const [first, second] = [record(button('#naw')), record(button('.card'))];
    expect(whereIs(first)).toBe(button('#naw'));
    expect(whereIs(second)).toBe(button('.card'));
  });

  test('never gives another when it is gone', () => {
    const elements = [...document.querySelectorAll('a,button,input,select,textarea,h2')];
    const recorded = elements.flatMap((element) => {
      const place = recordTarget(element, options);
      return place.ok ? [{ element, place: place.value }] : [];
    });
    expect(recorded.length).toBeGreaterThan(8);
    for (const { element, place } of recorded) {
      const [parent, next] = [element.parentNode, element.nextSibling];
      expect(whereIs(place)).toBe(element);
      element.remove();
      expect(whereIs(place)).toBeTypeOf('string');
      parent?.insertBefore(element, next);
    }
  });

  test('does not follow a label that is put on another field', () => {
    const place = record(one('#post'));
    const [bsn, post] = [one('[name=bsn]'), one('#post')];
    bsn.setAttribute('aria-label', 'Postcode');
    post.setAttribute('aria-label', 'BSN');
    expect(whereIs(place)).not.toBe(bsn);
  });

  test('is ambiguous when two speak for it', () => {
    const place = record(button('#naw'));
    one('#naw').append(Object.assign(document.createElement('button'), { textContent: 'Opslaan' }));
    expect(whereIs(place)).toBe('ambiguous');
  });

  test('leaves out what stands in a dialog, and finds in a dialog what was recorded there', () => {
    const place = record(button('#naw'));
    const dialog = document.createElement('dialog');
    dialog.open = true;
    dialog.innerHTML = one('#naw').outerHTML.replace('id="naw"', 'id="kopie"');
    document.body.append(dialog);
    expect(whereIs(place)).toBe(button('#naw'));
    const copy = record(button('#kopie'));
    expect(copy.layer).toBe('dialog');
    button('#naw').remove();
    expect(whereIs(place)).toBe('missing');
    expect(whereIs(copy)).toBe(button('#kopie'));
  });

  test('waits for what nobody sees, and does not take its look-alike for it', () => {
    const place = record(one('#post'));
    one('#naw').setAttribute('style', 'display:none');
    expect(whereIs(place)).toBe('dormant');
    const tab = document.createElement('section');
    tab.innerHTML = '<h2>Persoonsgegevens</h2><label>Postcode <input></label>';
    document.body.append(tab);
    expect(whereIs(place)).toBe('dormant');
  });

  test('looks for words in the language that is asked for, and else in the next', () => {
    const place: Place = {
      tag: 'a',
      find: [{ by: { text: { nl: 'Agenda', en: 'Calendar' }, section: 'nav:Hoofdmenu' }, weight: 0.6, strong: true }],
    };
    const ask = (locales: readonly string[]): string => resolveTarget(place, { ...options, locales }).is;
    expect(ask(['nl'])).toBe('found');
    expect(ask(['nl-x-formeel', 'nl'])).toBe('found');
    expect(ask(['en', 'nl'])).toBe('missing');
    one('a').textContent = 'Calendar';
    expect(ask(['en', 'nl'])).toBe('found');
  });

  test('finds through an open shadow root, and records the way there', () => {
    const host = document.createElement('cli-kaart');
    host.id = 'kaart';
    host.attachShadow({ mode: 'open' }).innerHTML = '<section><h3>Afspraken</h3><button>Nieuw</button></section>';
    document.body.append(host);
    const inside = host.shadowRoot?.querySelector('button');
    if (!inside) throw new Error('There is no button in the shadow root.');
    const place = record(inside);
    expect(place.shadow).toEqual(['id:kaart']);
    expect(whereIs(place)).toBe(inside);
    host.remove();
    expect(whereIs(place)).toBe('missing');
  });
});
