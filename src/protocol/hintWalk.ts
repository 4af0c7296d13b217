import type { Audience, FactTest, Hint, HintAction, HintDocument, HintText } from './hint';

/** Something in a document, and the JSON pointer to it. */
export interface Placed<Value> {
  readonly value: Value;
  readonly pointer: string;
}

/** A name as a JSON pointer writes it. */
export const escaped = (key: string): string => key.replace(/~/g, '~0').replace(/\//g, '~1');

/** The hints of a document with their places. */
export const hintsOf = ({ hints }: HintDocument): readonly Placed<Hint>[] =>
  hints.map((value, index) => ({ value, pointer: `/hints/${index}` }));

/** Members under names with their places. */
export const membersOf = <Value>(
  members: Readonly<Record<string, Value>> | undefined,
  pointer: string,
): readonly (Placed<Value> & { readonly name: string })[] =>
  Object.entries(members ?? {}).map(([name, value]) => ({ name, value, pointer: `${pointer}/${escaped(name)}` }));

/** Every audience of a document: of segments, of the policy, of hints and of steps. */
export const audiencesOf = (document: HintDocument): readonly Placed<Audience>[] => [
  ...membersOf(document.segments, '/segments'),
  ...placed(document.policy.quietWhen, '/policy/quietWhen'),
  ...hintsOf(document).flatMap(audiencesOfHint),
];

/** The audiences of one hint: its own, and those of its steps. */
export const audiencesOfHint = ({ value, pointer }: Placed<Hint>): readonly Placed<Audience>[] => [
  ...placed(value.who, `${pointer}/who`),
  ...(value.steps ?? []).flatMap(({ only }, index) => placed(only, `${pointer}/steps/${index}/only`)),
];

const placed = <Value>(value: Value | undefined, pointer: string): readonly Placed<Value>[] =>
  value === undefined ? [] : [{ value, pointer }];

/** The tests of facts in an audience, with how deep each stands: 1 is an audience that is one test. */
export function testsOf(
  { value, pointer }: Placed<Audience>,
  depth: number = 1,
): readonly (Placed<FactTest> & { readonly depth: number })[] {
  if ('fact' in value) return [{ value, pointer, depth }];
  if ('not' in value) return testsOf({ value: value.not, pointer: `${pointer}/not` }, depth + 1);
  const [name, parts] = 'all' in value ? (['all', value.all] as const) : (['any', value.any] as const);
  return parts.flatMap((part, index) => testsOf({ value: part, pointer: `${pointer}/${name}/${index}` }, depth + 1));
}

/** Every text of a hint: its own and those of its steps, by language. */
export const textsOf = ({
  value,
  pointer,
}: Placed<Hint>): readonly (Placed<HintText> & { readonly name: string; readonly of: string })[] =>
  [
    { texts: value.content, of: `${pointer}/content` },
    ...(value.steps ?? []).map(({ content }, index) => ({ texts: content, of: `${pointer}/steps/${index}/content` })),
  ].flatMap(({ texts, of }) => membersOf(texts, of).map((text) => ({ ...text, of })));

/** Every button of a hint and of its steps. */
export const actionsOf = ({ value, pointer }: Placed<Hint>): readonly Placed<HintAction>[] => [
  ...(value.actions ?? []).map((action, index) => ({ value: action, pointer: `${pointer}/actions/${index}` })),
  ...(value.steps ?? []).flatMap(({ actions = [] }, step) =>
    actions.map((action, index) => ({ value: action, pointer: `${pointer}/steps/${step}/actions/${index}` })),
  ),
];

/** Whether a hint asks for attention that was not offered: it counts for the budget of the policy. */
export const isInterrupting = ({ kind, interrupts }: Pick<Hint, 'kind' | 'interrupts'>): boolean =>
  interrupts ?? ['modal', 'slideout', 'tour'].includes(kind);

/** Addresses of links in a body, as `[words](address)`. */
export const linksIn = (body: string): readonly string[] =>
  [...body.matchAll(/\]\(([^()\s]{1,1000})\)/g)].map(([, address = '']) => address);
