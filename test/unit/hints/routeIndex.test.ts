import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPlaceTable } from '../../../src/host/place';
import { createRouteIndex, namesOfPlace } from '../../../src/hints/routeIndex';

const ROUTES = {
  start: '/',
  client: '/dossier/:client/*',
  'client.zorgplan': '/dossier/:client/zorgplan',
  'client.nieuw': '/dossier/nieuw',
  planning: '/planning/*',
};
const namesOf = createRouteIndex(Object.entries(ROUTES));

test.each([
  ['/', ['start']],
  ['/dossier/12', ['client']],
  ['/dossier/12/zorgplan', ['client', 'client.zorgplan']],
  ['/dossier/12/zorgplan/', ['client', 'client.zorgplan']],
  ['/dossier/12/zorgplan?tab=1#doelen', ['client', 'client.zorgplan']],
  ['/dossier/nieuw', ['client', 'client.nieuw']],
  ['/dossier', []],
  ['/planning', ['planning']],
  ['/planning/week/12', ['planning']],
  ['/__proto__/constructor', []],
])('%s has the names %j', (path, names) => {
  expect([...namesOf(path)].sort()).toEqual(names);
});

test('finds in one look-up what trying every pattern finds', () => {
  const part = fc.constantFrom('a', 'b', ':p');
  const pattern = fc
    .tuple(fc.array(part, { maxLength: 3 }), fc.boolean())
    .map(([parts, isOpen]) => `/${[...parts, ...(isOpen ? ['*'] : [])].join('/')}`);
  const path = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 4 }).map((parts) => `/${parts.join('/')}`);
  fc.assert(
    fc.property(fc.uniqueArray(pattern, { maxLength: 8 }), path, (patterns, asked) => {
      const one = patterns.filter((each) => createPlaceTable({ [each]: 'x' }, []).placeOf(asked) !== undefined);
      expect([...createRouteIndex(patterns.map((each) => [each, each]))(asked)].sort()).toEqual(one.sort());
    }),
  );
});

test("a host's place is also what it is part of", () => {
  expect(namesOfPlace('client.zorgplan.doelen')).toEqual(['client', 'client.zorgplan', 'client.zorgplan.doelen']);
});
