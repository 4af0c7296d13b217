import { fail, succeed, type Failure, type Result } from '../foundation/result';
import type { Limits } from '../protocol/session';
import { claimAgrees, claimsAllowedType, pixelSizeOf, typeOf, type FileType } from './fileKind';

/** Why a file cannot go along. */
export type FileProblemCode =
  | 'file-too-large'
  | 'file-empty'
  | 'file-type'
  | 'file-lies'
  | 'file-too-many'
  | 'files-too-large'
  | 'file-unreadable'
  | 'picture-too-large';

/** A refusal, with the number that was passed where there is one. */
export interface FileProblem extends Failure<FileProblemCode> {
  readonly limit?: number;
}

/** What somebody picked, pasted or dropped: what it says of itself, and its bytes. */
export interface PickedFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** What is attached already. */
export interface Attached {
  readonly size: number;
}

const refuse = (code: FileProblemCode, message: string, limit?: number): Result<never, FileProblem> =>
  fail({ code, message, ...(limit !== undefined && { limit }) });

/** Checks size and number, which needs no bytes. */
export function checkRoom(sizeBytes: number, attached: readonly Attached[], limits: Limits): Result<void, FileProblem> {
  const total = attached.reduce((sum, { size }) => sum + size, sizeBytes);
  if (attached.length >= limits.attachments)
    return refuse('file-too-many', 'No more attachments fit.', limits.attachments);
  if (sizeBytes === 0) return refuse('file-empty', 'The file holds no bytes.');
  if (sizeBytes > limits.fileBytes)
    return refuse('file-too-large', 'The file is larger than is accepted.', limits.fileBytes);
  if (total > limits.submissionBytes)
    return refuse('files-too-large', 'All attachments together are larger than is accepted.', limits.submissionBytes);
  return succeed(undefined);
}

/** Checks what a file really is: its first bytes decide, its name and media type may not contradict them. */
export function checkContent(file: PickedFile, limits: Limits): Result<FileType, FileProblem> {
  const type = typeOf(file.bytes);
  if (!type)
    return claimsAllowedType(file)
      ? refuse('file-lies', 'The bytes are not what the name says.')
      : refuse('file-type', 'Files of this type are not accepted.');
  if (!claimAgrees(type, file)) return refuse('file-lies', 'The bytes are not what the name says.');
  if (!isPicture(type)) return succeed(type);
  const size = pixelSizeOf(file.bytes, type);
  if (!size) return refuse('file-unreadable', 'The header of the picture cannot be read.');
  const [width, height] = size;
  const isTooLarge = width * height > limits.imagePixels || Math.max(width, height) > limits.imageSide;
  return isTooLarge
    ? refuse('picture-too-large', 'The picture has more pixels than are accepted.', limits.imagePixels)
    : succeed(type);
}

/** Tells whether a type is a still picture. */
export const isPicture = (type: FileType): boolean => type.startsWith('image/');
