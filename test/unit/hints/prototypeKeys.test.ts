import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { decodeHints, indexOf } from '../../../src/protocol';
import { hintsIn, idsIn, readIndex } from '../../support/hintContexts';
import { objectsIn, PROTOTYPE_KEYS, withKey } from '../../support/prototypeKeys';

const decoded = decodeHints(JSON.parse(readFileSync('docs/hints.example.json', 'utf8')));
if (!decoded.ok) throw new Error('The example can not be read.');
const index = indexOf(decoded.value, new Set());

/** What the engine has of an index. */
function readOf(value: unknown) {
  const ready = readIndex(value);
  return {
    hints: new Map((ready ? hintsIn(ready) : []).map((hint) => [hint.id, plain(hint)])),
    finders: new Map(Object.keys(index.targets).map((name) => [name, ready?.targets.get(name)?.find.map(plain) ?? []])),
    routes: Object.values(index.routes).map((path) => ready?.namesOf(path.replaceAll(':', ''))),
  };
}

/** Without members under names that nobody asks for. */
const plain = (value: unknown): string =>
  JSON.stringify(value, (key, part: unknown) =>
    (PROTOTYPE_KEYS as readonly string[]).includes(key) ? undefined : part,
  );

const before = readOf(index);

/** Whether the second has nothing that the first has not: what is wrong may be left out. */
function expectNoMore(than: ReturnType<typeof readOf>, now: ReturnType<typeof readOf>, where: string): void {
  for (const [id, hint] of now.hints) expect([where, hint]).toEqual([where, than.hints.get(id)]);
  for (const [name, find] of now.finders)
    expect([where, find.filter((finder) => !than.finders.get(name)?.includes(finder))]).toEqual([where, []]);
}

test('reads all of the example', () => {
  expect(before.hints.size).toBe(index.hints.length);
  expect([...before.finders.values()].every((find) => find.length > 0)).toBe(true);
  expect(before.routes.flat().length).toBeGreaterThan(0);
  expect(objectsIn(index).length).toBeGreaterThan(70);
});

test.each(PROTOTYPE_KEYS)('makes nothing of `%s` as a key, in whatever object of an index', (key) => {
  const all = { id: 'x', rev: 9, priority: 100, interrupts: false, target: 'x', routes: ['x'], weight: 1, polluted: 1 };
  for (const member of [all, 'x'])
    for (const pointer of objectsIn(index))
      expectNoMore(before, readOf(withKey(index, pointer, [key, member])), pointer);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

test('takes no member of anything from `__proto__`: it is as if that were not there', () => {
  for (const pointer of objectsIn(index))
    for (const name of Object.keys(at(index, pointer))) {
      const { [name]: moved, ...rest } = at(index, pointer);
      const without = swapped(pointer, rest);
      const hidden = withKey(without, pointer, ['__proto__', { [name]: moved }]);
      expectNoMore(readOf(without), readOf(hidden), `${pointer}/${name}`);
    }
});

test('judges what a page adds to every object as the member that it will be read as', () => {
  Object.defineProperty(Object.prototype, 'schedule', { value: () => 'first', configurable: true });
  try {
    const own = index.hints.filter((hint) => Object.hasOwn(hint, 'schedule')).map(({ id }) => id);
    const ready = readIndex(index);
    expect(ready && idsIn(ready)).toEqual(own);
  } finally {
    Reflect.deleteProperty(Object.prototype, 'schedule');
  }
});

type Member = Readonly<Record<string, unknown>>;
const at = (value: unknown, pointer: string): Member =>
  pointer
    .split('/')
    .slice(1)
    .reduce((there, step) => (there as Record<string, unknown>)[step], value) as Member; // a pointer of `objectsIn`

/** The index with another object there. */
function swapped(pointer: string, value: Member): unknown {
  if (pointer === '') return value;
  const up = pointer.slice(0, pointer.lastIndexOf('/'));
  const parent = at(index, up);
  const step = pointer.slice(up.length + 1);
  const next = Array.isArray(parent)
    ? parent.map((one: unknown, place) => (String(place) === step ? value : one))
    : { ...parent, [step]: value };
  return up === '' && !Array.isArray(parent) ? next : swapped(up, next as Member);
}
