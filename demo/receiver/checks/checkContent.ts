import type { Attachment, Limits, ProblemName } from '../../../src/protocol/index';
import { MAX_FILM_MS } from '../domain/submissionProblems';
import { bytesSource } from './byteSource';
import { cleanContent } from './cleanContent';
import { filmFacts } from './filmFacts';
import { judgeContent } from './judgeContent';

/** What became of a file: the bytes that may be seen, or why nobody sees them. */
export type Checked =
  | { readonly state: 'clean'; readonly bytes: Uint8Array }
  | {
      readonly state: 'refused';
      readonly reason: Extract<ProblemName, 'content-mismatch' | 'pixel-limit' | 'too-large'>;
    };

/** What a file is said to be. */
export type Declared = Pick<Attachment, 'type'>;

/** Checks a file against what was declared and against the limits, and takes its metadata off. */
export async function checkContent(bytes: Uint8Array, declared: Declared, limits: Limits): Promise<Checked> {
  const reason = (await judgeContent(bytesSource(bytes), declared, limits)) ?? filmProblem(bytes, declared, limits);
  if (reason !== undefined) return { state: 'refused', reason };
  const clean = await cleanContent(declared.type, bytes);
  return clean === undefined ? { state: 'refused', reason: 'content-mismatch' } : { state: 'clean', bytes: clean };
}

function filmProblem(bytes: Uint8Array, { type }: Declared, limits: Limits): 'pixel-limit' | 'too-large' | undefined {
  if (!type.startsWith('video/')) return undefined;
  const { durationMs, width, height } = filmFacts(type, bytes);
  if (width * height > limits.imagePixels || Math.max(width, height) > limits.imageSide) return 'pixel-limit';
  return durationMs > MAX_FILM_MS ? 'too-large' : undefined;
}
