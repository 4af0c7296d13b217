import type { ContentNode } from './content';

const MAX_NODES = 2_000;
const MAX_DEPTH = 8;

/** Where in the tree we are. */
interface Spot {
  readonly depth: number;
  readonly inLink: boolean;
  readonly hrefOf: HrefOf;
}

/** Gives the address that a link may have, or nothing: then it stays text. */
export type HrefOf = (written: string) => string | undefined;

/**
 * Reads a small markdown subset into content: paragraphs, line breaks, lists, `**strong**`, `*em*`, `code`, `[links](https://…)`
 * and bare https addresses. Everything else stays the text it is: there is no HTML in, and none out.
 * Where links may lead is `hrefOf`; left out, `safeHref`.
 * At most 8 deep and 2,000 nodes: a text that would need more is given back as it was written, in one paragraph.
 *
 * @example
 * parseContent('Ga naar **Agenda**.'); // [{ t: 'p', c: ['Ga naar ', { t: 'strong', c: ['Agenda'] }, '.'] }]
 */
export function parseContent(source: string, hrefOf: HrefOf = safeHref): readonly ContentNode[] {
  const blocks = source.replace(/\r\n?/g, '\n').split(/\n(?:[^\S\n]*\n)+/);
  const content = blocks.filter((block) => block.trim() !== '').flatMap((block) => linesOf(block, hrefOf));
  return sizeOf(content) > MAX_NODES ? [{ t: 'p', c: [source] }] : content;
}

const sizeOf = (nodes: readonly ContentNode[]): number =>
  nodes.reduce((sum, node) => sum + 1 + (typeof node !== 'string' && 'c' in node ? sizeOf(node.c) : 0), 0);

/** Gives an address that content may point to, or nothing: `https`, `mailto` and `tel`, without a user part that misleads. */
export function safeHref(written: string): string | undefined {
  const href = written.replace(/[\0-\x20\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g, '');
  return SAFE.some((pattern) => pattern.test(href)) ? href : undefined;
}

const SAFE = [
  /^https:\/\/[a-z0-9.-]+(:\d{1,5})?([/?#][^\\]*)?$/i,
  /^mailto:[^\s@?]+@[^\s@?]+$/i,
  /^tel:\+?[\d()-]{3,20}$/i,
];

const BULLET = /^\s{0,3}[-*•]\s+(?=\S)/;
const NUMBERED = /^\s{0,3}\d{1,3}[.)]\s+(?=\S)/;
type Run = { readonly kind: 'p' | 'ul' | 'ol'; readonly items: string[] };

/** A block of lines without empty ones: paragraphs and lists, as they follow each other. */
function linesOf(block: string, hrefOf: HrefOf): readonly ContentNode[] {
  const runs: Run[] = [];
  for (const line of block.split('\n')) addLine(runs, line);
  return runs.map(({ kind, items }): ContentNode =>
    kind === 'p'
      ? { t: 'p', c: inline(items.join('\n'), { depth: 2, inLink: false, hrefOf }) }
      : {
          t: kind,
          c: items.map((item): ContentNode => ({ t: 'li', c: inline(item, { depth: 3, inLink: false, hrefOf }) })),
        },
  );
}

function addLine(runs: Run[], line: string): void {
  const kind = kindOf(line);
  const last = runs.at(-1);
  const text = line.replace(kind === 'ul' ? BULLET : kind === 'ol' ? NUMBERED : '', '').trim();
  if (last?.kind === kind) last.items.push(text);
  else if (kind === 'p' && last !== undefined && /^\s/.test(line))
    last.items.push(`${last.items.pop() ?? ''}\n${text}`);
  else runs.push({ kind, items: [text] });
}

const kindOf = (line: string): Run['kind'] => (BULLET.test(line) ? 'ul' : NUMBERED.test(line) ? 'ol' : 'p');

interface Mark {
  readonly pattern: RegExp;
  /** The node, or nothing when the text should stay as it is. */
  make(match: RegExpExecArray, inside: Spot): ContentNode | undefined;
}

/** Sticky and bounded, so that no text makes them slow. */
const MARKS: Readonly<Record<string, readonly Mark[]>> = {
  '\n': [{ pattern: /\n/y, make: () => ({ t: 'br' }) }],
  '\\': [{ pattern: /\\([\\*`[\]()_-])/y, make: (match) => match[1] ?? '' }],
  '`': [{ pattern: /`([^`\n]{1,500})`/y, make: (match) => ({ t: 'code', c: [match[1] ?? ''] }) }],
  '*': [
    {
      pattern: /\*\*(?=\S)([^\n]{0,500}?\S)\*\*/y,
      make: (match, inside) => ({ t: 'strong', c: inline(match[1] ?? '', inside) }),
    },
    {
      pattern: /\*(?=[^\s*])([^*\n]{0,500}?[^\s*])\*/y,
      make: (match, inside) => ({ t: 'em', c: inline(match[1] ?? '', inside) }),
    },
  ],
  '[': [
    {
      pattern: /\[([^\]\n]{1,300})\]\(([^()\s]{1,1000})\)/y,
      make: (match, inside) => link(match[2] ?? '', match[1] ?? '', inside),
    },
  ],
  h: [
    {
      pattern: /https:\/\/[^\s<>"'()[\]*`]{1,1000}[^\s<>"'()[\]*`.,;:!?]/y,
      make: (match, inside) => link(match[0], undefined, inside),
    },
  ],
};

function link(written: string, words: string | undefined, inside: Spot): ContentNode | undefined {
  const href = inside.inLink ? undefined : inside.hrefOf(written);
  if (href === undefined) return undefined;
  return { t: 'a', href, c: words === undefined ? [written] : inline(words, { ...inside, inLink: true }) };
}

function inline(text: string, spot: Spot): readonly ContentNode[] {
  const nodes: ContentNode[] = [];
  for (let at = 0; at < text.length;) {
    const found = spot.depth < MAX_DEPTH ? markAt(text, at, spot) : undefined;
    add(nodes, found?.node ?? text.charAt(at));
    at = found?.end ?? at + 1;
  }
  return nodes;
}

/** Adds a node; a text after a text becomes one. */
function add(nodes: ContentNode[], node: ContentNode): void {
  const last = nodes.at(-1);
  if (typeof node === 'string' && typeof last === 'string') nodes.splice(-1, 1, last + node);
  else nodes.push(node);
}

function markAt(
  text: string,
  at: number,
  spot: Spot,
): { readonly node: ContentNode; readonly end: number } | undefined {
  for (const { pattern, make } of MARKS[text.charAt(at)] ?? []) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    const node = match === null ? undefined : make(match, { ...spot, depth: spot.depth + 1 });
    if (match !== null && node !== undefined) return { node, end: at + match[0].length };
  }
  return undefined;
}
