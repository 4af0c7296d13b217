import { fail, succeed, type Result } from '../../../src/foundation/result';
import { assertNever } from '../../../src/foundation/assertNever';
import type { Action, AgentReply, AgentStatus, QuestionStatus } from '../../../src/protocol/index';

/**
 * Where a question stands, what may happen to it and where it goes. Invariants I1 and I2 (`product.md` §4):
 * it is never `closed` or `answered` without a reply since its last opening or the asker's own word that it is solved.
 *
 *   act                 from                     to
 *   follow-up           needsInfo, answered      inProgress
 *                       closed                   received, the wait starts again
 *   solved              any                      closed, by the asker's own word
 *   reopen              answered, closed         received, the wait starts again
 *   sendDirect          withContact              received
 *   reply of an agent   any                      what the agent says, one reply more
 *   status by an agent  any                      what the agent says; `closed` needs a reply or the asker's own word
 */
export interface Standing {
  readonly status: QuestionStatus;
  /** Replies of agents since the last opening. */
  readonly replies: number;
  /** The asker said so. */
  readonly solved: boolean;
}

/** One thing that happens to a question. */
export type Act =
  | { readonly kind: 'followUp' }
  | { readonly kind: 'action'; readonly type: Action['type'] }
  | { readonly kind: 'reply'; readonly status: AgentReply['status'] }
  | { readonly kind: 'status'; readonly status: AgentStatus['status'] };

/** Gives the standing after an act, or says that there is no answer yet. */
export function standingAfter(standing: Standing, act: Act): Result<Standing, 'not-answered'> {
  switch (act.kind) {
    case 'followUp':
      return succeed(afterFollowUp(standing));
    case 'action':
      return succeed(afterAction(standing, act.type));
    case 'reply':
      return succeed({ status: act.status, replies: standing.replies + 1, solved: false });
    case 'status':
      return act.status === 'closed' && isUnanswered(standing)
        ? fail('not-answered')
        : succeed({ ...standing, status: act.status, solved: act.status === 'closed' && standing.solved });
    default:
      return assertNever(act);
  }
}

/** Whether the asker still waits for a word. Only a reply, or the asker, ends it. */
export const isUnanswered = ({ replies, solved }: Standing): boolean => replies === 0 && !solved;

const AGAIN: Standing = { status: 'received', replies: 0, solved: false };

function afterFollowUp(standing: Standing): Standing {
  if (standing.status === 'closed') return AGAIN;
  return standing.status === 'needsInfo' || standing.status === 'answered'
    ? { ...standing, status: 'inProgress' }
    : standing;
}

function afterAction(standing: Standing, type: Action['type']): Standing {
  switch (type) {
    case 'solved':
      return { ...standing, status: 'closed', solved: true };
    case 'reopen':
      return standing.status === 'answered' || standing.status === 'closed' ? AGAIN : standing;
    case 'sendDirect':
      return standing.status === 'withContact' ? { ...standing, status: 'received' } : standing;
    case 'answered':
    case 'satisfaction':
      return standing; // kept as a fact, changes nothing
    default:
      return assertNever(type);
  }
}
