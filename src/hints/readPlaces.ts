import type { HintIndex } from '../protocol/hintIndex';
import {
  inFull,
  type IndexedTarget,
  type PlainTarget,
  type Recipe,
  type RecipedTarget,
} from '../protocol/indexedTarget';
import { isObject } from '../protocol/readShape';
import { listOf, number, oneOf, shape, text, type Fits } from './fits';

/** Places by name. */
export type Places = Pick<ReadonlyMap<string, PlainTarget>, 'get' | 'has'>;

/** Reads the places of an index. One is looked at and put together when somebody asks for it: most are of other pages. */
export function readPlaces({ targets, recipes = [] }: Pick<HintIndex, 'targets' | 'recipes'>): Places {
  const asked = recipes.map((recipe) => (FINDERS(recipe) ? signsAsked(recipe) : Infinity));
  const isReciped = ({ recipe, signs }: RecipedTarget): boolean =>
    number(recipe) && Array.isArray(signs) && signs.length >= (asked[recipe] ?? Infinity);
  const isPlace = (target: IndexedTarget): boolean =>
    BASE(target) && ('recipe' in target ? isReciped(target) : FINDERS(target.find));
  const sent = new Map(Object.entries(targets));
  const ready = new Map<string, PlainTarget>();
  const get = (name: string): PlainTarget | undefined => {
    const target = sent.get(name);
    sent.delete(name);
    if (target && isPlace(target)) ready.set(name, withKnownSigns(inFull(target, recipes)));
    return ready.get(name);
  };
  return { get, has: (name) => get(name) !== undefined };
}

/** How many signs a place by this recipe must have. */
const signsAsked = (recipe: Recipe): number =>
  Math.max(0, ...recipe.flatMap(({ by }) => Object.values(by).map((position) => position + 1)));

/** A sign that is not known yet, or no such sign, can't be looked for: a finder that asks for it finds nothing. */
const withKnownSigns = ({ find, ...place }: PlainTarget): PlainTarget => ({
  ...place,
  find: find.filter(({ by }) => {
    const signs = Object.entries(by);
    return signs.length > 0 && signs.every(([name, sign]) => SIGNS.get(name)?.(sign));
  }),
});

const words: Fits = (value) => isObject(value) && Object.values(value).every(text);
const SIGNS: ReadonlyMap<string, Fits> = new Map([
  ...['hintId', 'testid', 'id', 'name', 'href', 'css', 'section'].map((name) => [name, text] as const),
  ['label', words],
  ['text', words],
  ['position', shape({ index: number, of: number })],
]);
const BASE = shape({ label: text, tag: text, 'mode?': oneOf(['strict']) });
const FINDERS = listOf(shape({ by: isObject, weight: number }));
