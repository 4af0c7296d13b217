/** Pages of the demo and how strict they are. */
export type PageKind = 'host' | 'strict' | 'inbox' | 'gallery';

const ALWAYS = [
  "default-src 'none'",
  "style-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  'report-uri /csp-report',
];
const NO_STRINGS = ["require-trusted-types-for 'script'", "trusted-types 'none'"];

/**
 * Gives the content security policy of a page.
 * `host` is what a careful host has; `strict` is the shortest one under which every feature must run (`security.md` §8):
 * its pictures are `blob:` and `data:` only. The inbox also reaches the origin of granted content, where that is another one. The gallery shows pieces on their own and allows its own scripts by address.
 */
export function contentPolicy(page: PageKind, nonce: string, contentOrigin = ''): string {
  const scripts =
    page === 'gallery' ? `script-src 'self' 'nonce-${nonce}'` : `script-src 'nonce-${nonce}' 'strict-dynamic' 'self'`;
  const pictures = page === 'strict' ? 'img-src blob: data:' : "img-src 'self' blob: data:";
  const media = page === 'inbox' ? "media-src 'self' blob:" : 'media-src blob:';
  const elsewhere = page === 'inbox' && contentOrigin !== '' ? ` ${contentOrigin}` : ''; // drawing on a picture reads it
  const reach = [`connect-src 'self'`, pictures, media].map((rule) => rule + elsewhere);
  return [...ALWAYS, scripts, ...reach, ...NO_STRINGS].join('; ');
}
