import { DEFAULT_LIMITS, PIECE_BYTES, type Attachment } from '../../src/protocol/index';
import type { Id } from './draft';

/** Something that goes along with a reply: its manifest, and its bytes as long as this page lives. */
export interface ReplyPicture {
  readonly manifest: Attachment;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Why a file does not go along. */
export type PictureProblem = 'type' | 'size' | 'count' | 'unreadable';

/** What a picture is made of. */
export interface PictureFacts {
  readonly id: Id;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly digests: readonly string[];
  readonly width?: number;
  readonly height?: number;
  readonly alt?: string;
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'video/webm': 'webm',
  'video/mp4': 'mp4',
};

/** Media types that the receiver takes, for a file picker. */
export const REPLY_TYPES: readonly string[] = Object.keys(EXTENSIONS);

/** Whether a picture of this type: it is drawn anew before it goes, so that nothing a camera wrote goes along. */
export const isPicture = (type: string): boolean => type.startsWith('image/');

/** Why a file can't go along with what is there already; nothing when it can. */
export function fileProblem(
  { type, size }: { readonly type: string; readonly size: number },
  there: number,
): PictureProblem | undefined {
  if (there >= DEFAULT_LIMITS.attachments) return 'count';
  if (EXTENSIONS[type] === undefined) return 'type';
  const { imageBytes, fileBytes } = DEFAULT_LIMITS;
  return size > (isPicture(type) ? Math.min(imageBytes, fileBytes) : fileBytes) ? 'size' : undefined;
}

/** Makes what goes along. Its name is made up: a file name may hold a person's. */
export function replyPicture({ bytes, id, type, digests, ...more }: PictureFacts): ReplyPicture {
  const kind = isPicture(type) ? 'screenshot' : 'recording';
  const redaction: Attachment['redaction'] = { mode: 'manual', boxes: 0, revealed: [] };
  const name = `${kind}.${EXTENSIONS[type] ?? 'bin'}`;
  return { bytes, manifest: { id, kind, name, type, size: bytes.length, digests, redaction, ...more } };
}

/** Cuts bytes into the pieces that are digested and sent. */
export const piecesOf = (bytes: Uint8Array<ArrayBuffer>): readonly Uint8Array<ArrayBuffer>[] =>
  Array.from({ length: Math.ceil(bytes.length / PIECE_BYTES) }, (_none, at) =>
    bytes.subarray(at * PIECE_BYTES, (at + 1) * PIECE_BYTES),
  );
