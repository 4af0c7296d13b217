import type { ContentNode } from '../protocol/content';
import { parseContent } from '../protocol/parseContent';

/** A sentence of a text, and how many words it has. */
export interface MeasuredSentence {
  readonly text: string;
  readonly words: number;
  readonly isLong: boolean;
}

/** How well a text reads: a tip while writing, never a refusal. */
export interface Readability {
  /** `long`: at least one sentence could be two. */
  readonly level: 'good' | 'long';
  readonly sentences: readonly MeasuredSentence[];
  /** Words of more than 12 letters, each once. Many are fine; there may be a shorter one. */
  readonly longWords: readonly string[];
}

const MOST_WORDS = 15;
const MOST_LETTERS = 12;

/** Measures a title or a body: the words that people read, without the marks around them. */
export function readability(markdown: string): Readability {
  const sentences = linesOf(parseContent(markdown, (written) => written))
    .flatMap((line) => line.split(/(?<=[.!?:…])\s+/))
    .map(measured)
    .filter(({ words }) => words > 0);
  const words = sentences.flatMap(({ text }) => wordsOf(text)).flatMap((word) => word.match(/[\p{L}\p{M}]+/gu) ?? []);
  return {
    level: sentences.some(({ isLong }) => isLong) ? 'long' : 'good',
    sentences,
    longWords: [...new Set(words.filter((word) => Array.from(word).length > MOST_LETTERS))],
  };
}

function measured(line: string): MeasuredSentence {
  const text = line.trim();
  const words = wordsOf(text).length;
  return { text, words, isLong: words > MOST_WORDS };
}

/** Addresses and facts in braces are not read as words. */
const wordsOf = (text: string): readonly string[] =>
  text
    .replace(/\{\{[^{}]*\}\}|https:\/\/\S+/g, ' ')
    .split(/\s+/)
    .filter((word) => /\p{L}/u.test(word));

const BLOCKS: readonly string[] = ['p', 'li'];

/** The plain words, a line for each paragraph, each item of a list and each line that was broken off. */
const linesOf = (nodes: readonly ContentNode[]): readonly string[] => plainOf(nodes).split('\n');

const plainOf = (nodes: readonly ContentNode[]): string =>
  nodes
    .map((node) => {
      if (typeof node === 'string') return node;
      if (node.t === 'br') return '\n';
      if (!('c' in node)) return '';
      return BLOCKS.includes(node.t) ? `${plainOf(node.c)}\n` : plainOf(node.c);
    })
    .join('');
