import { fail, succeed, type Failure, type Result } from '../../../foundation/result';
import type { Annotations } from '../annotation';
import type { Box } from '../geometry';
import type { BasePicture } from '../picture';
import { paintAnnotations } from './paintAnnotations';

const QUALITY = 0.92;

/** A picture with everything burnt in: pixels, and nothing else. */
export interface FinishedPicture extends BasePicture {
  readonly type: 'image/png' | 'image/jpeg' | 'image/webp';
}

/** Why there is no picture. */
export type ExportProblem = Failure<'file-too-large' | 'picture-failed'>;

/** What to export. */
export interface ExportOptions {
  readonly picture: BasePicture;
  readonly annotations: Annotations;
  /** Above this many bytes it is written as JPEG; when that is too large as well, the answer is `file-too-large`. */
  readonly mostBytes: number;
}

/**
 * Burns the work into pixels and writes them anew: a canvas of the size of the crop is painted from back to front, so what was cut
 * off or covered is nowhere in the file, and nor is anything that stood beside the pixels of the file before.
 */
export async function exportPicture({
  picture,
  annotations,
  mostBytes,
}: ExportOptions): Promise<Result<FinishedPicture, ExportProblem>> {
  let bitmap: ImageBitmap | undefined;
  try {
    bitmap = await createImageBitmap(new Blob([picture.bytes], { type: picture.type }));
    const canvas = paint(bitmap, annotations);
    const same = await write(canvas, picture.type);
    const blob = same.size > mostBytes ? await write(canvas, 'image/jpeg') : same;
    if (blob.size > mostBytes)
      return fail({ code: 'file-too-large', message: 'The picture is larger than is accepted.' });
    const { width, height } = canvas;
    return succeed({ bytes: await blob.arrayBuffer(), type: writtenType(blob), width, height });
  } catch (cause) {
    return fail({ code: 'picture-failed', message: 'The picture could not be painted.', cause });
  } finally {
    bitmap?.close();
  }
}

function paint(bitmap: ImageBitmap, annotations: Annotations): HTMLCanvasElement {
  const scale = bitmap.width / annotations.size.width;
  const cut = cutOf(bitmap, annotations.crop, scale);
  const canvas = document.createElement('canvas');
  [, , canvas.width, canvas.height] = cut;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('The browser gave no canvas to paint on.');
  pen.drawImage(bitmap, -cut[0], -cut[1]);
  paintAnnotations(pen, annotations, { scale, cut });
  return canvas;
}

/** What is left of the picture, in whole pixels. */
function cutOf({ width, height }: ImageBitmap, crop: Box | undefined, scale: number): Box {
  if (!crop) return [0, 0, width, height];
  const [left, top] = [Math.round(crop[0] * scale), Math.round(crop[1] * scale)];
  const [right, bottom] = [Math.round((crop[0] + crop[2]) * scale), Math.round((crop[1] + crop[3]) * scale)];
  return [left, top, Math.max(1, Math.min(width, right) - left), Math.max(1, Math.min(height, bottom) - top)];
}

const write = (canvas: HTMLCanvasElement, type: string): Promise<Blob> =>
  new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The canvas gave no picture.'))), type, QUALITY),
  );

/** A browser that cannot write WebP writes PNG and says so. */
const writtenType = ({ type }: Blob): FinishedPicture['type'] =>
  type === 'image/jpeg' || type === 'image/webp' ? type : 'image/png';
