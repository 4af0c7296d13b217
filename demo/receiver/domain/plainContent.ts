import type { ContentNode } from '../../../src/protocol/index';

/** An asker's own words as content: paragraphs and line breaks, nothing else is read into them. */
export function plainContent(text: string): readonly ContentNode[] {
  return text
    .trim()
    .split(/\n[^\S\n]*\n\s*/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => ({
      t: 'p',
      c: paragraph.split('\n').flatMap((line, index): ContentNode[] => (index === 0 ? [line] : [{ t: 'br' }, line])),
    }));
}

/** The first 120 characters of the asker's words, on one line. Never cuts a character in two. */
export function excerptOf(text: string): string {
  const words = text.replace(/\s+/g, ' ').trim();
  const characters = Array.from(words);
  return characters.length <= 120 ? words : `${characters.slice(0, 119).join('').trimEnd()}…`;
}
