import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { LightMyRequestResponse } from 'fastify';
import {
  PIECE_BYTES,
  problemName,
  type Attachment,
  type Problem,
  type Question,
  type Submission,
  type SubmissionView,
} from '../../../src/protocol/index';
import { anId, idsFrom } from '../../support/builders';
import { noisePng } from '../../support/noisePng';
import type { Caller, ReceiverUnderTest } from './receiverUnderTest';

interface PngClaims {
  readonly width?: number;
  readonly height?: number;
  readonly seed?: number;
}

/** A new id each time, the same ones in every run of a file. */
export const nextId = idsFrom(20_240_312);

/** A question as it is sent. */
export const aWireQuestion = (change: Partial<Question> = {}): Question => ({
  id: nextId(),
  kind: 'problem',
  text: 'Opslaan in de agenda doet niets.',
  place: { label: 'Agenda › Week', route: '/agenda/week' },
  steps: [],
  errors: [],
  failedRequests: [],
  fields: {},
  attachments: [],
  ...change,
});

/** A submission of one question, ready to be sent by its owner. */
export const aSubmission = (owner: string, change: Partial<Submission> = {}): Submission => ({
  schema: 1,
  owner,
  device: anId(77),
  deviceTime: '2024-03-12T09:00:00Z',
  timeZone: 'Europe/Amsterdam',
  questions: [aWireQuestion()],
  attachments: [],
  environment: {
    app: 'Voorbeeldzorg',
    release: '24.3',
    browser: 'Chromium 156',
    os: 'Windows',
    locale: 'nl',
    viewport: [1280, 800],
    pixelRatio: 1,
  },
  consent: { version: '1', reviewed: true, at: '2024-03-12T09:00:00Z' },
  deflection: { shown: [], opened: [] },
  colleagues: [],
  ...change,
});

/** A grey PNG of exactly so many bytes, of noise. With a width or a height only its header says that. */
export function aPng(sizeBytes: number, { width, height, seed = 1 }: PngClaims = {}): Uint8Array {
  const bytes = noisePng(sizeBytes, seed);
  const header = Buffer.from(bytes.buffer);
  if (width !== undefined) header.writeUInt32BE(width, 16);
  if (height !== undefined) header.writeUInt32BE(height, 20);
  if (width !== undefined || height !== undefined) header.writeUInt32BE(crc32(header.subarray(12, 29)), 29);
  return bytes;
}

/** base64 of the SHA-256. */
export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64');

/** The manifest of these bytes. */
export function manifestOf(bytes: Uint8Array, change: Partial<Attachment> = {}): Attachment {
  const digests = Array.from({ length: Math.ceil(bytes.length / PIECE_BYTES) }, (_none, index) =>
    sha256(bytes.subarray(index * PIECE_BYTES, (index + 1) * PIECE_BYTES)),
  );
  return {
    id: nextId(),
    kind: 'screenshot',
    name: 'screenshot-1.png',
    type: 'image/png',
    size: bytes.length,
    digests,
    redaction: { mode: 'masked', boxes: 3, revealed: [] },
    ...change,
  };
}

/** Sends a submission that must be accepted. */
export async function accepted(
  receiver: ReceiverUnderTest,
  caller: Caller,
  submission: Submission = aSubmission(caller.owner),
): Promise<SubmissionView> {
  const answer = await receiver.put(`/v1/submissions/${nextId()}`, caller, submission);
  if (answer.statusCode !== 201) throw new Error(`Expected 201, got ${answer.statusCode}: ${answer.body}`);
  return answer.json<SubmissionView>();
}

/** Sends a submission with one attachment that must be accepted. */
export async function acceptedWith(
  receiver: ReceiverUnderTest,
  caller: Caller,
  attachment: Attachment,
): Promise<SubmissionView> {
  return accepted(
    receiver,
    caller,
    aSubmission(caller.owner, {
      questions: [aWireQuestion({ attachments: [attachment.id] })],
      attachments: [attachment],
    }),
  );
}

/** A PATCH of an attachment. */
export interface Patch {
  readonly id: string;
  readonly offset: number;
  readonly bytes: Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
  /** Where attachments are. Default: an asker's. */
  readonly at?: string;
}

/** Sends a piece, with its checksum. */
export const patch = (
  receiver: ReceiverUnderTest,
  { token }: Pick<Caller, 'token'>,
  { id, offset, bytes, headers = {}, at = '/v1/attachments' }: Patch,
): Promise<LightMyRequestResponse> =>
  receiver.send({
    method: 'PATCH',
    url: `${at}/${id}`,
    payload: Buffer.from(bytes),
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/offset+octet-stream',
      'upload-offset': String(offset),
      'upload-checksum': `sha256 ${sha256(bytes)}`,
      ...headers,
    },
  });

/** The status and short name of a refusal, for example `409 submission-conflict`. */
export function refusalOf(answer: LightMyRequestResponse): string {
  const type = String(answer.headers['content-type']);
  if (!type.startsWith('application/problem+json')) return `${answer.statusCode} without a problem`;
  const problem = answer.json<Problem>();
  return `${answer.statusCode} ${problemName(problem.type) ?? problem.type}`;
}
