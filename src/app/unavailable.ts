/** A part that cannot work on this page, with what would mend it. */
export interface UnavailablePart {
  readonly part: 'everything' | 'screenshot' | 'storage' | 'sending';
  readonly code: string;
  readonly remedy: string;
}

/** What each known cause means and how a host mends it. */
export const UNAVAILABLE = {
  'screenshot-blocked': {
    part: 'screenshot',
    code: 'screenshot-blocked',
    remedy: 'Add `data:` to `img-src` of your Content-Security-Policy. Until then a file can be chosen instead.',
  },
  'insecure-context': {
    part: 'sending',
    code: 'insecure-context',
    remedy: 'Serve the page over https: without it nothing can be sent.',
  },
  'auth-missing': {
    part: 'sending',
    code: 'auth-missing',
    remedy: 'Give option `auth`: a function or address of your back end that answers with a signed token.',
  },
  'storage-memory': {
    part: 'storage',
    code: 'storage-memory',
    remedy: 'Option `storage.mode` is "memory": nothing survives a reload.',
  },
  'keys-missing': {
    part: 'storage',
    code: 'keys-missing',
    remedy:
      'Give your backend `deviceKey` and `removeDeviceKey`, or set `storage.encrypt` to false: until then nothing survives a reload.',
  },
} as const satisfies Record<string, UnavailablePart>;
