import type { Clock } from '../../../foundation/clock';
import type { Log } from '../../../foundation/log';
import { fail, type Result } from '../../../foundation/result';
import type { Decoder } from '../../../protocol/decode';
import type { SubmissionView } from '../../../protocol/submission';
import { deliveryProblem, type DeliveryCode, type DeliveryProblem } from '../../deliveryProblem';
import type { Answer, Backend, BackendEvents, BackendHints, BackendKeys, Call, SealedBody } from '../../ports';
import { noAnswer } from '../../reading/browser/fetchAnswer';
import { inTime } from '../../reading/inTime';
import { readAnswer, VALUES } from '../answers';
import { outcomeOfStream } from './guardStream';
import { attempt, unlessStopped, type Outcome } from './outcome';

/** Longest that an answer is waited for, as over HTTP. */
const TIME_LIMIT_MS = 15_000;
/** A piece of a picture takes as long as the sender grants it, which is less than this. */
const PIECE_LIMIT_MS = 3_600_000;
/** Longest that a stream may show no sign of life, as over HTTP. */
const QUIET_LIMIT_MS = 40_000;

/** What a guard needs. */
export interface GuardDeps {
  readonly clock: Clock;
  readonly log: Log;
}

type Method = keyof typeof VALUES;
type ValueOf<Name extends Method> = (typeof VALUES)[Name] extends Decoder<infer Value> ? Value : never;

/**
 * Puts a guard before a backend that is an object of the host's: what throws, never answers or answers in another shape
 * counts as no answer, so that what was to be sent stays and what was to be read is said not to load.
 * The developer is told once per method. An object without both methods for keys keeps none, and one without all of those for hints has none.
 */
export function guardBackend(backend: Backend, { clock, log }: GuardDeps): Backend {
  const { tell, judge } = createJudge(log);

  const ask = async <Name extends Method>(name: Name, given: readonly unknown[], call: Call): Answer<ValueOf<Name>> => {
    const stop = new AbortController();
    const asked = attempt(() => methodOf(backend, name)(...given, { ...call, signal: stop.signal }));
    const limitMs = name === 'uploadPiece' ? PIECE_LIMIT_MS : TIME_LIMIT_MS;
    const came = await inTime<Outcome>(unlessStopped(asked, call.signal), { clock, limitMs, late: () => 'timed-out' });
    if (typeof came === 'string') stop.abort();
    return judge(name, came, { call, limitMs });
  };

  const events: BackendEvents['events'] = async (after, call, heard) => {
    const came = await outcomeOfStream((given, told) => methodOf(backend, 'events')(after, given, told), {
      call,
      clock,
      limitMs: QUIET_LIMIT_MS,
      heard,
    });
    return judge('events', came, { call, limitMs: QUIET_LIMIT_MS });
  };

  /** A receipt for other bytes than were sent is none. */
  const putSubmission = async (item: SealedBody, call: Call): Answer<SubmissionView> => {
    const answer = await ask('putSubmission', [item], call);
    if (!answer.ok || (answer.value.id === item.id && answer.value.digest === item.digest)) return answer;
    tell('putSubmission', 'gave a receipt with another `id` or `digest` than was sent');
    return fail(problemOf('receipt-differs'));
  };

  return {
    me: (call) => ask('me', [], call),
    submissions: (after, call) => ask('submissions', [after], call),
    conversation: (question, call) => ask('conversation', [question], call),
    attachmentContent: (id, call) => ask('attachmentContent', [id], call),
    changes: (after, call) => ask('changes', [after], call),
    putSubmission,
    submission: (id, call) => ask('submission', [id], call),
    uploadOffset: (id, call) => ask('uploadOffset', [id], call),
    uploadPiece: (piece, call) => ask('uploadPiece', [piece], call),
    removeAttachment: (id, call) => ask('removeAttachment', [id], call),
    putMessage: (item, call) => ask('putMessage', [item], call),
    putAction: (item, call) => ask('putAction', [item], call),
    markRead: (question, upTo, call) => ask('markRead', [question, upTo], call),
    ...(hasKeys(backend) && {
      deviceKey: (device, call) => ask('deviceKey', [device], call),
      removeDeviceKey: (device, call) => ask('removeDeviceKey', [device], call),
    }),
    ...(typeof backend.events === 'function' && { events }),
    ...(hasHints(backend) && {
      hintIndex: (known, call) => ask('hintIndex', [known], call),
      hintContent: (hint, rev, call) => ask('hintContent', [hint, rev], call),
      ...(typeof backend.hintAsset === 'function' && {
        hintAsset: (asset: string, call: Call) => ask('hintAsset', [asset], call),
      }),
      hintHistory: (call) => ask('hintHistory', [], call),
      joinHintHistory: (history, call) => ask('joinHintHistory', [history], call),
      putHintEvents: (batch, call) => ask('putHintEvents', [batch], call),
    }),
  };
}

/** Reads what came of a call, and tells the developer what cannot be used: once per method. */
function createJudge(log: Log) {
  const told = new Set<string>();
  const tell = (name: Method, what: string): void => {
    if (told.has(name)) return;
    told.add(name);
    log.warn('backend-answer', `\`backend.${name}\` ${what}. It counts as no answer; nothing is lost.`);
  };
  const judge = <Name extends Method>(
    name: Name,
    came: Outcome,
    { call, limitMs }: { readonly call: Call; readonly limitMs: number },
  ): Result<ValueOf<Name>, DeliveryProblem> => {
    if (came === 'stopped') return fail(noAnswer(undefined, call));
    if (came === 'timed-out') {
      tell(name, `gave no answer in ${limitMs / 1000} s`);
      return fail(problemOf(came));
    }
    if (!came.ok) {
      tell(name, 'threw or rejected; a failure should be `{ ok: false, problem }`');
      return fail(noAnswer(came.problem, call));
    }
    const read = safeRead(came.value, VALUES[name] as Decoder<ValueOf<Name>>); // the decoder of this very name
    if (read.ok) return read.value;
    tell(name, `gave an answer that cannot be used: ${read.problem.message}`);
    return fail(problemOf('unreadable-answer'));
  };
  return { tell, judge };
}

/** A key that cannot be erased is none. */
const hasKeys = (backend: Backend): backend is Backend & BackendKeys =>
  typeof backend.deviceKey === 'function' && typeof backend.removeDeviceKey === 'function';

/** Hints of which nobody knows what was done with them would come again and again. */
const hasHints = (backend: Backend): backend is Backend & BackendHints =>
  HINT_METHODS.every((name) => typeof backend[name] === 'function');

const HINT_METHODS = ['hintIndex', 'hintContent', 'hintHistory', 'joinHintHistory', 'putHintEvents'] as const;

/** The options are refused without these methods; what they take and give is only passed on here. */
const methodOf = (backend: Backend, name: Method): ((...given: readonly unknown[]) => unknown) =>
  (backend[name] as (...given: readonly unknown[]) => unknown).bind(backend);

/** An answer of the host's may be anything, also an object that throws when it is looked at. */
function safeRead<Value>(answer: unknown, value: Decoder<Value>): ReturnType<typeof readAnswer<Value>> {
  try {
    return readAnswer(answer, value);
  } catch {
    return fail({ message: 'it throws when it is read' });
  }
}

const MESSAGES = {
  'timed-out': 'The backend did not answer in time.',
  'unreadable-answer': 'The answer of the backend is of another shape.',
  'receipt-differs': 'The receipt is for other bytes than were sent.',
} satisfies Partial<Record<DeliveryCode, string>>;

const problemOf = (code: keyof typeof MESSAGES): DeliveryProblem => deliveryProblem(code, { message: MESSAGES[code] });
