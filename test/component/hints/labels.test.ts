import { expect, test } from 'vitest';
import { labelOf } from '../../../src/hints/browser/elementSigns';

/** A field and what it should be called. */
const FIELDS: readonly (readonly [what: string, html: string, called: string])[] = [
  ['stands in its label', '<label>BSN <input></label>', 'BSN'],
  ['is named by a label elsewhere', '<label for="post">Postcode</label><p><input id="post"></p>', 'Postcode'],
  ['has a label after it', '<input id="na"><label for="na">Achternaam</label>', 'Achternaam'],
  ['has an id that a selector would stumble over', '<label for="a:1.b">Doel</label><input id="a:1.b">', 'Doel'],
  [
    'stands in the label of another field',
    '<label for="x">Van</label><label>Tot <input id="y"><input id="x"></label>',
    'Van',
  ],
  ['says its name itself', '<label>Zoek <input aria-label="Zoek een client"></label>', 'Zoek een client'],
  ['has no label', '<p>Naam</p><input id="los">', ''],
  ['is not the one that the label names', '<label for="eerste">Naam</label><input id="eerste"><input id="tweede">', ''],
];

test.each(FIELDS)('a field that %s is called what a screen reader calls it', (_, html, called) => {
  document.body.innerHTML = html;
  const field = [...document.querySelectorAll('input')].at(-1);
  expect(field && labelOf(field)).toBe(called);
});
