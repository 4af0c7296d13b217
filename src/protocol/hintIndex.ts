import type { Hint, HintAction, HintDocument, HintStep, HintTexts } from './hint';
import { createRecipeBook, type IndexedTarget, type Recipe } from './indexedTarget';

/** What the device gets at once: everything that decides, nothing that is read. */
export interface HintIndex extends Pick<
  HintDocument,
  'environment' | 'revision' | 'minRuntime' | 'defaultLocale' | 'routes' | 'segments' | 'policy'
> {
  readonly format: 'cliendo.hints.index';
  readonly version: 1;
  readonly targets: Readonly<Record<string, IndexedTarget>>;
  /** What `recipe` of a place counts in. Absent where every place stands in full. */
  readonly recipes?: readonly Recipe[];
  readonly hints: readonly IndexedHint[];
}

/** A hint without its words. */
export interface IndexedHint extends Omit<Hint, 'status' | 'name' | 'content' | 'actions' | 'experiment' | 'steps'> {
  readonly steps?: readonly Omit<HintStep, 'content' | 'actions'>[];
}

/** The words of one hint, asked for when it has won. */
export interface HintContent {
  readonly hint: string;
  readonly rev: number;
  readonly content?: HintTexts;
  readonly actions?: readonly HintAction[];
  readonly steps?: readonly Pick<HintStep, 'id' | 'content' | 'actions'>[];
}

/** Makes the index of what is live: published hints that are not `paused`, with the places, routes and segments as they are. */
export function indexOf(document: HintDocument, paused: ReadonlySet<string>): HintIndex {
  const hints = document.hints.filter(({ id, status }) => status === 'published' && !paused.has(id));
  const used = new Set(hints.flatMap(({ where, steps = [] }) => [where.target, ...steps.map(({ target }) => target)]));
  const { environment, revision, minRuntime, defaultLocale, routes, segments, policy } = document;
  const book = createRecipeBook();
  return {
    format: 'cliendo.hints.index',
    version: 1,
    revision,
    environment,
    ...(minRuntime !== undefined && { minRuntime }),
    defaultLocale,
    routes,
    ...(segments && { segments }),
    policy,
    targets: Object.fromEntries(
      Object.entries(document.targets)
        .filter(([name]) => used.has(name))
        .map(([name, { recorded: _once, ...target }]) => [name, book.reciped(target)]),
    ),
    recipes: book.recipes,
    hints: hints.map(indexed),
  };
}

function indexed({
  status: _live,
  name: _name,
  content: _words,
  actions: _buttons,
  experiment: _later,
  steps,
  ...hint
}: Hint): IndexedHint {
  return {
    ...hint,
    ...(steps && { steps: steps.map(({ content: _says, actions: _does, ...step }) => step) }),
  };
}

/** Takes the words of a hint out of it. */
export const contentOf = ({ id, rev, content, actions, steps }: Hint): HintContent => ({
  hint: id,
  rev,
  ...(content && { content }),
  ...(actions && { actions }),
  ...(steps && {
    steps: steps.map((step) => ({
      id: step.id,
      content: step.content,
      ...(step.actions && { actions: step.actions }),
    })),
  }),
});
