import { cleanJpeg } from './clean/jpeg';
import { blankMp4 } from './clean/mp4';
import { cleanPng } from './clean/png';
import { blankWebm } from './clean/webm';
import { cleanWebp } from './clean/webp';

/** Writes a file anew with what is to be seen and heard, which is not encoded again, and nothing that was written beside it. Nothing: it is not whole. */
export async function cleanContent(type: string, bytes: Uint8Array): Promise<Uint8Array | undefined> {
  switch (type) {
    case 'image/png':
      return cleanPng(bytes);
    case 'image/jpeg':
      return cleanJpeg(bytes);
    case 'image/webp':
      return cleanWebp(bytes);
    case 'video/mp4':
      return blankMp4(bytes);
    default:
      return blankWebm(bytes);
  }
}
