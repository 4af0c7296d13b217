import { fail } from '../../foundation/result';
import { deliveryProblem } from '../deliveryProblem';
import type { OutboxRow } from '../outbox';
import type { Answer, BackendWriting, Call, SealedBody } from '../ports';

/** Puts a message or an action. */
export async function putFollowUp(
  backend: BackendWriting,
  row: OutboxRow,
  { sealed, call }: { sealed: SealedBody; call: Call },
): Answer<void> {
  if (!row.question)
    return fail(deliveryProblem('content-missing', { message: 'This item belongs to no question.', retryable: false }));
  const item = { ...sealed, question: row.question };
  return row.kind === 'message' ? backend.putMessage(item, call) : backend.putAction(item, call);
}
