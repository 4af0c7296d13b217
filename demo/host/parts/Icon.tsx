import type { JSX } from 'preact';

/** The strokes of each icon, on a field of 20 by 20. */
const strokes = {
  alert: 'M10 3.2 17.6 16.5H2.4ZM10 8.2v3.6M10 14.1v.1',
  arrowLeft: 'M16 10H4.5M9 5 4 10l5 5',
  bell: 'M5.5 8.5a4.5 4.5 0 0 1 9 0c0 4 1.5 5 1.5 5H4s1.5-1 1.5-5M8.5 16.5a1.7 1.7 0 0 0 3 0',
  calendar: 'M3.5 5.5h13v11h-13zM3.5 8.8h13M7 3.5v3.5M13 3.5v3.5',
  chat: 'M3.5 4.5h13v9h-7l-3.5 3v-3H3.5z',
  check: 'M4.5 10.5 8.2 14l7.3-8',
  chevronDown: 'm5.5 8 4.5 4.5L14.5 8',
  chevronLeft: 'M12 5.5 7.5 10l4.5 4.5',
  chevronRight: 'm8 5.5 4.5 4.5L8 14.5',
  clock: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14M10 6v4.2l2.8 1.6',
  close: 'm5 5 10 10M15 5 5 15',
  document: 'M5 3h6.5L15 6.5V17H5zM11.5 3v3.5H15',
  eye: 'M2.5 10S5.2 5 10 5s7.5 5 7.5 5-2.7 5-7.5 5-7.5-5-7.5-5M10 7.8a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4',
  gear: 'M10 7.4a2.6 2.6 0 1 0 0 5.2 2.6 2.6 0 0 0 0-5.2M10 2.8v2M10 15.2v2M2.8 10h2M15.2 10h2M4.9 4.9l1.4 1.4M13.7 13.7l1.4 1.4M15.1 4.9l-1.4 1.4M6.3 13.7l-1.4 1.4',
  heart: 'M10 16.5S3 12.4 3 7.7A3.6 3.6 0 0 1 10 6.5a3.6 3.6 0 0 1 7 1.2c0 4.7-7 8.8-7 8.8',
  home: 'M3.5 9.2 10 3.5l6.5 5.7M5.2 8v8.5h9.6V8M8.3 16.5v-5h3.4v5',
  layers: 'm10 3.5 7 3.6-7 3.6-7-3.6zM3 10.3l7 3.6 7-3.6M3 13.4l7 3.6 7-3.6',
  logout: 'M8 3.5H4v13h4M8.5 10H17M13.5 6.5 17 10l-3.5 3.5',
  menu: 'M3.5 6h13M3.5 10h13M3.5 14h13',
  notes: 'M4 3.5h12v13H4zM7 7.5h6M7 10.5h6M7 13.5h3.5',
  person: 'M10 3.2a3.2 3.2 0 1 0 0 6.4 3.2 3.2 0 0 0 0-6.4M3.8 16.8c.5-3.3 3-5 6.2-5s5.7 1.7 6.2 5',
  phone: 'M4 3.5h3l1.5 4-2 1.5a9 9 0 0 0 4.5 4.5l1.5-2 4 1.5v3c0 .5-.5 1-1 1C9 16.5 3.5 11 3.5 4.5c0-.5 0-1 .5-1',
  pill: 'M5 10.2 10.2 5a3.4 3.4 0 0 1 4.8 4.8L9.8 15A3.4 3.4 0 0 1 5 10.2M7.6 7.6l4.8 4.8',
  plus: 'M10 4.5v11M4.5 10h11',
  search: 'M8.8 3.5a5.3 5.3 0 1 0 0 10.6 5.3 5.3 0 0 0 0-10.6M12.7 12.7l4 4',
  support:
    'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14M10 7a3 3 0 1 0 0 6 3 3 0 0 0 0-6M5.2 5.2l2.7 2.7M12.1 12.1l2.7 2.7M14.8 5.2l-2.7 2.7M7.9 12.1l-2.7 2.7',
  target: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14M10 6.8a3.2 3.2 0 1 0 0 6.4 3.2 3.2 0 0 0 0-6.4M10 10v.1',
  users:
    'M7.5 4a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6M2.5 16c.3-2.9 2.3-4.4 5-4.4s4.7 1.5 5 4.4M13 4.3a2.6 2.6 0 0 1 0 5.1M14.5 11.9c1.8.5 2.8 1.9 3 4.1',
  video: 'M3 5.5h9.5v9H3zM12.5 9l4.5-2.5v7L12.5 11',
} as const;

/** The name of an icon. */
export type IconName = keyof typeof strokes;

/** Draws an icon beside a text; it has no name of its own. */
export function Icon({ name }: { readonly name: IconName }): JSX.Element {
  return (
    <svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={strokes[name]} />
    </svg>
  );
}

/** Draws the mark of Voorbeeldzorg: a roof with a heart for a door. */
export function Mark(): JSX.Element {
  return (
    <svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect class="mark-ground" width="32" height="32" rx="9" />
      <path class="mark-roof" d="M7.5 15.2 16 8l8.5 7.2" />
      <path class="mark-heart" d="M16 25s-6-3.5-6-7.6a3.1 3.1 0 0 1 6-1 3.1 3.1 0 0 1 6 1C22 21.5 16 25 16 25" />
    </svg>
  );
}
