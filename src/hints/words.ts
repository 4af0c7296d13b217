import type { ContentNode } from '../protocol/content';
import type { HintAction } from '../protocol/hint';
import type { HintContent } from '../protocol/hintIndex';
import { parseContent, safeHref } from '../protocol/parseContent';
import type { FactReader } from './audience';
import { listOf, shape, text } from './fits';

/** A picture by the name under which it was sent, and what is to be seen. */
interface Media {
  readonly asset: string;
  readonly alt: string;
}

/** The pictures of a hint in one language, and which of them is seen first. */
export interface WantedPictures {
  readonly all: readonly string[];
  readonly first: string | undefined;
}

/** What a hint or one of its steps says, in the person's language. */
export interface HintWords {
  readonly title?: string;
  readonly body: readonly ContentNode[];
  readonly media?: Media;
  readonly actions: readonly { readonly label: string; readonly action: HintAction }[];
}

/** For whom the words are. */
export interface Reader {
  /** Best first: `nl-BE`, `nl`, and what the document falls back on. */
  readonly locales: readonly string[];
  /** Looks up what may stand in a text. */
  readonly read: FactReader;
}

const anyObject = shape({});
const MEDIA = shape({ asset: text, alt: text });
const ACTIONS = listOf(shape({ do: text, 'label?': anyObject }));
const CONTENT = shape({
  'content?': anyObject,
  'actions?': ACTIONS,
  'steps?': listOf(shape({ id: text, 'content?': anyObject, 'actions?': ACTIONS })),
});

/** Tells whether what came are words of a hint. */
export const isContent = (value: unknown): value is HintContent => CONTENT(value);

/** The words of a hint, or of one of its steps; nothing when a fact that stands in them is not known. */
export function wordsOf(content: HintContent, step: string | undefined, reader: Reader): HintWords | undefined {
  const { from, said } = saidIn(content, step, reader);
  const media = mediaOf(said);
  const { fill, missing } = createFill(reader);
  const title = fill(textOf(said?.title));
  const body = parseContent(textOf(said?.body), hrefOf).map((node) => filled(node, fill));
  const actions = (from?.actions ?? []).map((action) => ({ action, label: inLanguage(action.label, reader) ?? '' }));
  return missing.length > 0 ? undefined : { ...(title !== '' && { title }), ...(media && { media }), body, actions };
}

/** The pictures that a hint names, for this reader. */
export function picturesOf(content: HintContent, step: string | undefined, reader: Reader): WantedPictures {
  const at = (one?: string): string | undefined => mediaOf(saidIn(content, one, reader).said)?.asset;
  return {
    first: at(step),
    all: [...new Set([undefined, ...(content.steps ?? []).map(({ id }) => id)].flatMap((one) => at(one) ?? []))],
  };
}

function saidIn(content: HintContent, step: string | undefined, reader: Reader) {
  const from = step === undefined ? content : content.steps?.find(({ id }) => id === step);
  return { from, said: inLanguage(from?.content, reader) };
}

const mediaOf = (said: { readonly media?: Media } | undefined): Media | undefined =>
  MEDIA(said?.media) ? said?.media : undefined;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Puts facts into a text, as text; keeps which are not known. */
function createFill({ read }: Reader): { fill(written: string): string; readonly missing: readonly string[] } {
  const missing: string[] = [];
  const fill = (written: string): string =>
    written.replace(/\{\{([\w.-]+)\}\}/g, (_, fact: string) => {
      const known = read(fact);
      if (known === undefined) missing.push(fact);
      return String(known);
    });
  return { fill, missing };
}

function filled(node: ContentNode, fill: (written: string) => string): ContentNode {
  if (typeof node === 'string') return fill(node);
  return 'c' in node ? { ...node, c: node.c.map((part) => filled(part, fill)) } : node;
}

/** By name, as a language may be called like something that every object has. */
function inLanguage<Value>(texts: Readonly<Record<string, Value>> | undefined, { locales }: Reader): Value | undefined {
  const known = new Map(Object.entries(texts ?? {}));
  return known.get(locales.find((locale) => known.has(locale)) ?? '');
}

/** Where words of a hint may lead: secure addresses, pages of the host, and what the app opens itself. */
const hrefOf = (written: string): string | undefined =>
  /^(artikel|video|widget|hint):[\w-]+$/.test(written) || /^\/(?![/\\])[^\s\\]*$/.test(written)
    ? written
    : safeHref(written);
