import { createHash } from 'node:crypto';
import type { Action, Attachment, Id, Message, Submission } from '@cliendo/support';
import type { Caller, Received } from './keeper';
import { Refusal } from './refusal';

/** What one request may bring. Told to the widget by `/me`, which keeps to it. */
export const LIMITS = {
  questions: 20,
  textLength: 10_000,
  bodyBytes: 1_048_576,
  attachments: 10,
  fileBytes: 25_000_000,
  imageBytes: 10_485_760,
  imagePixels: 50_000_000,
  imageSide: 16_384,
  submissionBytes: 200_000_000,
  chunkBytes: 1_048_576,
};

/** Everything else could act in somebody's browser, such as HTML and SVG. */
const TYPES: readonly string[] = ['image/png', 'image/jpeg', 'image/webp', 'video/webm', 'video/mp4'];
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[47][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** SHA-256 in base64. */
export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('base64');

/**
 * Reads a body that is sent once. The digest comes first: what was damaged on the way is to be sent again,
 * what was whole and wrong is not.
 */
export async function readBody<Body extends Submission | Message | Action>(
  request: Request,
  caller: Caller,
  { id, isWhole }: { readonly id: Id; isWhole(value: Members): boolean },
): Promise<Received<Body>> {
  const bytes = new Uint8Array(await request.arrayBuffer());
  if (bytes.length > LIMITS.bodyBytes) throw new Refusal('too-large');
  const digest = `sha-256=:${sha256(bytes)}:`;
  if (request.headers.get('content-digest') !== digest) throw new Refusal('digest-mismatch');
  const text = new TextDecoder().decode(bytes);
  const value = parse(text);
  if (value['owner'] !== caller.owner) throw new Refusal('owner-mismatch');
  if (!isWhole(value)) throw new Refusal('malformed');
  return { id, digest, text, body: value as unknown as Body }; // `isWhole` has just looked
}

/** An object whose members are still unknown. */
export type Members = Readonly<Record<string, unknown>>;

const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parse(text: string): Members {
  try {
    const value: unknown = JSON.parse(text);
    if (isMembers(value)) return value;
  } catch {
    // not JSON: the parser's message would repeat the body
  }
  throw new Refusal('malformed');
}

/** Tells whether a text is an id as devices make them. */
export const isId = (value: unknown): value is Id => typeof value === 'string' && ID.test(value);

const isListOf = (value: unknown, most: number, isOne: (member: Members) => boolean): boolean =>
  Array.isArray(value) && value.length <= most && value.every((member) => isMembers(member) && isOne(member));

const isAttachment = ({ id, type, size, digests }: Members): boolean =>
  isId(id) &&
  TYPES.includes(String(type)) &&
  Number.isSafeInteger(size) &&
  Number(size) > 0 &&
  Number(size) <= LIMITS.fileBytes &&
  Array.isArray(digests) &&
  digests.length === Math.ceil(Number(size) / PIECE_BYTES);

const isQuestion = ({ id, text, attachments }: Members): boolean =>
  isId(id) && typeof text === 'string' && [...text].length <= LIMITS.textLength && Array.isArray(attachments);

/** Looks as far as these examples need. Your schema can be the one at `/v1/openapi.json` of the reference receiver. */
export const isSubmission = ({ schema, questions, attachments }: Members): boolean =>
  schema === 1 &&
  isListOf(questions, LIMITS.questions, isQuestion) &&
  (questions as readonly unknown[]).length > 0 && // a list, as was just seen
  isListOf(attachments, LIMITS.attachments, isAttachment);

/** As `isSubmission`, of a follow-up. */
export const isMessage = ({ schema, text, attachments }: Members): boolean =>
  schema === 1 && typeof text === 'string' && isListOf(attachments, LIMITS.attachments, isAttachment);

/** As `isSubmission`, of what a person chose for a question. */
export const isAction = ({ type }: Members): boolean => typeof type === 'string';

const PIECE_BYTES = 1_048_576;

/** Tells whether bytes are the ones that were declared: a digest for every MiB. */
export const areDeclared = (bytes: Uint8Array, { size, digests }: Attachment): boolean =>
  bytes.length === size &&
  digests.every((digest, index) => sha256(bytes.subarray(index * PIECE_BYTES, (index + 1) * PIECE_BYTES)) === digest);
