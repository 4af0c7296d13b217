import { BUILT_IN_FACTS, operatorsFor } from '../../protocol/hintFacts';
import type { FactOperator } from '../../protocol/hint';
import type { FactType } from '../../protocol/hintKnowledge';
import type { MessageKey } from '../../locale/messages';
import { dayWords, isDay, weekdayWords } from './times';
import type { Wording } from './wording';

/** A fact that a designer may choose, and how it may be compared. */
export interface FactChoice {
  readonly key: string;
  readonly label: string;
  readonly type: FactType;
  readonly operators: readonly FactOperator[];
}

/** The facts of the host, those that are there without it, and named audiences. Of hints and events there are `countedChoices`. */
export const factChoices = (wording: Wording): readonly FactChoice[] => [
  ...[...wording.names.facts.values()].map(({ key, type }) => choice(key, type, wording)),
  ...[...BUILT_IN_FACTS]
    .filter(([key]) => !key.includes('*') && !wording.names.facts.has(key))
    .map(([key, type]) => choice(key, type, wording)),
  ...wording.names.segments.map((name) => choice(`segment.${name}`, 'boolean', wording)),
];

/** What may be asked about one hint or one event of the app. */
export const countedChoices = (space: 'hint' | 'event', name: string, wording: Wording): readonly FactChoice[] =>
  [...BUILT_IN_FACTS]
    .filter(([key]) => key.startsWith(`${space}.*.`))
    .map(([key, type]) => choice(key.replace('*', name), type, wording));

const choice = (key: string, type: FactType, wording: Wording): FactChoice => ({
  key,
  label: factLabel(key, wording),
  type,
  operators: operatorsFor(type),
});

/** What a fact is called. One that nobody knows is called by its key. */
export function factLabel(fact: string, { t, names }: Wording): string {
  const known = names.facts.get(fact);
  if (known !== undefined) return known.label;
  const [space = '', ...rest] = fact.split('.');
  if (space === 'segment') return t('des.fact.segment', { name: rest.join('.') });
  if (BUILT_IN_FACTS.has(fact)) return t(keyOf(fact));
  const last = rest.pop() ?? '';
  const id = rest.join('.');
  if (!BUILT_IN_FACTS.has(`${space}.*.${last}`)) return fact;
  const name = (space === 'hint' ? names.hints : names.events).get(id) ?? id;
  return t(keyOf(`${space}.${last}`), { name });
}

const keyOf = (fact: string): MessageKey => `des.fact.${fact}` as MessageKey; // a test holds the texts equal to the built-in facts

/** What a value of a fact is called. */
export function valueLabel(fact: string, value: string | number | boolean, wording: Wording): string {
  const named = wording.names.facts.get(fact)?.values?.find((one) => one.value === value);
  if (named !== undefined) return named.label;
  if (typeof value === 'boolean') return wording.t(value ? 'des.yes' : 'des.no');
  if (typeof value === 'number')
    return fact === 'time.weekday' ? weekdayWords(value, wording) : value.toLocaleString(wording.locale);
  return isDay(value) ? dayWords(value, wording) : builtInValue(fact, value, wording);
}

function builtInValue(fact: string, value: string, { t, names }: Wording): string {
  if (fact === 'route.name') return names.pages.get(value) ?? value;
  const isTold = fact === 'ui.device' && (value === 'mouse' || value === 'touch');
  return isTold ? t(`des.${value}`) : value;
}
