import { fail, succeed, type Result } from '../../foundation/result';
import { bool, number, objectOf, optional, text, type Decoder } from '../../protocol/decode';
import { PROBLEMS, problemName, type ProblemName } from '../../protocol/problem';
import { deliveryProblem, type DeliveryProblem } from '../deliveryProblem';
import { retryAfterMs } from './retryAfter';

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
  const waitMs = retryAfterMs(answer.header('retry-after'), answer.header('date'));
  const base = { status: answer.status, ...(waitMs === undefined ? {} : { retryAfterMs: waitMs }) };
  if (mediaType(answer) !== 'application/problem+json') return { ...notTheReceiver(answer), ...base };
  if (!answer.text) return { ...problemOfStatus(answer), ...base }; // an answer to HEAD has no body
  const decoded = decodeJson(answer.text, problemShape);
  if (!decoded.ok) return { ...unreadable(answer, decoded.problem), ...base };
  const { type, retryable, limit, 'expected-offset': expectedOffset } = decoded.value;
  return {
    ...named(problemName(type)),
    retryable,
    ...base,
    ...(limit === undefined ? {} : { limit }),
    ...(expectedOffset === undefined ? {} : { expectedOffset }),
  };
}

const problemShape = objectOf({
  type: text,
  retryable: bool,
  limit: optional(number),
  'expected-offset': optional(number),
});

function named(name: ProblemName | undefined): Pick<DeliveryProblem, 'code' | 'message' | 'name'> {
  return name
    ? { code: name, name, message: `The receiver answered ${name}.` }
    : { code: 'refused', message: 'The receiver answered a problem of a later version.' };
}

function problemOfStatus({ status }: HttpAnswer): DeliveryProblem {
  const [name, known] = Object.entries(PROBLEMS).find(([, [candidate]]) => candidate === status) ?? [];
  return { ...named(name as ProblemName | undefined), status, retryable: known?.[1] ?? status >= 500 }; // a key of PROBLEMS
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

function decodeJson<Value>(json: string, decoder: Decoder<Value>): Result<Value, unknown> {
  try {
    return decoder(JSON.parse(json));
  } catch {
    return fail('not JSON'); // the parser's message may repeat the body
  }
}

const mediaType = (answer: HttpAnswer): string =>
  (answer.header('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
