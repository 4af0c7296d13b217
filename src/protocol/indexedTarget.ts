import type { Finder, FinderSignals, HintTarget } from './hint';

/** A place without what was noted when it was picked. */
export type PlainTarget = Omit<HintTarget, 'recorded'>;

/** A place of an index: in full, or by one of its recipes. Who reads an index reads both. */
export type IndexedTarget = PlainTarget | RecipedTarget;

/** A place by a recipe: what is looked for, without how it is weighed. */
export interface RecipedTarget extends Omit<PlainTarget, 'find'> {
  /** The position of its recipe among those of the index. */
  readonly recipe: number;
  /** Each sign once, however many finders ask for it. */
  readonly signs: readonly Sign[];
}

/** How places are found that are described alike, said once for all of them. */
export type Recipe = readonly RecipeFinder[];

/** A finder of which `by` gives the positions of its signs. */
export interface RecipeFinder extends Omit<Finder, 'by'> {
  readonly by: Readonly<Partial<Record<keyof FinderSignals, number>>>;
}

/** What a finder looks for: a word, words by language, or a position. */
type Sign = NonNullable<FinderSignals[keyof FinderSignals]>;

/** Collects recipes while places are written down by them. */
export interface RecipeBook {
  readonly recipes: readonly Recipe[];
  /** Writes a place down by its recipe. */
  reciped(target: PlainTarget): RecipedTarget;
}

/** Starts a book without recipes. */
export function createRecipeBook(): RecipeBook {
  const recipes: Recipe[] = [];
  const known = new Map<string, number>();
  return {
    recipes,
    reciped({ find, ...target }) {
      const signs = new Map<string, Sign>();
      const positions = new Map<string, number>();
      const positionOf = (sign: Sign): number => {
        const key = JSON.stringify(sign);
        const position = positions.get(key) ?? signs.size;
        positions.set(key, position);
        signs.set(key, sign);
        return position;
      };
      const recipe = find.map((finder): RecipeFinder => ({
        ...finder,
        by: Object.fromEntries(
          Object.entries(finder.by).map(([name, sign]: [string, Sign]) => [name, positionOf(sign)]),
        ),
      }));
      const key = JSON.stringify(recipe);
      const number = known.get(key) ?? recipes.push(recipe) - 1;
      known.set(key, number);
      return { ...target, recipe: number, signs: [...signs.values()] };
    },
  };
}

/** Puts a place together: as it stands, or by its recipe. Judges nothing: who gets it over a wire has to. */
export function inFull(target: IndexedTarget, recipes: readonly Recipe[] = []): PlainTarget {
  if (!('recipe' in target)) return target;
  const { recipe, signs, ...plain } = target;
  const find = (recipes[recipe] ?? []).map((finder): Finder => {
    const by = Object.entries(finder.by).map(([name, position]) => [name, signs[position]] as const);
    return { ...finder, by: Object.fromEntries(by) };
  });
  return { ...plain, find };
}
