import type { JSX } from 'preact';

/** Lines on a grid of 20. */
const LINES = {
  close: 'M5 5l10 10M15 5L5 15',
  back: 'M12 4l-6 6 6 6',
  next: 'M8 4l6 6-6 6',
  side: 'M6 4L3 7l3 3M3 7h13M14 10l3 3-3 3M17 13H4',
  plus: 'M10 4v12M4 10h12',
  check: 'M4 10.5l4 4 8-9',
  up: 'M10 16V4M5 9l5-5 5 5',
  down: 'M10 4v12M5 11l5 5 5-5',
  edit: 'M4 16l1-4 8-8 3 3-8 8zM11 6l3 3',
  remove: 'M4 6h12M8 6V4h4v2M6 6l.7 10h6.6L14 6',
  send: 'M3 10l14-6-5 13-3-5zM9 12l8-8',
  undo: 'M8 5L4 9l4 4M4 9h8a4 4 0 010 8H9',
  camera: 'M3 6.5h3.5L8 4.5h4l1.5 2H17v9H3zM10 13.5a2.5 2.5 0 100-5 2.5 2.5 0 000 5z',
  file: 'M13.5 6.5l-6 6a1.4 1.4 0 002 2l6-6a2.8 2.8 0 00-4-4l-6 6a4.2 4.2 0 006 6l5-5',
  bundle: 'M4 8.5h12V17H4zM5.5 5.5h9M7 2.5h6',
  question: 'M3.5 4h13v9.5H10L6 17v-3.5H3.5zM8.3 7.2a1.7 1.7 0 113 1.1c-.8.6-1.3.9-1.3 1.5M10 11.6v.1',
  talk: 'M3.5 4h13v9.5H10L6 17v-3.5H3.5z',
  place: 'M10 17.5s-5.5-5-5.5-9a5.5 5.5 0 0111 0c0 4-5.5 9-5.5 9zM10 10.5a2 2 0 100-4 2 2 0 000 4z',
  search: 'M8.5 14a5.5 5.5 0 100-11 5.5 5.5 0 000 11zM12.5 12.5L17 17',
  zoom: 'M12 3h5v5M17 3l-6 6M8 17H3v-5M3 17l6-6',
  info: 'M10 17.5a7.5 7.5 0 100-15 7.5 7.5 0 000 15zM10 9.5v4M10 6.5v.1',
  warning: 'M10 3.5l7.5 13h-15zM10 8.5v4M10 14.5v.1',
  offline: 'M3 3l14 14M4 9.5a9 9 0 013-2M16 9.5a9 9 0 00-5-2.400M7 12.5a4.5 4.5 0 015-.5M10 16v.1',
} as const;

/** Name of an icon of ours. */
export type IconName = keyof typeof LINES;

/** Draws an icon in the colour of the text beside it. Never the only sign of a meaning: it is hidden from assistive tools. */
export function Icon({ name }: { readonly name: IconName }): JSX.Element {
  return (
    <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
      <path d={LINES[name]} />
    </svg>
  );
}
