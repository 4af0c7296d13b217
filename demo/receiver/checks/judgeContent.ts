import type { Attachment, Limits, ProblemName } from '../../../src/protocol/index';
import type { ByteSource } from './byteSource';
import { detectType, HEAD_BYTES } from './detectType';
import { isMp4 } from './mp4';
import { isWebm } from './webm';

/** Why an attachment is set apart, or nothing when it is what it says it is. */
export async function judgeContent(
  source: ByteSource,
  declared: Pick<Attachment, 'type'>,
  limits: Limits,
): Promise<Extract<ProblemName, 'content-mismatch' | 'pixel-limit'> | undefined> {
  const detected = detectType(await source.read(0, HEAD_BYTES));
  if (detected === undefined || detected.type !== declared.type) return 'content-mismatch';
  if (!(await isWhole(detected.type, source))) return 'content-mismatch';
  const { width = 0, height = 0 } = detected;
  return width * height > limits.imagePixels || Math.max(width, height) > limits.imageSide ? 'pixel-limit' : undefined;
}

/** A recording is walked from end to end: what begins as one may hold anything. */
async function isWhole(type: string, source: ByteSource): Promise<boolean> {
  if (type === 'video/webm') return isWebm(source);
  return type !== 'video/mp4' || isMp4(source);
}
