import { fail, succeed, type Result } from '../../foundation/result';
import { bool, checked, listOf, number, objectOf, optional, text, type Decoder } from '../../protocol/decode';
import type { ProblemName } from '../../protocol/problem';
import type { DeliveryProblem } from '../deliveryProblem';
import { anyObject, hintHistory, hintIndexAnswer, hintPicture } from '../hints/hintViews';
import { codeOfName } from '../reading/httpAnswer';
import { changePage, conversation, count, deviceKey, isShownType, me, submissionView } from '../reading/views';

/** What each method of a backend gives when all is well. A method that only does something may give anything with it. */
export const VALUES = {
  me,
  submissions: listOf(submissionView),
  conversation,
  attachmentContent: objectOf({
    type: checked('a type that may be shown', isShownType),
    bytes: checked('an ArrayBuffer', isArrayBuffer),
  }),
  changes: changePage,
  putSubmission: submissionView,
  submission: submissionView,
  uploadOffset: count,
  uploadPiece: count,
  removeAttachment: nothing,
  putMessage: nothing,
  putAction: nothing,
  markRead: nothing,
  events: nothing,
  deviceKey,
  removeDeviceKey: nothing,
  hintIndex: hintIndexAnswer,
  hintContent: anyObject,
  hintAsset: hintPicture,
  hintHistory,
  joinHintHistory: hintHistory,
  putHintEvents: nothing,
} satisfies Readonly<Record<string, Decoder<unknown>>>;

/** Reads what a method answered: a value, a problem, or neither of both. */
export function readAnswer<Value>(
  answer: unknown,
  value: Decoder<Value>,
): Result<Result<Value, DeliveryProblem>, { readonly message: string }> {
  const half = objectOf({ ok: bool })(answer);
  if (!half.ok) return half;
  const members = answer as { readonly value?: unknown; readonly problem?: unknown }; // an object, just proved
  const read = half.value.ok ? value(members.value, '/value') : problem(members.problem, '/problem');
  if (!read.ok) return read;
  return succeed(half.value.ok ? succeed(read.value as Value) : fail(read.value as DeliveryProblem)); // by which half it is
}

const code: Decoder<string> = checked(
  'a code of small letters and hyphens',
  (value): value is string => typeof value === 'string' && /^[a-z][a-z-]{0,39}$/.test(value),
);

const problemShape = objectOf({
  code,
  message: text,
  name: optional(code),
  status: number,
  retryable: bool,
  retryAfterMs: optional(count),
  expectedOffset: optional(count),
  limit: optional(number),
});

const problem: Decoder<DeliveryProblem> = (value, pointer) => {
  const read = problemShape(value, pointer);
  if (!read.ok) return read;
  const { name, ...more } = read.value;
  const known = name !== undefined && { name: name as ProblemName }; // a name that a later version adds is compared, never taken for granted
  return succeed({ ...more, ...known, code: codeOfName(more.code) });
};

function nothing(): Result<undefined, never> {
  return succeed(undefined);
}

/** Also one that was made in another frame. */
function isArrayBuffer(value: unknown): value is ArrayBuffer {
  return Object.prototype.toString.call(value) === '[object ArrayBuffer]';
}
