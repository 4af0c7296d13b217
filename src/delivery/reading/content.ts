import { succeed } from '../../foundation/result';
import type { ContentNode, ContentTag } from '../../protocol/content';
import type { Decoder } from '../../protocol/decode';

const TAGS: readonly string[] = ['p', 'h3', 'h4', 'ul', 'ol', 'li', 'strong', 'em', 'code', 'pre', 'quote', 'kbd', 'callout'] satisfies ContentTag[];
const MAX_DEPTH = 8;

/** Reads rich text. A node that is unknown, misshapen or too deep becomes its text, so a later version never hides a reply. */
export const content: Decoder<ContentNode> = (value) => succeed(readNode(value, 0));

function readNode(value: unknown, depth: number): ContentNode {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return '';
  const { t, c, href, asset, alt } = value as Readonly<Record<string, unknown>>; // an object: each member is still unknown
  if (t === 'br') return { t };
  if (t === 'img' || t === 'video') return typeof asset === 'string' ? { t, asset, alt: textOf(alt) } : textOf(alt);
  const isLink = t === 'a' && typeof href === 'string';
  if (depth >= MAX_DEPTH || !(isLink || TAGS.includes(t as string))) return textOf(c);
  const children = (Array.isArray(c) ? c : []).map((child) => readNode(child, depth + 1));
  return isLink ? { t, href, c: children } : { t: t as ContentTag, c: children }; // in TAGS, just proved
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(textOf).join('');
  return typeof value === 'object' && value !== null ? textOf((value as { c?: unknown }).c) : '';
}
