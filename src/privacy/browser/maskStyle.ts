import type { InterfaceDictionary } from '../interfaceTexts';
import { blocksFor } from '../filler';
import type { PictureSources } from './pictureSources';

/** What stands for a picture that may not be seen. */
export const HATCH = 'repeating-linear-gradient(135deg,rgba(100,112,130,.38) 0 1.5px,rgba(100,112,130,.16) 1.5px 6px)';

/** Rewrites the declarations of a rule or of a style attribute so that no data is left in them. */
export type StyleMask = (declarations: string, base: string) => string;

/** Most declarations hold nothing that could carry data. */
const SUSPECT = /["']|url\(|(?:^|;)\s*--/;
const DECLARATION = /(--[^:\s]+|[-a-z]+)\s*:\s*((?:"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'|[^;"'])*);?/gi;
const ADDRESS = /url\(\s*("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[^)"']*)\s*\)/gi;
const STRING = /path\("[^"]*"|(["'])((?:\\[\s\S]|(?!\1)[^\\])*)\1/g;
/** Properties whose strings are names of fonts or places in a grid, not texts. */
const NAMING = /^(?:font|grid|-webkit-font|--[\w-]*font)/;
/** A list of fonts, whatever the property that holds it is called: it ends with one that every browser has. */
const FONTS = /\b(?:sans-serif|serif|monospace|system-ui|cursive)\b["']?\s*$/i;
/**
 * Words in a custom property that no keyword of CSS looks like: a capital first, or a long number, but neither a colour of the
 * system nor what stands behind a decimal point. Strings were judged already.
 */
const LIKE_DATA =
  /(["'])(?:\\[\s\S]|(?!\1)[^\\])*\1|(?<![#\w-]|(?<![A-Za-z])\.)(?:(?!Canvas|Highlight|Button[BFT]|LinkText|GrayText|AccentColor)[A-Z][\w-]*(?![\w-]*\()|\d(?:-?\d){5,})/g;
/** One sign of an icon font, written as an escape. */
const ICON = /^\\[\da-f]{1,6}\s?$/i;

/** Creates the mask for style. CSS can carry data too: in `content`, in custom properties, in the query of an address. */
export function createStyleMask(dictionary: InterfaceDictionary, pictures: PictureSources): StyleMask {
  const maskString = (whole: string, _quote: string, text?: string): string =>
    text === undefined || !/[\p{L}\p{N}]/u.test(text) || ICON.test(text) || dictionary.has(text)
      ? whole
      : `"${blocksFor(text)}"`;

  return (declarations, base) => {
    if (!SUSPECT.test(declarations)) return declarations;
    return declarations.replace(DECLARATION, (_whole, property: string, value: string) => {
      const withoutAddresses = value.replace(ADDRESS, (_url, address: string) =>
        maskAddress(address.replace(/^["']|["']$/g, ''), base, pictures),
      );
      if (NAMING.test(property) || FONTS.test(value)) return `${property}:${withoutAddresses};`;
      const withoutTexts = withoutAddresses.replace(STRING, maskString);
      return `${property}:${property.startsWith('--') ? withoutTexts.replace(LIKE_DATA, (word, quote?: string) => (quote ? word : '0')) : withoutTexts};`;
    });
  };
}

/** A reference within the page stays, an asset of the interface becomes a source to fill in later, the rest is hatched. */
function maskAddress(address: string, base: string, pictures: PictureSources): string {
  if (address.startsWith('#')) return `url(#${pictures.idFor(address.slice(1))})`;
  const source = pictures.interfaceSource(address, base);
  return source === undefined ? HATCH : `url(${source})`;
}
