/**
 * Copy rules, by the number they have in CONTRIBUTING.md. Each takes the dictionaries `{ nl, nlFormal, en }` and what the code does
 * with keys `{ used, buttons }`, and answers problems `{ rule, language, key, why }`.
 */
import {
  ABBREVIATIONS,
  ENGLISH,
  FORBIDDEN,
  FORMAL,
  INFORMAL,
  LONG_BUTTONS,
  LONG_WORDS,
  MAY_EXCLAIM,
  MAY_HOLD_TIME,
  PROMISES,
} from './copyWords.mjs';

const LONGEST_SENTENCE = 15;
const LONGEST_WORD = 12;
const LONGEST_BUTTON = 4;

const formsOf = (value) => value.split('|');
const slotsOf = (value) => [...new Set(value.match(/\{[^}]+\}/g) ?? [])].sort().join(' ');
const sentencesOf = (value) => formsOf(value).flatMap((form) => form.split(/[.!?]+/));
const isWord = (text) => /[\p{L}\d]|\{[^}]+\}/u.test(text);
const wordsOf = (text) => text.split(/\s+/).filter(isWord);
const lettersOf = (value) => value.replace(/\{[^}]+\}/g, ' ').match(/[\p{L}-]+/gu) ?? [];

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const asWord = (text, ending = '') => new RegExp(`(?<![\\p{L}\\d-])${escaped(text)}${ending}(?![\\p{L}\\d])`, 'iu');
const found = (value, words, ending) =>
  words.find((word) => asWord(word, ending).test(value.replace(/\{[^}]+\}/g, ' ')));

/** A rule that looks at one value at a time, in the given languages. */
const perValue = (rule, languages, judge) => (dictionaries) =>
  languages.flatMap((language) =>
    Object.entries(dictionaries[language]).flatMap(([key, value]) => {
      const why = judge(value, key);
      return why ? [{ rule, language, key, why }] : [];
    }),
  );

/** A rule that compares a value with the one in `nl`. */
const perPair = (rule, judge) => (dictionaries) =>
  ['nlFormal', 'en'].flatMap((language) =>
    Object.entries(dictionaries[language]).flatMap(([key, value]) => {
      const original = dictionaries.nl[key];
      const why = original === undefined ? undefined : judge(value, original);
      return why ? [{ rule, language, key, why }] : [];
    }),
  );

const DUTCH = ['nl', 'nlFormal'];
const ALL = [...DUTCH, 'en'];

const lacking = ({ language, keys, other }, why) =>
  Object.keys(keys)
    .filter((key) => !Object.hasOwn(other, key))
    .map((key) => ({ rule: 1, language, key, why }));

const sameKeys = ({ nl, nlFormal, en }) => [
  ...lacking({ language: 'en', keys: nl, other: en }, 'is not there in English'),
  ...lacking({ language: 'en', keys: en, other: nl }, 'is not there in Dutch'),
  ...lacking({ language: 'nlFormal', keys: nlFormal, other: nl }, 'is not there in nl'),
];

const sentenceLength = (value) => {
  const long = sentencesOf(value).find((sentence) => wordsOf(sentence).length > LONGEST_SENTENCE);
  return long && `has a sentence of ${wordsOf(long).length} words; at most ${LONGEST_SENTENCE}`;
};

const wordLength = (value) => {
  const long = lettersOf(value)
    .flatMap((word) => word.split('-'))
    .find((word) => word.length > LONGEST_WORD && !LONG_WORDS.has(word.toLowerCase()));
  return long && `"${long}" is long; is there a shorter word?`;
};

const register = (dictionaries) => [
  ...perValue(6, ['nl'], (value) => found(value, FORMAL) && `says "${found(value, FORMAL)}"`)(dictionaries),
  ...perValue(
    6,
    ['nlFormal'],
    (value) => found(value, [...INFORMAL, 'hoi']) && `says "${found(value, [...INFORMAL, 'hoi'])}"`,
  )(dictionaries),
];

const formalValues = ({ nl, nlFormal }) =>
  Object.entries(nl)
    .filter(([key, value]) => found(value, INFORMAL) && !Object.hasOwn(nlFormal, key))
    .map(([key, value]) => ({
      rule: 7,
      language: 'nlFormal',
      key,
      why: `has no formal value, while nl says "${found(value, INFORMAL)}"`,
    }));

const promise = (value, key) => {
  if (MAY_HOLD_TIME.test(key) && value.includes('{time}')) return undefined;
  const broken = PROMISES.find((pattern) => formsOf(value).some((form) => pattern.test(form)));
  return broken && `makes a promise or names money (${broken.source})`;
};

const doubleNegative = (value) =>
  sentencesOf(value).some((sentence) => /\bniet\b.*\b(geen|zonder)\b/i.test(sentence)) &&
  'denies twice in one sentence';

const signs = (value, key) => {
  if (value.includes('!') && !MAY_EXCLAIM.has(key)) return 'has an exclamation mark';
  if (value.includes('...')) return 'has three dots instead of …';
  if (/ {2}/.test(value)) return 'has a double space';
  return formsOf(value).some((form) => form !== form.trim()) && 'begins or ends with a space';
};

const buttons = (dictionaries, { buttons: keys }) =>
  perValue(13, DUTCH, (value, key) => {
    if (!keys.has(key)) return undefined;
    if (formsOf(value).some((form) => form.endsWith('.'))) return 'is a button with a full stop';
    const isLong = formsOf(value).some((form) => wordsOf(form).length > LONGEST_BUTTON);
    return isLong && !Object.hasOwn(LONG_BUTTONS, key) && `is a button of more than ${LONGEST_BUTTON} words`;
  })(dictionaries);

const usedKeys = ({ nl }, { used }) => [
  ...Object.keys(nl)
    .filter((key) => !used.isUsed(key))
    .map((key) => ({ rule: 16, language: 'nl', key, why: 'is used nowhere' })),
  ...used.asked
    .filter((key) => !Object.hasOwn(nl, key))
    .map((key) => ({ rule: 16, language: 'nl', key, why: 'is used, but not there' })),
];

const RULES = [
  sameKeys,
  perPair(
    2,
    (value, original) =>
      slotsOf(value) !== slotsOf(original) && `has the slots "${slotsOf(value)}", nl has "${slotsOf(original)}"`,
  ),
  perPair(
    3,
    (value, original) => formsOf(value).length !== formsOf(original).length && 'has another number of forms than nl',
  ),
  perValue(4, ALL, sentenceLength),
  perValue(5, DUTCH, wordLength),
  register,
  formalValues,
  perValue(
    8,
    DUTCH,
    (value) => found(value, FORBIDDEN, '(s|en|n|e)?') && `says "${found(value, FORBIDDEN, '(s|en|n|e)?')}"`,
  ),
  perValue(9, ALL, promise),
  perValue(10, DUTCH, doubleNegative),
  perValue(11, DUTCH, (value) => {
    const short = ABBREVIATIONS.find((word) => asWord(word).test(value));
    return short && `abbreviates: "${short}"`;
  }),
  perValue(12, ALL, signs),
  buttons,
  perValue(14, DUTCH, (value) => found(value, ENGLISH) && `says "${found(value, ENGLISH)}" in Dutch`),
  usedKeys,
];

/** Answers every copy rule that the dictionaries break. */
export const copyProblems = (dictionaries, usage) => RULES.flatMap((rule) => rule(dictionaries, usage));
