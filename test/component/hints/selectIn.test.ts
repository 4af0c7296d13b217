import { expect, test } from 'vitest';
import { selectIn } from '../../../src/hints/browser/selectIn';

const AROUND = ['', '[id="zorgplan"] ', '[id="leeg"] ', '[data-testid="werk"] '];
const SELECTORS = ['a', 'a[data-testid="open"]', 'a[href*="doel"]', 'a[id="weg"]', 'a[name="x"][data-testid="open"]'];

const links = (count: number): string =>
  Array.from(
    { length: count },
    (_, at) => `<a href="/${at % 3 ? 'doel' : 'taak'}/${at}"${at % 4 ? '' : ' data-testid="open" name="x"'}>${at}</a>`,
  ).join('');
/** Two sections of one name, one inside the other; that is wrong, and hosts do it. */
const pageOf = (count: number): string => `
  <nav>${links(3)}</nav>
  <main data-testid="werk">
    <section id="zorgplan">${links(count)}<div id="zorgplan">${links(4)}</div>${links(2)}</section>
    <div id="zorgplan">${links(3)}</div><section id="leeg"></section>
  </main>`;

test.each([
  ['few', 2],
  ['many', 90],
])('on a page with %s links the same are found, in the same order, as the browser finds in one go', (_, count) => {
  document.body.innerHTML = pageOf(count);
  const select = selectIn(document, () => document.querySelectorAll('a'));
  let found = 0;
  for (const around of AROUND)
    for (const selector of SELECTORS) {
      const ours = select(around, selector);
      expect(ours, around + selector).toEqual([...document.querySelectorAll(around + selector)]);
      found += ours.length;
    }
  expect(found).toBeGreaterThan(50); // else nothing was compared
});

test('without a root nothing is found', () => {
  expect(selectIn(undefined, () => [])('', 'a')).toEqual([]);
});
