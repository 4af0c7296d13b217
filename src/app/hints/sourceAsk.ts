import type { Answer, BackendHints, Call } from '../../delivery';
import { fail, type Failure, type Result } from '../../foundation/result';
import type { Connection } from '../owner';

/** Asks the backend something about hints in the name of one person. It never rejects. */
export type HintAsk = <Value>(
  request: (backend: BackendHints, call: Call) => Answer<Value>,
) => Promise<Result<Value, HintProblem>>;

/** Why there is no answer. `hints-absent`: this backend has no hints. */
export interface HintProblem extends Failure {
  /** Whether the same may succeed later. Absent: nobody was asked. */
  readonly retryable?: boolean;
  /** How long the backend asked us to wait. */
  readonly retryAfterMs?: number;
}

/** What asking needs. */
export interface HintAskDeps {
  readonly owner: string;
  readonly connection: Pick<Connection, 'hints' | 'session'>;
  readonly language: () => string;
}

/** Creates what asks, only with a token of this owner. A token that is no longer taken is renewed for the next time. */
export function createHintAsk({ owner, connection, language }: HintAskDeps): HintAsk {
  return async (request) => {
    try {
      const session = await connection.session();
      const token = await session.token();
      if (!token.ok) return token;
      if (session.subject?.owner !== owner) return fail(ELSEWHERE);
      const call = { token: token.value, language: language() };
      const backend = await connection.hints(owner, call);
      if (!backend) return fail(ABSENT);
      const answer = await request(backend, call);
      if (!answer.ok && answer.problem.status === 401) void session.renew(token.value);
      return answer;
    } catch (cause) {
      return fail({ code: 'chunk-failed', message: 'A part of the script did not arrive.', cause });
    }
  };
}

const ELSEWHERE: HintProblem = {
  code: 'owner-differs',
  message: 'Somebody else is signed in by now.',
};
const ABSENT: HintProblem = { code: 'hints-absent', message: 'This backend has no hints.' };
