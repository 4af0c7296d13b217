import type { JSX } from 'preact';
import { Dialog, Picture } from '../../ui';

/** What a `PictureDialog` takes. */
export interface PictureDialogProps {
  readonly title: string;
  readonly url: string;
  readonly alt: string;
  readonly onClose: () => void;
}

/** Shows a picture as large as the screen lets it. */
export function PictureDialog({ title, url, alt, onClose }: PictureDialogProps): JSX.Element {
  return (
    <Dialog wide title={title} onClose={onClose}>
      <Picture url={url} alt={alt} />
    </Dialog>
  );
}
