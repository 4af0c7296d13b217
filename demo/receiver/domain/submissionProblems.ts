import {
  PIECE_BYTES,
  type AgentReply,
  type Attachment,
  type Limits,
  type Message,
  type ProblemName,
  type Submission,
} from '../../../src/protocol/index';

/** Why a well-formed submission is refused all the same. */
export interface ItemProblem {
  readonly name: Extract<
    ProblemName,
    'invalid-question' | 'too-large' | 'too-many-attachments' | 'unsupported-type' | 'pixel-limit'
  >;
  readonly detail: string;
  readonly pointer: string;
  readonly limit?: number;
  readonly detected?: string;
}

/** A recording that says it is longer was not made by us, and nobody will watch it. */
export const MAX_FILM_MS = 30 * 60_000;

/** Media types that are taken. Everything else is refused whatever it is called. */
export const ACCEPTED_TYPES = ['image/png', 'image/jpeg', 'image/webp', 'video/webm', 'video/mp4'] as const;

/** What is wrong with a submission beyond its shape: the first thing found. */
export function submissionProblem(submission: Submission, limits: Limits): ItemProblem | undefined {
  return attachmentsProblem(submission.attachments, limits) ?? idsProblem(submission) ?? questionsProblem(submission);
}

/** What is wrong with a follow-up beyond its shape. */
export function messageProblem(message: Message, limits: Limits): ItemProblem | undefined {
  if (message.text.trim() === '' && message.attachments.length === 0)
    return invalid('A message needs words or an attachment', '/text');
  return attachmentsProblem(message.attachments, limits);
}

/** What is wrong with a reply of an agent beyond its shape. */
export const replyProblem = ({ attachments = [] }: AgentReply, limits: Limits): ItemProblem | undefined =>
  attachmentsProblem(attachments, limits);

function attachmentsProblem(attachments: readonly Attachment[], limits: Limits): ItemProblem | undefined {
  if (attachments.length > limits.attachments)
    return {
      name: 'too-many-attachments',
      detail: 'There are too many attachments',
      pointer: '/attachments',
      limit: limits.attachments,
    };
  for (const [index, attachment] of attachments.entries()) {
    const problem = attachmentProblem(attachment, limits, `/attachments/${index}`);
    if (problem !== undefined) return problem;
  }
  const total = attachments.reduce((sum, { size }) => sum + size, 0);
  if (total > limits.submissionBytes)
    return {
      name: 'too-large',
      detail: 'The attachments together are too large',
      pointer: '/attachments',
      limit: limits.submissionBytes,
    };
  if (new Set(attachments.map(({ id }) => id)).size < attachments.length)
    return invalid('Two attachments have the same id', '/attachments');
  return undefined;
}

function attachmentProblem(attachment: Attachment, limits: Limits, pointer: string): ItemProblem | undefined {
  const { type, size, digests, width = 0, height = 0 } = attachment;
  if (!(ACCEPTED_TYPES as readonly string[]).includes(type))
    return {
      name: 'unsupported-type',
      detail: 'This type of file is not accepted',
      pointer: `${pointer}/type`,
      detected: type,
    };
  const limit = type.startsWith('image/') ? Math.min(limits.imageBytes, limits.fileBytes) : limits.fileBytes;
  if (size > limit)
    return { name: 'too-large', detail: 'An attachment is too large', pointer: `${pointer}/size`, limit };
  if (width * height > limits.imagePixels || Math.max(width, height) > limits.imageSide)
    return { name: 'pixel-limit', detail: 'A picture has too many pixels', pointer, limit: limits.imagePixels };
  if (digests.length !== Math.ceil(size / PIECE_BYTES))
    return invalid('There is one digest for each MiB', `${pointer}/digests`);
  return recordingProblem(attachment, pointer);
}

/** What a player could not make sense of. */
function recordingProblem({ play, markers = [], durationMs }: Attachment, pointer: string): ItemProblem | undefined {
  if (durationMs !== undefined && durationMs > MAX_FILM_MS)
    return {
      name: 'too-large',
      detail: 'A recording is too long',
      pointer: `${pointer}/durationMs`,
      limit: MAX_FILM_MS,
    };
  if (play !== undefined && play.fromMs >= play.toMs)
    return invalid('The part to watch ends before it begins', `${pointer}/play`);
  if (play !== undefined && durationMs !== undefined && play.toMs > durationMs)
    return invalid('The part to watch is longer than the recording', `${pointer}/play/toMs`);
  const astray = markers.findIndex(({ atMs }, index) => index > 0 && atMs < (markers[index - 1]?.atMs ?? 0));
  return astray < 0 ? undefined : invalid('Markers are in order of time', `${pointer}/markers/${astray}`);
}

function idsProblem({ questions, attachments }: Submission): ItemProblem | undefined {
  if (new Set(questions.map(({ id }) => id)).size < questions.length)
    return invalid('Two questions have the same id', '/questions');
  const declared = new Set(attachments.map(({ id }) => id));
  const index = questions.findIndex((question) => question.attachments.some((id) => !declared.has(id)));
  return index < 0
    ? undefined
    : invalid('A question names an attachment that is not there', `/questions/${index}/attachments`);
}

function questionsProblem({ questions, attachments }: Submission): ItemProblem | undefined {
  const recordings = new Set(attachments.filter(({ kind }) => kind === 'recording').map(({ id }) => id));
  const index = questions.findIndex(
    (question) => question.text.trim() === '' && !question.attachments.some((id) => recordings.has(id)),
  );
  return index < 0 ? undefined : invalid('A question without a recording needs words', `/questions/${index}/text`);
}

const invalid = (detail: string, pointer: string): ItemProblem => ({ name: 'invalid-question', detail, pointer });
