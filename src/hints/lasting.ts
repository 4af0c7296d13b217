/** Names that a framework or a generator gives: they change with the next build or the next visit. */
const GENERATED = /^(:|ember|mui-|radix-|headlessui|css-|sc-|jsx-|ng-|mat-|cdk-|react-|ui-id-|ext-gen|__)/i;
/** A word, or a word with a short number. */
const WORD = /^[a-z]+\d{0,2}$/i;

/** Tells whether every piece of a name is a word, so that a person wrote it. */
export const isWordLike = (name: string): boolean =>
  !GENERATED.test(name) &&
  !/\d{3}|[0-9a-f]{8}/i.test(name) &&
  name
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .split(/[-_.:/[\]]+/)
    .filter(Boolean)
    .every((piece) => WORD.test(piece) || /^\d{1,2}$/.test(piece));

/** Tells whether an id, a test id or a name may be counted on: word-like, with three letters at least. */
export const isLasting = (name: string): boolean => isWordLike(name) && /[a-z][^a-z]*[a-z][^a-z]*[a-z]/i.test(name);

/**
 * Gives what numbered names have in common: `rij-3` and `rij-12` both `rij-#`; nothing for a name without a number.
 * A name that others share but for the number tells the position in a list, and moves on to the next when one goes.
 */
export const numberedStem = (name: string): string | undefined =>
  /\d/.test(name) ? name.replace(/\d+/g, '#') : undefined;

/** Writes a path as a pattern: `*` for a parameter of a known route, and for whatever is no word. Empty when nothing else is left. */
export function hrefPattern(path: string, routes: readonly string[]): string {
  const segments = path.split('/');
  const route = routes.map((pattern) => pattern.split('/')).find((pattern) => fits(pattern, segments));
  const pattern = segments.map((segment, at) => (route?.[at]?.startsWith(':') || !isWordLike(segment) ? '*' : segment));
  return pattern.some((segment) => segment !== '*' && segment !== '') ? pattern.join('/') : '';
}

const fits = (pattern: readonly string[], segments: readonly string[]): boolean =>
  pattern.length === segments.length &&
  pattern.every((piece, at) => piece === segments[at] || (piece.startsWith(':') && segments[at] !== ''));

/** Tells whether a path fits a pattern, segment by segment. */
export function hrefMatches(pattern: string, path: string): boolean {
  const [pieces, segments] = [pattern.split('/'), path.split('/')];
  return (
    pieces.length === segments.length &&
    pieces.every((piece, at) => piece === segments[at] || (piece === '*' && segments[at] !== ''))
  );
}
