import type { Translate } from '../../locale/createTranslate';
import type { MessageKey } from '../../locale/messages';

/** A part of a sentence, for a view to draw. */
export interface SentencePart {
  readonly text: string;
  /** What the designer chose, among the words around it. */
  readonly isStrong?: true;
  /** Which condition of the audience it tells, written as in `explain`: `all/1/not`. */
  readonly path?: string;
  /** It says the opposite of the condition at `path`: it holds where that does not. */
  readonly isNegated?: true;
}

/** A sentence as data. */
export type Sentence = readonly SentencePart[];

/** What fills a slot. A number also chooses between singular and plural when the slot is `n`. */
export type Filling = string | number | Sentence;

/** No text holds this sign, so it can mark where a slot stood. */
const MARK = '\u0001';

/** Says a text with its slots filled by parts of a sentence. */
export function say(t: Translate, key: MessageKey, fillings: Readonly<Record<string, Filling>> = {}): Sentence {
  const slots = Object.entries(fillings).map(([name, filling]) => [name, marked(name, filling)] as const);
  const pieces = t(key, Object.fromEntries(slots)).split(MARK);
  return joined(pieces.map((piece, at) => (at % 2 === 0 ? plain(piece) : filled(fillings[piece]))));
}

/** A number is written by the dictionary; everything else comes in its place afterwards. */
const marked = (name: string, filling: Filling): string | number =>
  typeof filling === 'number' ? filling : `${MARK}${name}${MARK}`;

const filled = (filling: Filling | undefined): Sentence =>
  typeof filling === 'object' ? filling : plain(String(filling ?? ''));

/** Words around what was chosen. */
export const plain = (text: string): Sentence => (text === '' ? [] : [{ text }]);

/** What was chosen. */
export const strong = (text: string): Sentence => (text === '' ? [] : [{ text, isStrong: true }]);

/** Sentences behind each other, with something in between. Neighbours of one kind become one part. */
export function joined(sentences: readonly Sentence[], between: string = ''): Sentence {
  const said = sentences.filter((sentence) => sentence.length > 0);
  const parts: SentencePart[] = [];
  for (const part of said.flatMap((sentence, at) => (at === 0 ? sentence : [...plain(between), ...sentence]))) {
    const last = parts.at(-1);
    if (last !== undefined && isOneKind(last, part)) parts.splice(-1, 1, { ...last, text: last.text + part.text });
    else parts.push(part);
  }
  return parts;
}

const isOneKind = (one: SentencePart, other: SentencePart): boolean =>
  one.isStrong === other.isStrong && one.path === other.path && one.isNegated === other.isNegated;

/** The bare words of a sentence. */
export const textOf = (sentence: Sentence): string => sentence.map(({ text }) => text).join('');
