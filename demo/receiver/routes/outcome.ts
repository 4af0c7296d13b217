import type { FastifyReply } from 'fastify';
import { assertNever } from '../../../src/foundation/assertNever';
import type { Outcome } from '../ports';
import { Refusal } from '../problem';

/** Sends what an idempotent PUT did: 201, 200, or the refusal that belongs to it. */
export function sendOutcome<Value>(reply: FastifyReply, outcome: Outcome<Value>): Value {
  switch (outcome.state) {
    case 'created':
      reply.code(201);
      return outcome.value;
    case 'same':
      reply.code(200);
      return outcome.value;
    case 'conflict':
      throw new Refusal(
        'submission-conflict',
        'Another item was received under this id',
        outcome.storedDigest === undefined ? {} : { extra: { storedDigest: outcome.storedDigest } },
      );
    case 'gone':
      throw new Refusal('gone', `It was erased: ${outcome.reason}`);
    case 'missing':
      throw notFound();
    case 'notAnswered':
      throw new Refusal('not-answered', 'A question is closed after a reply, or by the one who asked it');
    case 'limited':
      throw new Refusal('rate-limited', 'Too many submissions in the past hour', {
        headers: { 'retry-after': String(outcome.retryAfterSeconds) },
      });
    default:
      return assertNever(outcome);
  }
}

/** The same answer for what is not there and for what belongs to somebody else. */
export const notFound = (): Refusal => new Refusal('not-found', 'There is nothing here for you');
