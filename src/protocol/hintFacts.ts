import type { FactOperator } from './hint';
import type { FactType } from './hintKnowledge';

/** How a fact of this type may be compared. Of every fact may be asked whether it is known. */
export const operatorsFor = (type: FactType): readonly FactOperator[] => [...OPERATORS[type], 'known'];

const OPERATORS: Readonly<Record<FactType, readonly FactOperator[]>> = {
  enum: ['is', 'isNot', 'in', 'notIn'],
  set: ['has', 'hasAny', 'hasAll'],
  number: ['is', 'isNot', 'in', 'notIn', 'lt', 'lte', 'gt', 'gte', 'between'],
  boolean: ['is'],
  date: ['before', 'after', 'between'],
  text: ['is', 'isNot', 'in', 'notIn', 'startsWith', 'contains'],
};

/** The type of a fact that needs no host. */
export function typeOfBuiltIn(fact: string): FactType | undefined {
  const [space = '', ...rest] = fact.split('.');
  const last = rest.at(-1) ?? '';
  const isMeasured = space === 'hint' || space === 'event';
  return space === 'segment' ? 'boolean' : BUILT_IN_FACTS.get(isMeasured ? `${space}.*.${last}` : fact);
}

/** The facts that need no host, with their types. `*` stands for the name of a hint or of an event. */
export const BUILT_IN_FACTS: ReadonlyMap<string, FactType> = new Map([
  ['route.name', 'set'],
  ['org.plan', 'text'],
  ['time.weekday', 'number'],
  ['time.hour', 'number'],
  ['time.date', 'date'],
  ['ui.locale', 'text'],
  ['ui.device', 'enum'],
  ['ui.width', 'number'],
  ['ui.typing', 'boolean'],
  ['ui.modalOpen', 'boolean'],
  ['app.version', 'text'],
  ['hint.*.seen', 'boolean'],
  ['hint.*.opened', 'boolean'],
  ['hint.*.dismissed', 'boolean'],
  ['hint.*.done', 'boolean'],
  ['hint.*.count', 'number'],
  ['hint.*.daysSince', 'number'],
  ['event.*.count1d', 'number'],
  ['event.*.count7d', 'number'],
  ['event.*.count30d', 'number'],
  ['event.*.daysSince', 'number'],
  ['widget.open', 'boolean'],
  ['widget.unread', 'number'],
  ['widget.draftQuestions', 'number'],
  ['support.openQuestions', 'number'],
  ['support.trainingDone', 'boolean'],
]);
