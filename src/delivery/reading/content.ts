import { succeed } from '../../foundation/result';
import type { ContentNode, ContentTag } from '../../protocol/content';
import type { Decoder } from '../../protocol/decode';

const TAGS: readonly ContentTag[] = [
  'p',
  'h3',
  'h4',
  'ul',
  'ol',
  'li',
  'strong',
  'em',
  'code',
  'pre',
  'quote',
  'kbd',
  'callout',
];
const MAX_DEPTH = 8;

/** Reads rich text. A node that is unknown, misshapen or too deep becomes its text, so a later version never hides a reply. */
export const content: Decoder<ContentNode> = (value) => succeed(readNode(value, 0));

function readNode(value: unknown, depth: number): ContentNode {
  if (typeof value !== 'object' || value === null) return textOf(value);
  const { t, c, href, asset, alt } = value as Readonly<Record<string, unknown>>; // an object: each member is still unknown
  if (t === 'br') return { t };
  if (t === 'img' || t === 'video') return readMedia({ t, asset, alt: textOf(alt) });
  if (depth >= MAX_DEPTH || !Array.isArray(c)) return textOf(c);
  const children = c.map((child) => readNode(child, depth + 1));
  return readParent(t, children, href) ?? textOf(c);
}

function readParent(t: unknown, c: readonly ContentNode[], href: unknown): ContentNode | undefined {
  if (t === 'a' && typeof href === 'string') return { t, href, c };
  return isTag(t) ? { t, c } : undefined;
}

const readMedia = ({ t, asset, alt }: { t: 'img' | 'video'; asset: unknown; alt: string }): ContentNode =>
  typeof asset === 'string' ? { t, asset, alt } : alt;

const isTag = (value: unknown): value is ContentTag => (TAGS as readonly unknown[]).includes(value);

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(textOf).join('');
  return typeof value === 'object' && value !== null ? textOf((value as { c?: unknown }).c) : '';
}
