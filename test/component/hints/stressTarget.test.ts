import { beforeEach, describe, expect, test } from 'vitest';
import { pathOf } from '../../../src/hints/browser/elementSigns';
import type { Place } from '../../../src/hints/browser/findMatches';
import { copyPage } from '../../../src/hints/recording/browser/copyPage';
import { createEdits } from '../../../src/hints/recording/browser/edits';
import * as order from '../../../src/hints/recording/browser/orderChanges';
import * as signs from '../../../src/hints/recording/browser/signChanges';
import * as words from '../../../src/hints/recording/browser/wordChanges';
import {
  addLanguage,
  recordTarget,
  stressTarget,
  targetScore,
  type RecordOptions,
  type StressOutcome,
  type StressResult,
} from '../../../src/hints/recording';

const rows = [1, 2, 3].map(
  (row) => `<div class="rij"><label>Doel <input name="doel-${row}" class="veld veld--${row}"></label></div>`,
);
const PAGE = `
  <nav aria-label="Hoofdmenu"><ul><li><a href="/agenda">Agenda</a></li><li><a href="/rapportage">Rapportage</a></li></ul></nav>
  <main><h1>Dossier</h1>
    <section id="naw"><h2>Persoonsgegevens</h2>
      <label>BSN <input name="bsn" value="123456782" data-support-hint="bsn"></label>
      <label for="veld-7">Postcode</label><input id="veld-7" data-testid="naw-postcode" name="postcode">
      <button>Opslaan</button></section>
    <section><h2>Zorgplan</h2><div class="rijen">${rows.join('')}</div>
      <textarea aria-label="Toelichting">Mevrouw wil zelf wandelen</textarea><button>Evalueren</button></section>
  </main>`;
const options: RecordOptions = {
  page: document,
  locales: ['nl'],
  testIdAttribute: 'data-testid',
  isInterface: () => true,
  routes: [],
};

const { otherLanguageOf: _, ...inWords } = words;
const CHANGES = { ...order, ...signs, ...inWords };

const one = (selector: string, within: ParentNode = document): Element => {
  const found = within.querySelector(selector);
  if (!found) throw new Error(`${selector} is not on the page`);
  return found;
};
const record = (element: Element): Place => {
  const recorded = recordTarget(element, options);
  if (!recorded.ok) throw new Error(recorded.problem.code);
  return recorded.value;
};
const lastOf = <Value>(work: Generator<void, Value>): Value => {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
};
const resultsOf = (place: Place, element: Element): readonly StressResult[] =>
  lastOf(stressTarget(place, element, options)) ?? [];
type Outcomes = Readonly<Partial<Record<StressResult['change'], StressOutcome>>>;
const outcomesOf = (place: Place, element: Element): Outcomes =>
  Object.fromEntries(resultsOf(place, element).map(({ change, outcome }) => [change, outcome]));
const ALL_FOUND: Outcomes = {
  classesRebuilt: 'found',
  numbersRebuilt: 'found',
  testIdsGone: 'found',
  translated: 'found',
  reordered: 'found',
  insertedBefore: 'found',
  wrapped: 'found',
  copiedIntoModal: 'found',
  neighboursRemoved: 'found',
  reworded: 'found',
  removed: 'missing',
};

beforeEach(() => {
  document.body.innerHTML = PAGE;
  document.documentElement.lang = 'nl';
});

describe('trying a place', () => {
  test('finds what the host named for hints after every change, and nothing when it is gone', () => {
    const field = one('[name=bsn]');
    expect(outcomesOf(record(field), field)).toEqual(ALL_FOUND);
  });

  test('says what a place by words alone does not survive', () => {
    const button = one('section:last-of-type button');
    expect(outcomesOf(record(button), button)).toEqual({ ...ALL_FOUND, translated: 'missing', reworded: 'missing' });
  });

  test('says what a place by a test id alone does not survive', () => {
    const field = one('#veld-7');
    const place: Place = { tag: 'input', find: [{ by: { testid: 'naw-postcode' }, weight: 0.9, strong: true }] };
    expect(outcomesOf(place, field)).toEqual({ ...ALL_FOUND, testIdsGone: 'missing' });
  });

  test('knows the words of another language in which the place was recorded too', () => {
    const button = one('section:last-of-type button');
    const place = record(button);
    one('section:last-of-type h2').textContent = 'Care plan';
    button.textContent = 'Evaluate';
    const added = addLanguage(place, button, { ...options, locales: ['en'] });
    if (!added.ok) throw new Error(added.problem.code);
    one('section:last-of-type h2').textContent = 'Zorgplan';
    button.textContent = 'Evalueren';
    expect(outcomesOf(added.value, button)).toMatchObject({ translated: 'found', reworded: 'missing' });
  });

  test('takes a number for what it is: the next build counts on', () => {
    const place: Place = { tag: 'input', find: [{ by: { id: 'veld-7' }, weight: 0.8, strong: true }] };
    expect(outcomesOf(place, one('#veld-7'))).toMatchObject({ numbersRebuilt: 'missing', wrapped: 'found' });
    one('[name=doel-1]').id = 'veld-6';
    expect(outcomesOf(place, one('#veld-7'))).toMatchObject({ numbersRebuilt: 'wrong' });
  });

  test('the control: a place by its position alone is wrong after another order, and weak', () => {
    const field = one('[name=doel-2]');
    const by = { section: 'kop:Zorgplan', position: { index: 1, of: 3 } };
    const trusted: Place = { tag: 'input', find: [{ by, weight: 0.9, strong: true }] };
    const stress = resultsOf(trusted, field);
    expect(stress).toContainEqual({ change: 'reordered', outcome: 'wrong' });
    expect(targetScore({ target: { label: 'Doel', find: trusted.find }, stress })).toMatchObject({
      score: 0.3,
      verdict: 'weak',
      nameToAsk: 'doel',
    });
    const asRecorded: Place = { tag: 'input', find: [{ by, weight: 0.3 }] };
    const missed = resultsOf(asRecorded, field);
    expect(missed).toContainEqual({ change: 'reordered', outcome: 'missing' });
    expect(targetScore({ target: { label: 'Doel', find: asRecorded.find }, stress: missed }).verdict).toBe('weak');
  });

  test('is wrong where another is found once the right one is gone, also after a change only', () => {
    const button = one('section:last-of-type button');
    const anyButton: Place = { tag: 'button', find: [{ by: { section: 'kop:Zorgplan' }, weight: 0.9, strong: true }] };
    expect(outcomesOf(anyButton, button)).toMatchObject({
      insertedBefore: 'wrong',
      wrapped: 'found',
      removed: 'missing',
    });
    button.after(button.cloneNode(true));
    expect(outcomesOf(anyButton, button)).toMatchObject({ wrapped: 'wrong', removed: 'wrong' });
  });
});

test('no place that was recorded is ever taken for another', () => {
  const tried = [...document.querySelectorAll('a,button,input,textarea,h1,h2,section,li,.rij')].flatMap((element) => {
    const recorded = recordTarget(element, options);
    return recorded.ok ? resultsOf(recorded.value, element) : [];
  });
  expect(tried.length).toBeGreaterThan(8 * 11);
  expect(tried.filter(({ outcome }) => outcome === 'wrong')).toEqual([]);
});

describe('the copy that is tried on', () => {
  test.each(Object.entries(CHANGES))(
    'is as it was after %s is taken back, and the page never changes',
    (_name, change) => {
      const page = document.documentElement.outerHTML;
      const field = one('#veld-7');
      const copy = lastOf(copyPage(field));
      if (!copy) throw new Error('There is no copy.');
      const edits = createEdits();
      const { documentElement } = copy.page;
      const before = documentElement.cloneNode(true);
      lastOf(change({ ...copy, place: record(field), edits, testIdAttribute: 'data-testid', locales: ['nl'] }));
      expect(documentElement.isEqualNode(before)).toBe(false);
      lastOf(edits.undo());
      expect(documentElement.isEqualNode(before)).toBe(true);
      expect(document.documentElement.outerHTML).toBe(page);
    },
  );

  test('holds nothing that was filled in, no script and no style', () => {
    one('main').insertAdjacentHTML('beforeend', '<script>1</script><style>p{}</style><p contenteditable>Geheim</p>');
    (one('#veld-7') as HTMLInputElement).value = '3511 AB';
    const copy = lastOf(copyPage(one('#veld-7')));
    expect(copy?.target.id).toBe('veld-7');
    expect(copy?.page.querySelectorAll('script,style')).toHaveLength(0);
    expect(copy?.page.documentElement.outerHTML).not.toMatch(/123456782|wandelen|Geheim/);
    expect([...(copy?.page.querySelectorAll('input') ?? [])].map(({ value }) => value).join('')).toBe('');
  });

  test('has links that lead where they led on the page', () => {
    const links = lastOf(copyPage(one('#veld-7')))?.page.querySelectorAll('a') ?? [];
    expect([...links].map(pathOf)).toEqual(['/agenda', '/rapportage']);
    const link = one('a');
    link.setAttribute('data-testid', 'agenda');
    const find = [
      { by: { testid: 'agenda' }, weight: 0.9, strong: true },
      { by: { href: '/agenda' }, weight: 0.7 },
    ];
    expect(outcomesOf({ tag: 'a', find }, link)).toMatchObject({ testIdsGone: 'found', translated: 'found' });
  });

  test('stops often, so that a page of ten thousand elements is not tried in one go', () => {
    one('main').append(...Array.from({ length: 3000 }, () => document.createElement('p')));
    const field = one('[name=bsn]');
    const trying = stressTarget(record(field), field, options);
    let stops = 0;
    while (!trying.next().done) stops += 1;
    expect(stops).toBeGreaterThan(3000);
  });

  test('is not there when the element goes before it was made', () => {
    const field = one('[name=bsn]');
    const trying = stressTarget(record(field), field, options);
    trying.next();
    field.remove();
    expect(lastOf(trying)).toBeUndefined();
  });

  test('goes through the open shadow roots on the way', () => {
    const host = document.createElement('cli-kaart');
    host.attachShadow({ mode: 'open' }).innerHTML =
      '<section><h3>Afspraken</h3><button data-support-hint="nieuw">Nieuw</button></section>';
    document.body.append(host);
    const button = one('button', host.shadowRoot ?? document);
    const place = record(button);
    expect(place.shadow).toEqual(['cli-kaart']);
    expect(outcomesOf(place, button)).toEqual(ALL_FOUND);
  });

  test('tells an element in a dialog from its copy on the page', () => {
    const dialog = document.createElement('dialog');
    dialog.open = true;
    dialog.innerHTML = '<form><h2>Afspraak</h2><button data-support-hint="plan">Plannen</button></form>';
    document.body.append(dialog);
    const place = record(one('dialog button'));
    expect(place.layer).toBe('dialog');
    expect(outcomesOf(place, one('dialog button'))).toEqual(ALL_FOUND);
  });
});
