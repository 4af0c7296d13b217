import { fail, succeed } from '../../foundation/result';
import type { CleanedPicture, CleanPicture } from '../ports';

const QUALITY = 0.92;

/** Draws a picked picture on a canvas and writes it anew: place, time, device and maker are gone, turned pictures stand upright. */
export const cleanPicture: CleanPicture = async (bytes, { type, mostBytes }) => {
  let bitmap: ImageBitmap | undefined;
  try {
    bitmap = await createImageBitmap(new Blob([bytes], { type }));
    const canvas = document.createElement('canvas');
    canvas.width = bitmap.width;
    canvas.height = bitmap.height;
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
    const same = await write(canvas, type);
    const blob = same.size > mostBytes ? await write(canvas, 'image/jpeg') : same;
    if (blob.size > mostBytes)
      return fail({ code: 'file-too-large', message: 'The picture is larger than is accepted.' });
    return succeed({ bytes: await blob.arrayBuffer(), type: writtenType(blob), pixels: [canvas.width, canvas.height] });
  } catch (cause) {
    return fail({ code: 'file-unreadable', message: 'The picture cannot be decoded.', cause });
  } finally {
    bitmap?.close();
  }
};

const write = (canvas: HTMLCanvasElement, type: string): Promise<Blob> =>
  new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The canvas gave no picture.'))), type, QUALITY),
  );

/** A browser that cannot write WebP writes PNG and says so. */
const writtenType = ({ type }: Blob): CleanedPicture['type'] =>
  type === 'image/jpeg' || type === 'image/webp' ? type : 'image/png';
