import type { Audience, FactOperator, FactTest } from '../../protocol/hint';
import { testsOf } from '../../protocol/hintWalk';
import { factLabel, valueLabel } from './facts';
import { joined, say, strong, type Sentence } from './sentence';
import type { Wording } from './wording';

/** For whom it is, as one sentence. */
export function whoSentence(audience: Audience | undefined, wording: Wording): Sentence {
  if (audience === undefined) return say(wording.t, 'des.say.everyone');
  const spaces = testsOf({ value: audience, pointer: '' }).map(({ value }) => value.fact.split('.', 1)[0] ?? '');
  const isAboutPeople = spaces.every((space) => ['user', 'org', 'segment'].includes(space));
  const who = audienceWords(audience, wording);
  return say(wording.t, isAboutPeople ? 'des.say.who' : 'des.say.if', { who });
}

/** The conditions alone, each part with the path of its condition as `explain` gives it. */
export const audienceWords = (audience: Audience, wording: Wording): Sentence =>
  words(audience, { path: '', isNegated: false, isInGroup: false, wording });

interface Spot {
  readonly path: string;
  /** A *not* stands before it. */
  readonly isNegated: boolean;
  readonly isInGroup: boolean;
  readonly wording: Wording;
}

function words(audience: Audience, spot: Spot): Sentence {
  if ('fact' in audience) return testWords(audience, spot);
  if ('not' in audience) return words(audience.not, { ...below(spot, 'not'), isNegated: !spot.isNegated });
  return 'all' in audience ? groupWords('all', audience.all, spot) : groupWords('any', audience.any, spot);
}

const below = (spot: Spot, name: string): Spot => ({
  ...spot,
  path: spot.path === '' ? name : `${spot.path}/${name}`,
});

function groupWords(name: 'all' | 'any', parts: readonly Audience[], spot: Spot): Sentence {
  const { t } = spot.wording;
  const isOne = parts.length === 1;
  const inner = parts.map((part, index) =>
    words(part, { ...below(spot, `${name}/${index}`), isNegated: spot.isNegated && isOne, isInGroup: !isOne }),
  );
  const all = inner.reduce<Sentence>(
    (one, other, at) => (at === 0 ? other : say(t, name === 'all' ? 'des.and' : 'des.or', { one, other })),
    [],
  );
  if (isOne) return all;
  if (spot.isNegated) return say(t, 'des.not', { parts: all });
  return spot.isInGroup ? say(t, 'des.group', { parts: all }) : all;
}

/** Said the other way round where a *not* stands before it, so that nobody has to turn a sentence in the head. */
function testWords({ fact, op, value = true }: FactTest, { path, isNegated, wording }: Spot): Sentence {
  const labels = [value].flat().map((one) => valueLabel(fact, one, wording));
  const [from = '', until = ''] = labels;
  const isOpposite = op === 'known' ? isNegated === (value !== false) : isNegated;
  const said = say(wording.t, `des.op.${isOpposite ? OPPOSITE[op] : op}`, {
    fact: strong(factLabel(fact, wording)),
    value: strong(labels.join(', ')),
    from: strong(from),
    until: strong(until),
  });
  return joined([said.map((part) => ({ ...part, path, ...(isNegated && { isNegated }) }))]);
}

const OPPOSITE = {
  is: 'isNot',
  isNot: 'is',
  in: 'notIn',
  notIn: 'in',
  has: 'notHas',
  hasAny: 'notHasAny',
  hasAll: 'notHasAll',
  startsWith: 'notStartsWith',
  contains: 'notContains',
  lt: 'gte',
  lte: 'gt',
  gt: 'lte',
  gte: 'lt',
  between: 'notBetween',
  before: 'notBefore',
  after: 'notAfter',
  known: 'notKnown',
} as const satisfies Record<FactOperator, string>;
