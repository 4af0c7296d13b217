import type { Attachment, Limits, ProblemName } from '../../../src/protocol/index';
import { detectType } from './detectType';

/** Why an attachment is set apart, or nothing when it is what it says it is. */
export function judgeContent(
  head: Uint8Array,
  declared: Attachment,
  limits: Limits,
): Extract<ProblemName, 'content-mismatch' | 'pixel-limit'> | undefined {
  const detected = detectType(head);
  if (detected === undefined || detected.type !== declared.type) return 'content-mismatch';
  const { width = 0, height = 0 } = detected;
  return width * height > limits.imagePixels || Math.max(width, height) > limits.imageSide ? 'pixel-limit' : undefined;
}
