import {
  FACT_OPERATORS,
  HINT_ACTIONS,
  HINT_KINDS,
  HINT_TRIGGERS,
  type Audience,
  type Finder,
  type Hint,
  type HintStep,
  type HintTarget,
  type UnfinishedHint,
} from './hint';
import {
  flag,
  isObject,
  listOf,
  namesOf,
  notAs,
  numberOf,
  oneWordOf,
  shapeOf,
  textOf,
  wholeOf,
  type Reader,
} from './readShape';

/** Readers of one hint, and of what it names: the document and the draft are read with the same. */
export const LOCALE = /^[a-z]{2}(-[A-Z]{2})?$/u;
export const NAME = /^[a-z0-9][a-z0-9-]{0,63}$/u;
const DURATION = /^P(?!$)(\d{1,3}D)?(T(?=\d)(\d{1,3}H)?(\d{1,4}M)?(\d{1,5}(\.\d)?S)?)?$/u;

export const anyText = textOf();
export const line = (max: number): Reader<string> => textOf({ max });
const name = textOf({ pattern: NAME, expected: 'a name of small letters, digits and dashes, at most 64 of them' });
export const duration = textOf({ pattern: DURATION, expected: 'a duration such as PT0.6S, PT10M or P7D' });
const byLocale = <Value>(member: Reader<Value>): Reader<Readonly<Record<string, Value>>> =>
  namesOf(member, { min: 1, max: 8, name: LOCALE });
const label = byLocale(textOf({ min: 1, max: 120 }));

const texts = byLocale(
  shapeOf({}, { title: line(120), body: line(1200), media: shapeOf({ asset: line(80), alt: line(200) }, {}) }),
);

const factTest = shapeOf(
  {
    fact: textOf({
      pattern: /^[a-z][A-Za-z0-9]*(\.[A-Za-z0-9_-]+){1,3}$/u,
      max: 80,
      expected: 'the key of a fact, such as user.functie',
    }),
    op: oneWordOf(FACT_OPERATORS),
  },
  { value: factValue },
);
const several = (member: Reader<Audience>): Reader<readonly Audience[]> => listOf(member, { min: 1, max: 16 });
const forms: Readonly<Record<string, Reader<Audience>>> = {
  all: shapeOf({ all: several(audience) }, {}),
  any: shapeOf({ any: several(audience) }, {}),
  not: shapeOf({ not: audience }, {}),
};

export function audience(value: unknown, spot: Parameters<Reader<Audience>>[1]): Audience | undefined {
  if (!isObject(value)) return notAs('a condition: all, any, not, or a fact with op', spot);
  const form = Object.keys(forms).find((key) => Object.hasOwn(value, key));
  return (forms[form ?? ''] ?? factTest)(value, spot);
}

function factValue(
  value: unknown,
  spot: Parameters<Reader<Audience>>[1],
): string | number | boolean | readonly (string | number)[] | undefined {
  if (Array.isArray(value)) return listOf(oneFactValue, { max: 200 })(value, spot);
  return typeof value === 'boolean' ? value : oneFactValue(value, spot);
}

function oneFactValue(value: unknown, spot: Parameters<Reader<Audience>>[1]): string | number | undefined {
  return typeof value === 'string' || typeof value === 'number' ? value : notAs('a text or a number', spot);
}

const finder: Reader<Finder> = shapeOf({ by: signals, weight: numberOf({ min: 0, max: 1 }) }, { strong: flag });
const anySignals = shapeOf(
  {},
  {
    hintId: line(80),
    testid: line(80),
    id: line(80),
    name: line(80),
    href: line(200),
    css: line(300),
    label,
    text: label,
    section: textOf({ pattern: /^(id|testid|kop|nav|dialog):.{1,80}$/u, expected: 'a section such as kop:Zorgplan' }),
    position: shapeOf({ index: wholeOf({ min: 0, max: Infinity }), of: wholeOf({ min: 1, max: 200 }) }, {}),
  },
);

function signals(value: unknown, spot: Parameters<Reader<Finder>>[1]): Finder['by'] | undefined {
  return isObject(value) && Object.keys(value).length === 0
    ? notAs('at least one signal', spot)
    : anySignals(value, spot);
}

export const target: Reader<HintTarget> = shapeOf(
  {
    label: line(120),
    tag: textOf({ pattern: /^[a-z][a-z0-9-]*$/u, expected: 'a tag such as button' }),
    find: listOf(finder, { min: 1, max: 8 }),
  },
  {
    type: anyText,
    role: anyText,
    mode: oneWordOf(['strict', 'tolerant']),
    layer: oneWordOf(['page', 'dialog']),
    frame: line(200),
    shadow: listOf(line(200), { max: 4 }),
    recorded: shapeOf(
      { at: line(30), route: line(80), appVersion: line(40), robustness: numberOf({ min: 0, max: 1 }) },
      {},
    ),
  },
);

const trigger = shapeOf(
  { on: oneWordOf(HINT_TRIGGERS) },
  {
    event: line(80),
    hint: name,
    delay: duration,
    for: duration,
    idle: duration,
    times: wholeOf({ min: 1, max: 20 }),
  },
);

const onFailure = shapeOf(
  {},
  { targetMissing: oneWordOf(['skip', 'pause', 'modal', 'end']), targetAmbiguous: oneWordOf(['skip', 'pause', 'end']) },
);

const action = shapeOf(
  { do: oneWordOf(HINT_ACTIONS) },
  {
    label,
    article: line(80),
    video: line(80),
    hint: name,
    event: line(80),
    href: textOf({
      pattern: /^(https:\/\/[^\s\\]+|\/(?![/\\])[^\s\\]*)$/u,
      max: 300,
      expected: 'a link that begins with https:// or with one /',
    }),
    prefill: namesOf(line(120), { max: 10 }),
  },
);
const actions = listOf(action, { max: 3 });

const step: Reader<HintStep> = shapeOf(
  {
    id: name,
    kind: oneWordOf(['tooltip', 'modal', 'beacon', 'slideout']),
    content: texts,
    next: shapeOf(
      { on: oneWordOf(['button', 'click', 'input', 'route', 'event', 'gone']) },
      { route: anyText, event: anyText, idle: duration },
    ),
  },
  { target: name, placement: anyText, waitFor: duration, actions, only: audience, onFailure },
);

const variant = shapeOf({ id: name, weight: wholeOf({ min: 0, max: 100 }) }, { content: texts });

/** Without these a hint has no name for who makes it. */
const named = { id: name, kind: oneWordOf(HINT_KINDS), name: line(120) };

/** Without these it can't be published. */
const needed = {
  rev: wholeOf({ min: 1, max: Infinity }),
  status: oneWordOf(['draft', 'published', 'paused', 'archived']),
  where: shapeOf(
    { routes: listOf(anyText, { min: 1, max: 20 }) },
    { not: listOf(anyText, { max: 20 }), target: name, placement: anyText },
  ),
  when: trigger,
  howOften: shapeOf(
    {},
    {
      max: wholeOf({ min: 1, max: 100 }),
      every: duration,
      until: oneWordOf(['shown', 'opened', 'dismissed', 'done', 'forever']),
    },
  ),
};

const more = {
  group: name,
  who: audience,
  interrupts: flag,
  priority: wholeOf({ min: 0, max: 100 }),
  schedule: shapeOf({}, { from: anyText, until: anyText }),
  content: texts,
  actions,
  experiment: shapeOf(
    { id: name, variants: listOf(variant, { min: 2, max: 4 }) },
    { holdout: wholeOf({ min: 0, max: 90 }) },
  ),
  resume: shapeOf({}, { scope: oneWordOf(['tab', 'user']), expires: duration }),
  steps: listOf(step, { min: 1, max: 15 }),
  onFailure,
};

export const hint: Reader<Hint> = shapeOf({ ...named, ...needed }, more);

/** What is there is as it must be; what is not there yet may be missing. */
export const hintInTheMaking: Reader<UnfinishedHint> = shapeOf(named, { ...needed, ...more });
