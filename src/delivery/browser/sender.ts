import type { Clock } from '../../foundation/clock';
import { fail, type Result } from '../../foundation/result';
import { deliveryProblem, type DeliveryProblem } from '../deliveryProblem';
import type { Answer, Call, TokenSource } from '../ports';
import { inTime } from '../reading/inTime';
import type { Lease } from './lease';

/** Sends one request in the name of one owner. */
export type Send = <Value>(
  request: (call: Call) => Answer<Value>,
  options: { readonly limitMs: number; readonly left: AbortSignal },
) => Answer<Value>;

/** What a sender needs. */
export interface SenderDeps {
  readonly owner: string;
  readonly session: TokenSource;
  readonly clock: Clock;
  language(): string;
  /** Asked before every request: false when another tab sends now. */
  readonly lease?: Pick<Lease, 'extend'> | undefined;
}

/**
 * Creates the sender of one owner: it checks before every request that the token is this owner's,
 * asks once for another token when the receiver refuses it, and waits no longer than the limit, whatever the backend does.
 */
export function createSender({ owner, session, clock, language, lease }: SenderDeps): Send {
  const ownToken = (token: Result<string, DeliveryProblem>): Result<string, DeliveryProblem> =>
    token.ok && session.subject?.owner !== owner ? fail(otherOwner()) : token;

  return async (request, { limitMs, left }) => {
    const attempt = async (token: string): ReturnType<typeof request> => {
      if (lease && !(await lease.extend(limitMs))) return fail(takenOver());
      const stop = new AbortController();
      const leave = (): void => stop.abort();
      left.addEventListener('abort', leave);
      if (left.aborted) leave();
      const late = () => {
        leave();
        return fail(deliveryProblem('timed-out', { message: `No answer came in ${limitMs} ms.` }));
      };
      const answer = await inTime(
        safely(() => request({ token, language: language(), signal: stop.signal })),
        { clock, limitMs, late },
      );
      left.removeEventListener('abort', leave);
      return answer;
    };

    const token = ownToken(await session.token());
    if (!token.ok) return token;
    const answer = await attempt(token.value);
    if (answer.ok || answer.problem.retryable || answer.problem.status !== 401) return answer;
    const fresh = ownToken(await session.renew(token.value));
    return fresh.ok ? attempt(fresh.value) : fresh;
  };
}

const takenOver = (): DeliveryProblem => deliveryProblem('stopped', { message: 'Another tab sends now.' });

const otherOwner = (): DeliveryProblem =>
  deliveryProblem('owner-differs', { message: 'The token is for another person than the one who wrote this.' });

/** A backend of the host's that throws counts as one that did not answer. */
async function safely<Value>(request: () => Answer<Value>): Answer<Value> {
  try {
    return await request();
  } catch (cause) {
    return fail(deliveryProblem('no-answer', { message: 'The backend threw instead of answering.', cause }));
  }
}
