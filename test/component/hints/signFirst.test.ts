import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lookFor, type Place } from '../../../src/hints/browser/findMatches';
import { byVotes, resolveTarget } from '../../../src/hints/browser/resolveTarget';
import { recordTarget } from '../../../src/hints/recording';

const PAGE = `
  <nav aria-label="Hoofdmenu"><a href="/agenda" data-testid="naar-agenda">Agenda</a><a href="/rapportage">Rapportage</a></nav>
  <main><h1>Dossier</h1>
    <section id="naw"><h2>Persoonsgegevens</h2>
      <label>BSN <input name="bsn" data-support-hint="bsn"></label><label for="post">Postcode</label><input id="post" data-testid="postcode">
      <button id="bewaren" data-testid="bewaren">Opslaan</button></section>
    <section id="plan"><h2>Zorgplan</h2><label>Doel <textarea name="doel" id="doel"></textarea></label>
      <button data-testid="evalueren">Evalueren</button><button>Opslaan</button></section>
  </main>`;
const OPTIONS = {
  page: document,
  locales: ['nl'],
  testIdAttribute: 'data-testid',
  isInterface: () => true,
  routes: [],
};
const elements = (): readonly HTMLElement[] => [...document.body.querySelectorAll<HTMLElement>('*')];

/** What a release, a translation or a second tab does to a page: to one element, with another. */
const CHANGES: readonly ((one: HTMLElement, other: HTMLElement) => void)[] = [
  (one) => one.remove(),
  (one, other) => other.append(one.cloneNode(true)),
  (one) => one.setAttribute('style', 'display:none'),
  (one, other) => one.setAttribute('data-testid', other.dataset['testid'] ?? 'bewaren'),
  (one, other) => (one.id = other.id || 'post'),
  (one, other) => one.setAttribute('aria-label', other.getAttribute('aria-label') ?? 'Postcode'),
  (one, other) => !one.firstElementChild && !other.firstElementChild && (one.textContent = other.textContent),
  (one) => ['data-testid', 'id', 'data-support-hint'].forEach((name) => one.removeAttribute(name)),
  (one, other) => other.after(one),
  (one) => one.setAttribute('role', 'dialog'),
  (one, other) =>
    !one.firstElementChild &&
    !other.firstElementChild &&
    ([one.textContent, other.textContent] = [other.textContent, one.textContent]),
  swapping('data-testid'),
  swapping('id'),
  swapping('aria-label'),
];
/** Half of the changes are between two of a kind: only these can be taken for each other. */
function swapping(name: string) {
  return (one: HTMLElement, other: HTMLElement): void => {
    const [first, second] = [one.getAttribute(name) ?? '', other.getAttribute(name) ?? ''];
    one.setAttribute(name, second);
    other.setAttribute(name, first);
  };
}
const change = fc.record({ how: fc.nat(), one: fc.nat(), other: fc.nat() });

function recordAll(): readonly Place[] {
  document.body.innerHTML = PAGE;
  return [...document.querySelectorAll('a,button,input,textarea,h2')].flatMap((element) => {
    const recorded = recordTarget(element, OPTIONS);
    return recorded.ok ? [recorded.value] : [];
  });
}
const outcome = (resolution: ReturnType<typeof resolveTarget>): unknown =>
  'element' in resolution ? [resolution.is, resolution.element] : resolution;

test('what a strong sign finds first is what all votes find, whatever became of the page', () => {
  const places = recordAll();
  expect(places.length).toBeGreaterThan(8);
  let found = 0;
  fc.assert(
    fc.property(fc.array(change, { maxLength: 8 }), (changes) => {
      document.body.innerHTML = PAGE;
      for (const { how, one, other } of changes) {
        const first = elements()[one % elements().length];
        const others = elements().filter(({ localName }) => other % 2 === 0 || localName === first?.localName);
        const second = others[other % others.length];
        if (first && second && !first.contains(second)) CHANGES[how % CHANGES.length]?.(first, second);
      }
      for (const place of places) {
        const first = resolveTarget(place, OPTIONS);
        found += Number(first.is === 'found');
        expect(outcome(first)).toEqual(outcome(byVotes(place, lookFor(place, OPTIONS))));
      }
    }),
    { numRuns: 150 },
  );
  expect(found).toBeGreaterThan(300);
});
