import { fail, succeed, type Result } from '../../foundation/result';
import { bool, number, objectOf, optional, text, type Decoder } from '../../protocol/decode';
import type { ProblemName } from '../../protocol/problem';
import { PROBLEM_PREFIX } from '../../protocol/version';
import { deliveryProblem, type DeliveryProblem } from '../deliveryProblem';
import { askedWaitMs } from './retryAfter';

/** An HTTP answer after its body was read, without web types. */
export interface HttpAnswer {
  readonly status: number;
  /** Gives a header, or null. */
  header(name: string): string | null;
  /** The body as text; empty when there is none. */
  readonly text: string;
}

/** Reads a success: the right status, the right media type, whole JSON of the right shape. Anything else is not a success. */
export function readJson<Value>(answer: HttpAnswer, decoder: Decoder<Value>): Result<Value, DeliveryProblem> {
  if (answer.status !== 200 && answer.status !== 201) return fail(readProblem(answer));
  if (mediaType(answer) !== 'application/json') return fail(notTheReceiver(answer));
  const decoded = decodeJson(answer.text, decoder);
  return decoded.ok ? decoded : fail(unreadable(answer, decoded.problem));
}

/** Reads a success without a body. */
export function readNoContent(answer: HttpAnswer): Result<void, DeliveryProblem> {
  return answer.status === 204 ? succeed(undefined) : fail(readProblem(answer));
}

/** Reads `Upload-Offset` of an answer with this status. */
export function readOffset(answer: HttpAnswer, status: 200 | 204): Result<number, DeliveryProblem> {
  if (answer.status !== status) return fail(readProblem(answer));
  const offset = answer.header('upload-offset') ?? '';
  return /^\d{1,15}$/.test(offset) ? succeed(Number(offset)) : fail(notTheReceiver(answer));
}

/**
 * Reads a refusal. Only `application/problem+json` is the receiver's own word;
 * any other answer was given by something in between and counts as the network.
 */
export function readProblem(answer: HttpAnswer): DeliveryProblem {
  const { status } = answer;
  const retryAfterMs = askedWaitMs(answer.header('retry-after'), answer.header('date'));
  const wait = retryAfterMs !== undefined && { retryAfterMs };
  if (mediaType(answer) !== 'application/problem+json') return { ...notTheReceiver(answer), ...wait };
  const decoded = answer.text ? decodeJson(answer.text, problemShape) : succeed(problemOfStatus(status));
  if (!decoded.ok) return { ...unreadable(answer, decoded.problem), ...wait };
  const { type, 'expected-offset': expectedOffset, ...more } = decoded.value;
  return { ...named(type), ...more, status, ...wait, ...(expectedOffset !== undefined && { expectedOffset }) };
}

const problemShape: Decoder<ReceivedProblem> = objectOf({
  type: text,
  retryable: bool,
  limit: optional(number),
  'expected-offset': optional(number),
});

interface ReceivedProblem {
  readonly type: string;
  readonly retryable: boolean;
  readonly limit?: number;
  readonly 'expected-offset'?: number;
}

/** A receiver without room is not a device without room: the person can do nothing about it. */
export const codeOfName = (name: string): string => (name === 'storage-full' ? 'receiver-full' : name);

/** A name that a later version adds comes through as it is: it is compared, never taken for granted. */
function named(type: string): Pick<DeliveryProblem, 'code' | 'message' | 'name'> {
  const name = type.startsWith(PROBLEM_PREFIX) && /^[a-z-]{1,40}$/.exec(type.slice(PROBLEM_PREFIX.length))?.[0];
  if (!name) return REFUSED;
  return { code: codeOfName(name), name: name as ProblemName, message: `The receiver answered ${name}.` }; // see above
}

const REFUSED = { code: 'refused', message: 'The receiver answered a problem that is not of this protocol.' };

/** An answer to HEAD has no body, so its status has to say it all. */
const HEAD_PROBLEMS: Readonly<Record<number, ProblemName>> = {
  401: 'token-invalid',
  403: 'owner-mismatch',
  404: 'not-found',
  410: 'gone',
};

function problemOfStatus(status: number): ReceivedProblem {
  const name = HEAD_PROBLEMS[status];
  return { type: PROBLEM_PREFIX + (name ?? 'internal'), retryable: !name };
}

function notTheReceiver({ status }: HttpAnswer): DeliveryProblem {
  const code = status === 413 ? 'proxy-too-large' : 'not-the-receiver';
  return deliveryProblem(code, { status, message: `An answer ${status} came that the receiver does not give.` });
}

const unreadable = ({ status }: HttpAnswer, cause: unknown): DeliveryProblem =>
  deliveryProblem('unreadable-answer', {
    status,
    message: `The answer ${status} is cut off or of another shape.`,
    cause,
  });

/** Reads JSON of the right shape out of a body, whatever its status. */
export function decodeJson<Value>(json: string, decoder: Decoder<Value>): Result<Value, unknown> {
  try {
    return decoder(JSON.parse(json));
  } catch {
    return fail('not JSON'); // the parser's message may repeat the body
  }
}

const mediaType = (answer: HttpAnswer): string =>
  (answer.header('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
