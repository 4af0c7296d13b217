import type { JSX } from 'preact';

/** Shapes of the bar, on a grid of 20. Filled, so that they differ from the lines of icons. */
const SHAPES = {
  pause: 'M6 4h3v12H6zM11 4h3v12h-3z',
  resume: 'M6 4l10 6-10 6z',
  stop: 'M5 5h10v10H5z',
  grip: 'M7 4.5h2v2H7zM11 4.5h2v2h-2zM7 9h2v2H7zM11 9h2v2h-2zM7 13.5h2v2H7zM11 13.5h2v2h-2z',
  on: 'M10 2.5a2.5 2.5 0 00-2.5 2.5v4.5a2.5 2.5 0 005 0V5A2.5 2.5 0 0010 2.5zM5 9.5h1.5a3.5 3.5 0 007 0H15a5 5 0 01-4.25 4.9V17h-1.5v-2.6A5 5 0 015 9.5z',
  off: 'M10 2.5a2.5 2.5 0 00-2.5 2.5v4.5a2.5 2.5 0 005 0V5A2.5 2.5 0 0010 2.5zM5 9.5h1.5a3.5 3.5 0 007 0H15a5 5 0 01-4.25 4.9V17h-1.5v-2.6A5 5 0 015 9.5zM3.6 2.5L17.5 16.400l-1.1 1.100L2.5 3.6z',
} as const;

/** Draws a shape in the colour of the text beside it; hidden from assistive tools. */
export function Glyph({ name }: { readonly name: keyof typeof SHAPES }): JSX.Element {
  return (
    <svg class="rec-glyph" viewBox="0 0 20 20" aria-hidden="true">
      <path d={SHAPES[name]} />
    </svg>
  );
}
