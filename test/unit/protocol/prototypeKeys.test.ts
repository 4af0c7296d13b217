import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkHints, decodeHints, stopsPublishing } from '../../../src/protocol/index';
import { aHint, aHintDocument } from '../../support/hintDocuments';
import { objectsIn, PROTOTYPE_KEYS, withKey } from '../../support/prototypeKeys';

const example: unknown = JSON.parse(readFileSync('docs/hints.example.json', 'utf8'));
const faultsOf = (document: unknown): readonly string[] => {
  const decoded = decodeHints(document);
  if (!decoded.ok) return decoded.problem.map(({ pointer }) => pointer);
  return checkHints(decoded.value, { today: '2026-03-02' })
    .filter(stopsPublishing)
    .map(({ pointer }) => pointer);
};

test('the example itself has no faults', () => {
  expect(faultsOf(example)).toEqual([]);
  expect(objectsIn(example).length).toBeGreaterThan(100);
});

test.each(PROTOTYPE_KEYS)('refuses a document with `%s` as a key, in every object of it', (key) => {
  const pointers = objectsIn(example);
  for (const member of [{ polluted: true }, '/a', 'x']) {
    const taken = pointers.filter((pointer) => faultsOf(withKey(example, pointer, [key, member])).length === 0);
    expect(taken).toEqual(taken.filter((pointer) => isNamedByDesigner(pointer, key)));
  }
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

/** Pages, and what a question begins with, may have camels in their names: there `toString` is one like another, looked up among names only. */
const isNamedByDesigner = (pointer: string, key: string): boolean =>
  /^\/routes$|\/prefill$/.test(pointer) && ['toString', 'hasOwnProperty'].includes(key);

test.each(['constructor', 'tostring'])(
  'does not know a place, group or segment that is called `%s` unless it is there',
  (name) => {
    const hint = aHint({
      group: name,
      where: { routes: ['zorgplan'], target: name },
      who: { fact: `segment.${name}`, op: 'is', value: true },
    });
    expect(faultsOf(aHintDocument({ hints: [hint], policy: { groups: {} } }))).toEqual(
      expect.arrayContaining(['/hints/0/where/target', '/hints/0/group', '/hints/0/who/fact']),
    );
  },
);
