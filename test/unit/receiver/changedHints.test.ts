import { expect, test } from 'vitest';
import { changedHints } from '../../../demo/receiver/domain/changedHints';
import { aHint, aHintDocument, aStep } from '../../support/hintDocuments';

const tour = aHint({ id: 'tour', where: { routes: ['zorgplan'] }, steps: [aStep({ target: 'menu' })] });
const place = aHintDocument().targets['opslaan'];
const before = aHintDocument({
  targets: { ...aHintDocument().targets, ...(place && { menu: place }) },
  hints: [aHint(), aHint({ id: 'tweede', where: { routes: ['zorgplan'] } }), tour],
});

test('names every hint of a first document', () => {
  expect(changedHints(undefined, before)).toEqual(['uitleg', 'tweede', 'tour']);
});

test('names none where nothing is another, whatever the order', () => {
  expect(changedHints(before, { ...before, revision: 2, hints: [...before.hints].reverse() })).toEqual([]);
});

test('names what is new, other or gone', () => {
  const hints = [aHint({ rev: 2 }), tour, aHint({ id: 'nieuw' })];
  expect(changedHints(before, { ...before, hints })).toEqual(['uitleg', 'nieuw', 'tweede']);
});

test('names every hint of which a place is another', () => {
  const moved = { ...before.targets, ...(place && { menu: { ...place, tag: 'nav' } }) };
  expect(changedHints(before, { ...before, targets: moved })).toEqual(['tour']);
});
