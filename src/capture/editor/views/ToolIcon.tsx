import type { JSX } from 'preact';

/** Lines on a grid of 20, as in the icons of all views; these are for the editor alone, so they come with it. */
const LINES = {
  select: 'M5 3.5l10.5 6-4.6 1.2L8.7 15.5z',
  redact: 'M3 6.5h14v7H3zM3.5 12l5-5M7 13l6-6M11.5 13l5-5',
  arrow: 'M4 16L15.5 4.5M8.5 4.5h7v7',
  box: 'M3.5 5h13v10h-13z',
  pen: 'M4 16l1-4 8-8 3 3-8 8zM11 6l3 3',
  text: 'M4.5 6V4.5h11V6M10 4.5v11M7.5 15.5h5',
  number: 'M10 17a7 7 0 100-14 7 7 0 000 14zM8.5 8l1.8-1.2v6.4',
  crop: 'M6 2.5V14h11.5M2.5 6H14v11.5',
  undo: 'M8 5L4 9l4 4M4 9h8a4 4 0 010 8H9',
  redo: 'M12 5l4 4-4 4M16 9H8a4 4 0 000 8h3',
  keys: 'M2.5 5h15v10h-15zM5.5 8h.5M8.5 8H9M11.5 8h.5M14 8h.5M6 12h8',
  enlarge: 'M8.5 14a5.5 5.5 0 100-11 5.5 5.5 0 000 11zM12.5 12.5L17 17M8.5 6v5M6 8.5h5',
  reduce: 'M8.5 14a5.5 5.5 0 100-11 5.5 5.5 0 000 11zM12.5 12.5L17 17M6 8.5h5',
  front: 'M10 16V4M5 9l5-5 5 5',
  back: 'M10 4v12M5 11l5 5 5-5',
  remove: 'M4 6h12M8 6V4h4v2M6 6l.7 10h6.6L14 6',
} as const;

/** Name of an icon of the editor. */
export type ToolIconName = keyof typeof LINES;

/** Draws an icon of the editor. Its name stands in the button around it. */
export function ToolIcon({ name }: { readonly name: ToolIconName }): JSX.Element {
  return (
    <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
      <path d={LINES[name]} />
    </svg>
  );
}
