import type { JSX } from 'preact';
import { Icon } from './Icon';
import { on } from './on';
import sheet from './picture.css';
import { useSheet } from './useSheet';

/** What a `Picture` takes. */
export interface PictureProps {
  /** `undefined` while it is on its way: its place is kept, in the shape of `width` and `height`. */
  readonly url: string | undefined;
  readonly alt: string;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  /** Shows it larger. Needs `zoomName`. */
  readonly onZoom?: (() => void) | undefined;
  readonly zoomName?: string | undefined;
}

/** Shows a picture whole. With `onZoom` it is a button. */
export function Picture({ url, alt, width, height, onZoom, zoomName }: PictureProps): JSX.Element {
  const outer = useSheet<HTMLSpanElement & HTMLButtonElement>(sheet);
  const size = { ...(width === undefined ? {} : { width }), ...(height === undefined ? {} : { height }) };
  const picture =
    url === undefined ? (
      <svg class="picture-wait" viewBox={`0 0 ${width || 16} ${height || 10}`} aria-hidden="true" />
    ) : (
      <img src={url} alt={alt} {...size} />
    );
  if (!onZoom)
    return (
      <span class="picture" ref={outer}>
        {picture}
      </span>
    );
  return (
    <button type="button" class="picture" ref={outer} aria-label={`${zoomName}: ${alt}`} {...on({ click: onZoom })}>
      {picture}
      <span class="picture-zoom">
        <Icon name="zoom" />
      </span>
    </button>
  );
}
