/** Tells whether a text belongs to the interface as a whole. */
export type IsInterface = (text: string) => boolean;

/** What stands in for a segment that may be somebody's. */
const HIDDEN = ':id';
/** Longer routes end here. */
const MOST_SEGMENTS = 12;

/** Words of addresses that no person is called. Everything else must be known to the host. */
const TECHNICAL = new Set(
  (
    'api rest rpc graphql soap odata auth oauth login logout session sessions token tokens upload uploads download downloads search query ' +
    'health status config settings static assets public dist build img image images css js font fonts icon icons media file files batch ' +
    'event events log logs sync export import print host app main index service services data list item items new edit page pages user users me ' +
    'client clients appointment appointments report reports document documents note notes task tasks'
  ).split(' '),
);
const VERSION = /^v\d{1,2}$/;
const SCRIPT = /^[\w.-]+\.(?:m?js|css|wasm)$/;

/**
 * Makes a template of an address: no host, no query, and each segment that is not known to belong to the interface is `:id`.
 * A segment is known when it is in the list above, in a route of the host (`literals`), a text of its catalogue, or the name of a script.
 */
export function routeTemplate(
  address: string,
  { literals, isInterface }: { readonly literals: ReadonlySet<string>; readonly isInterface: IsInterface },
): string {
  const isKnown = (segment: string): boolean =>
    TECHNICAL.has(segment.toLowerCase()) ||
    VERSION.test(segment) ||
    literals.has(segment) ||
    (!/\d/.test(segment) && isInterface(asWords(segment)));
  const segments = pathOf(address)
    .split('/')
    .filter((segment) => segment !== '');
  const kept = segments.map((segment, index) =>
    isKnown(segment) || (index === segments.length - 1 && SCRIPT.test(segment)) ? segment : HIDDEN,
  );
  return `/${kept.slice(0, MOST_SEGMENTS).join('/')}`;
}

/** The words of the host's own routes: `/clienten/:ref/zorgplan` gives `clienten` and `zorgplan`. */
export const literalsOf = (routes: readonly string[]): ReadonlySet<string> =>
  new Set(routes.flatMap((route) => route.split('/')).filter((segment) => /^[^:*]/.test(segment)));

const pathOf = (address: string): string =>
  address.replace(/^[a-z][a-z\d+.-]*:(?:\/\/[^/?#]*)?/i, '').replace(/[?#].*$/s, '');

/** `care-plans` as a catalogue writes it: `Care plans`. */
const asWords = (segment: string): string => {
  const words = segment.replaceAll(/[-_]+/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};
