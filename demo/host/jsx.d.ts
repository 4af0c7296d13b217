import type { HTMLAttributes } from 'preact';

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'zorg-label': HTMLAttributes<HTMLElement> & {
        readonly born: string;
        readonly age: string;
        readonly bsn: string;
        readonly 'born-label': string;
        readonly 'bsn-label': string;
      };
    }
  }
}
