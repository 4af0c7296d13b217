import type { JSX } from 'preact';

const PATHS = {
  arrow: 'M3 13 12.5 3.5M6.5 3h6.5v6.5',
  back: 'M10 3 5 8l5 5',
  check: 'm3.5 8.5 3 3 6-7',
  clip: 'm13 7.5-5.2 5.2a3.2 3.2 0 0 1-4.5-4.5l5.7-5.7a2.1 2.1 0 0 1 3 3L6.3 11.2a1 1 0 0 1-1.5-1.5L9.5 5',
  close: 'm4 4 8 8m0-8-8 8',
  compare: 'M8 2v12M6 4H2.5v8H6M10 4h3.5v8H10',
  download: 'M8 2.5v7.5m-3-3 3 3 3-3M3 13h10',
  draft: 'M3 13l.6-2.7 7-7a1.4 1.4 0 0 1 2 2l-7 7z',
  fullscreen: 'M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10',
  image: 'M2.5 3h11v10h-11zM3 11.5l3.2-3.2 2.3 2.3 1.7-1.7 3 3M10.5 6h.01',
  inbox: 'M2 9h3.2l1 2h3.6l1-2H14M4 3.5h8L14 9v3a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1V9z',
  keys: 'M2 4.5h12v7H2zM4.5 7h.01M7 7h.01M9.5 7h.01M11.8 7h.01M5 9.5h6',
  log: 'M3.5 2.5h9v11h-9zM6 5.5h4M6 8h4M6 10.5h2.5',
  minus: 'M3.5 8h9',
  next: 'm6 3 5 5-5 5',
  play: 'M5 3.5v9l7-4.5z',
  pause: 'M5.5 3.5v9M10.5 3.5v9',
  frameBack: 'M11.5 3.5v9L6 8zM4 3.5v9',
  frameOn: 'M4.5 3.5v9L10 8zM12 3.5v9',
  plus: 'M8 3.5v9M3.5 8h9',
  search: 'M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9m3.3 7.8L14 14',
  scissors: 'M4 2.5 11 12M12 2.5 5 12M4 11.2a1.6 1.6 0 1 0 .01 0M12 11.2a1.6 1.6 0 1 0 .01 0',
  send: 'M2.5 8 13.5 3 10 13.5 7.5 9zm5 1 2.5-2.5',
  shrink: 'M6 2.5V6H2.5M13.5 6H10V2.5M10 13.5V10h3.5M2.5 10H6v3.5',
  skipBack: 'M3 3v3.5h3.5M3.3 6.3A5.3 5.3 0 1 1 2.8 9',
  skipOn: 'M13 3v3.5H9.5M12.7 6.3A5.3 5.3 0 1 0 13.2 9',
  switch: 'M5.5 2.5 3 5l2.5 2.5M3 5h8.5M10.5 8.5 13 11l-2.5 2.5M13 11H4.5',
  warning: 'M8 2 14.5 13.5h-13zM8 6.5v3.2M8 11.6h.01',
  zoom: 'M9.5 2.5h4v4m0-4-5 5M6.5 13.5h-4v-4m0 4 5-5',
} as const;

/** The name of an icon. */
export type IconName = keyof typeof PATHS;

/** Draws a small picture beside words; it says nothing on its own. */
export const Icon = ({ name }: { readonly name: IconName }): JSX.Element => (
  <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
    <path d={PATHS[name]} />
  </svg>
);
