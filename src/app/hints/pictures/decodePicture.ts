import type { HintPicture } from '../../../delivery';
import type { Lifetime } from '../../../foundation/lifetime';
import type { Picture } from '../../../hints';

/** Decodes a picture. Its address holds until `life` ends, and leads to the bytes that are here. It rejects when they are no picture. */
export async function decodePicture({ type, bytes }: HintPicture, life: Lifetime): Promise<Picture> {
  const url = URL.createObjectURL(new Blob([bytes], { type }));
  life.add(() => URL.revokeObjectURL(url));
  const image = new Image();
  image.src = url;
  await image.decode();
  return { url, width: image.naturalWidth, height: image.naturalHeight };
}
