import type { Attachment } from '../protocol/index';
import type { Subject, Work } from './editor/picture';
import type { FrozenPage } from './moment/moment';
import type { Picture } from './picture';

/**
 * Where the pixels of a picture came from: enough to take back, show and cover again until it is sent. In memory only, so after a
 * reload a picture begins with the pixels that were kept.
 */
export interface Origin {
  readonly subject: Subject;
  /** What was done to it, to go on with. */
  readonly work?: Partial<Work>;
  /** What was shown in pixels that cannot be covered again. */
  readonly revealedBefore: Attachment['redaction']['revealed'];
}

/** A picture of the page that the page is still there for. */
export const pageOrigin = (page: FrozenPage, picture: Picture, draw: NonNullable<Subject['draw']>): Origin => ({
  subject: {
    picture,
    size: { width: page.width, height: page.height },
    spots: page.spots,
    landmarks: page.landmarks,
    fixedSpots: 0,
    draw,
  },
  revealedBefore: [],
});

/** A picture of which only the pixels are left. What is covered in it stays covered. */
export function pixelsOrigin(
  bytes: ArrayBuffer,
  attachment: Pick<Attachment, 'type' | 'redaction' | 'alt'>,
  pixels: readonly [width: number, height: number],
): Origin {
  const [width, height] = pixels;
  const size = { width, height };
  return {
    subject: {
      picture: { bytes, type: attachment.type, ...size },
      size,
      spots: [],
      landmarks: [],
      fixedSpots: attachment.redaction.boxes,
    },
    work: { alt: attachment.alt ?? '' },
    revealedBefore: attachment.redaction.revealed,
  };
}
