import type { FastifyReply } from 'fastify';
import { assertNever } from '../../../src/foundation/assertNever';
import type { Id } from '../../../src/foundation/id';
import type { Asker } from '../callers';
import type { Outcome } from '../ports';
import type { RetentionStore } from '../retentionPort';
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
      throw gone(outcome.reason);
    case 'missing':
      throw notFound();
    case 'notAnswered':
      throw new Refusal('not-answered', 'A question is closed after a reply, or by the one who asked it');
    case 'limited':
      throw rateLimited(outcome);
    case 'full':
      throw full(outcome);
    default:
      return assertNever(outcome);
  }
}

/** Room comes back when attachments are past their term, which is looked at once a day. */
const DAY_SECONDS = 86_400;

const full = ({ whose, limitBytes, retryAfterSeconds }: Extract<Outcome<unknown>, { state: 'full' }>): Refusal => {
  const [problem, detail] = FULL[whose];
  return new Refusal(problem, detail, {
    extra: { limit: limitBytes },
    headers: { 'retry-after': String(retryAfterSeconds ?? DAY_SECONDS) },
  });
};

const NO_ROOM = 'There is no room for more attachments; words still fit';
const FULL = {
  owner: ['quota-owner', NO_ROOM],
  organisation: ['quota-organisation', NO_ROOM],
  agents: ['quota-organisation', 'Agents have attached as much as fits in a day of this organisation; words still fit'],
  hints: ['quota-organisation', 'There is no room for more pictures of hints'],
} as const;

/** As draft-ietf-httpapi-ratelimit-headers-10 writes it: the policy, and what is left of it. */
const rateLimited = ({
  bucket,
  perHour,
  retryAfterSeconds,
}: Extract<Outcome<unknown>, { state: 'limited' }>): Refusal =>
  new Refusal('rate-limited', `Too many ${bucket} in the past hour`, {
    headers: {
      'retry-after': String(retryAfterSeconds),
      'ratelimit-policy': `"${bucket}";q=${perHour};w=3600`,
      ratelimit: `"${bucket}";r=0;t=${retryAfterSeconds}`,
    },
  });

const gone = (reason: string): Refusal => new Refusal('gone', `It was erased: ${reason}`);

/** What to say about something that this asker does not have: it was theirs and is erased, or there is nothing. */
export async function goneOrNotFound(store: RetentionStore, id: Id, asker: Asker): Promise<Refusal> {
  const reason = await store.grave(id, asker);
  return reason === undefined ? notFound() : gone(reason);
}

/** The same answer for what is not there and for what belongs to somebody else. */
export const notFound = (): Refusal => new Refusal('not-found', 'There is nothing here for you');
