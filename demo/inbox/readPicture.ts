import type { Id } from './draft';
import { digestOf } from './digest';
import { isPicture, piecesOf, replyPicture, type PictureProblem, type ReplyPicture } from './replyPicture';

/** What reading a file gives. */
export type PictureResult =
  | { readonly ok: true; readonly picture: ReplyPicture }
  | { readonly ok: false; readonly problem: PictureProblem };

/** Reads a file that is to go along. A picture is drawn anew: only its pixels leave. */
export async function readPicture(
  file: Blob,
  { id, alt }: { readonly id: Id; readonly alt?: string },
): Promise<PictureResult> {
  try {
    const drawn = isPicture(file.type) ? await drawAnew(file) : { blob: file };
    const bytes = new Uint8Array(await drawn.blob.arrayBuffer());
    const digests = await Promise.all(piecesOf(bytes).map(digestOf));
    const size = 'width' in drawn ? { width: drawn.width, height: drawn.height } : {};
    return {
      ok: true,
      picture: replyPicture({ id, bytes, type: drawn.blob.type, digests, ...size, ...(alt && { alt }) }),
    };
  } catch {
    return { ok: false, problem: 'unreadable' }; // it says it is a picture and is none, or it went away meanwhile
  }
}

interface Drawn {
  readonly blob: Blob;
  readonly width: number;
  readonly height: number;
}

async function drawAnew(file: Blob): Promise<Drawn> {
  const bitmap = await createImageBitmap(file);
  const { width, height } = bitmap;
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  bitmap.close();
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, file.type, 0.92));
  if (!blob) throw new Error('The canvas gave no picture.');
  return { blob, width, height };
}
