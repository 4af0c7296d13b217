import { expect, test } from 'vitest';
import { hintActHash, isSoundChain, NO_LINK, type KeptHintAct } from '../../../demo/receiver/domain/hintActHash';

/** Acts of a chain, newest first. */
function chain(length: number): readonly KeptHintAct[] {
  const acts: KeptHintAct[] = [];
  for (let place = 1; place <= length; place += 1) {
    const link = {
      place,
      at: new Date(Date.UTC(2024, 2, place)),
      act: 'publish' as const,
      author: 'a',
      authorName: 'Noor',
      organisationId: 'voorbeeldzorg',
      environment: 'productie',
      revision: place,
      hints: ['uitleg'],
      note: 'Voor de proef',
      previousHash: acts[0]?.hash ?? NO_LINK,
    };
    acts.unshift({ ...link, hash: hintActHash(link) });
  }
  return acts;
}

const changedAt = (index: number, change: Partial<KeptHintAct>) =>
  chain(4).map((act, at) => (at === index ? { ...act, ...change } : act));

test('holds as it was written, also over what was done before there was a chain', () => {
  expect(isSoundChain([])).toBe(true);
  expect(isSoundChain(chain(4))).toBe(true);
  const old = chain(4).map((act) => ({ ...act, previousHash: null, hash: null }));
  const link = { ...chain(5)[0], previousHash: NO_LINK } as KeptHintAct & { previousHash: string }; // as a first link
  expect(isSoundChain([{ ...link, hash: hintActHash(link) }, ...old])).toBe(true);
});

test.each([
  ['a note is another', changedAt(1, { note: 'Anders' })],
  ['an author is another', changedAt(2, { author: 'b' })],
  ['a hint was added', changedAt(0, { hints: ['uitleg', 'tweede'] })],
  ['one was taken out', chain(4).filter((_act, at) => at !== 1)],
  ['two were exchanged', [1, 0, 2, 3].flatMap((at) => chain(4)[at] ?? [])],
  ['the hash of one was taken off', changedAt(1, { previousHash: null, hash: null })],
  ['half of a link was taken off', changedAt(1, { previousHash: null })],
])('does not hold when %s', (_what, acts) => {
  expect(isSoundChain(acts)).toBe(false);
});
