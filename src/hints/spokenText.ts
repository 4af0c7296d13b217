import type { ContentNode } from '../protocol/content';
import type { ShownHint } from './shown';

const LONGEST = 160;

type Said = Pick<ShownHint, 'title' | 'body'>;

/** The title and text of a hint, without marks. */
export const plainText = ({ title, body }: Said): string =>
  [title, ...body.map(plain)]
    .filter(Boolean)
    .join('. ')
    .replace(/\s+/g, ' ')
    .replace(/([.!?:])\./g, '$1')
    .trim();

/** What is spoken of a hint that comes by itself: its title and the start of its text, whole words only. */
export function spokenText(said: Said): string {
  const text = plainText(said);
  if (text.length <= LONGEST) return text;
  const cut = text.slice(0, LONGEST);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST / 2)).trimEnd()}…`;
}

function plain(node: ContentNode): string {
  if (typeof node === 'string') return node;
  if (node.t === 'br') return ' ';
  if ('asset' in node) return node.alt;
  return node.c.map(plain).join(node.t === 'ul' || node.t === 'ol' ? ', ' : '');
}
