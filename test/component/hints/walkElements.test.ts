import { beforeEach, describe, expect, test } from 'vitest';
import type { Place } from '../../../src/hints/browser/findMatches';
import {
  describeFinders,
  interactiveAncestor,
  stepsTo,
  walkFrom,
  type RecordOptions,
  type WalkDirection,
} from '../../../src/hints/recording';

const PAGE = `
  <header id="top"><script>1</script><h1>Dossier</h1><!-- none --><style>p{}</style><p style="display:none">Weg</p><button id="new"><span>Nieuw</span></button></header>
  <cliendo-support><p>Van ons</p></cliendo-support>
  <div id="pass" style="display:contents"><p id="first">Een</p><p id="second">Twee</p></div>
  <main><section aria-label="Persoonsgegevens"><h2>Gegevens</h2>
      <label id="label"><b>BSN</b> <input name="bsn" value="123456782"></label>
      <label for="post"><i>Postcode</i></label><input id="post"></section>
    <section><h2 data-support-mask>Jan de Vries</h2><button id="masked">Openen</button></section>
    <section><h2>Piet Jansen</h2><button id="unknown">Sluiten</button></section>
    <div role="dialog"><fieldset><legend>Afspraak</legend><p><button id="plan">Plannen</button></p></fieldset></div></main>
  <cli-kaart></cli-kaart><p id="last">Einde</p>`;
const INTERFACE = [
  'Dossier',
  'Persoonsgegevens',
  'BSN',
  'Openen',
  'Sluiten',
  'Afspraak',
  'Plannen',
  'Jan de Vries',
  'Week',
  'Ruilen',
];
const options: RecordOptions = {
  page: document,
  locales: ['nl'],
  testIdAttribute: 'data-testid',
  isInterface: (words) => INTERFACE.includes(words),
  routes: [],
};
const isOwn = (element: Element): boolean => element.localName === 'cliendo-support';

const one = (selector: string, within: ParentNode = document): Element => {
  const found = within.querySelector(selector);
  if (!found) throw new Error(`${selector} is not on the page`);
  return found;
};
const from = (element: Element, ...directions: readonly WalkDirection[]): Element | undefined =>
  directions.reduce<Element | undefined>(
    (at, direction) => at && walkFrom(at, direction, { page: document, isOwn }),
    element,
  );
const inShadow = (): ShadowRoot => {
  const { shadowRoot } = one('cli-kaart');
  if (!shadowRoot) throw new Error('There is no shadow root.');
  return shadowRoot;
};

beforeEach(() => {
  document.body.innerHTML = PAGE;
  one('cli-kaart').attachShadow({ mode: 'open' }).innerHTML = '<h3>Week</h3><button>Ruilen</button>';
});

describe('walking over the page', () => {
  test('goes to what is around, the first in it, and what is beside, past scripts and what nobody sees', () => {
    const heading = one('h1');
    expect(from(one('#top'), 'child')).toBe(heading);
    expect(from(heading, 'previous')).toBeUndefined();
    expect(from(heading, 'next')).toBe(one('#new'));
    expect(from(heading, 'next', 'next')).toBeUndefined();
    expect(from(heading, 'next', 'child', 'parent', 'previous')).toBe(heading);
    expect(from(heading, 'parent')).toBe(one('#top'));
    expect(from(heading, 'parent', 'parent')).toBeUndefined();
    expect(from(heading, 'child')).toBeUndefined();
  });

  test('goes past what is ours', () => {
    expect(from(one('#top'), 'next')).not.toBe(one('cliendo-support'));
    expect(from(one('main'), 'previous', 'next')).toBe(one('main'));
  });

  test('goes into an open shadow root and out again', () => {
    const button = one('button', inShadow());
    expect(from(one('cli-kaart'), 'child', 'next')).toBe(button);
    expect(from(button, 'parent')).toBe(one('cli-kaart'));
    expect(from(button, 'parent', 'next')).toBe(one('#last'));
  });
});

describe('the control around', () => {
  test.each([
    ['a word on a button', '#new span', '#new'],
    ['a label around its field', '#label b', '[name=bsn]'],
    ['a label for a field', 'i', '#post'],
    ['a field', '#post', '#post'],
  ])('of %s', (_name, selector, control) => {
    expect(interactiveAncestor(one(selector))).toBe(one(control));
  });

  test('is none where nothing can be used', () => {
    expect(interactiveAncestor(one('h2'))).toBeUndefined();
  });
});

describe('the way to an element', () => {
  test('is said in the words of the interface, without what is filled in', () => {
    one('main').setAttribute('aria-label', 'Dossier');
    expect(stepsTo(one('[name=bsn]'), options)).toEqual([
      { kind: 'section', role: 'main', name: 'Dossier' },
      { kind: 'section', role: 'section', name: 'Persoonsgegevens' },
      { kind: 'element', role: 'textbox', name: 'BSN' },
    ]);
  });

  test('leaves out what may be somebody: words that nobody knows, and those in a masked part', () => {
    expect(stepsTo(one('#masked'), options)).toEqual([{ kind: 'element', role: 'button', name: 'Openen' }]);
    expect(stepsTo(one('#unknown'), options)).toEqual([{ kind: 'element', role: 'button', name: 'Sluiten' }]);
    one('#unknown').setAttribute('data-support-mask', '');
    expect(stepsTo(one('#unknown'), options)).toEqual([{ kind: 'element', role: 'button' }]);
  });

  test('names dialogs, also those without a name', () => {
    expect(stepsTo(one('#plan'), options)).toEqual([
      { kind: 'dialog', role: 'dialog' },
      { kind: 'section', role: 'fieldset', name: 'Afspraak' },
      { kind: 'element', role: 'button', name: 'Plannen' },
    ]);
  });
});

describe('what is said of finders', () => {
  const field: Place = {
    tag: 'input',
    find: [
      { by: { label: { nl: 'BSN' }, section: 'kop:Persoonsgegevens' }, weight: 0.6, strong: true },
      { by: { section: 'kop:Persoonsgegevens' }, weight: 0.3 },
      { by: { id: 'gone' }, weight: 0.8, strong: true },
    ],
  };

  test('is what they look at, and how many they meet now', () => {
    expect(describeFinders(field, options)).toEqual([
      { signals: ['label', 'section'], matches: 1 },
      { signals: ['section'], matches: 2 },
      { signals: ['id'], matches: 0 },
    ]);
    one('[name=bsn]').setAttribute('style', 'display:none');
    expect(describeFinders(field, options).map(({ matches }) => matches)).toEqual([0, 1, 0]);
  });
});
