import { Type } from 'typebox';
import { DEFAULT_LIMITS, type MailJoined } from '../../../src/protocol/index';
import { submissionProblem } from '../domain/submissionProblems';
import { readMail } from '../mail/readMail';
import { MailJoinedSchema } from '../schema/mail';
import { strict } from '../schema/primitives';
import { notFound, sendOutcome } from './outcome';
import { addRoute, type RouteScope } from './route';
import { refuseItem } from './submissions';

/** Media type of a mail as it is. */
export const MAIL_TYPE = 'message/rfc822';
/** As much as most mail servers take. */
export const MAIL_BYTES = 25 * 1_048_576;

/** Not a word of the person: an agent who reads those is written down. */
const joined = { description: 'What it belongs to', schema: MailJoinedSchema };

/** Adds the way in for mail that a person sent because sending did not get through. */
export function addMailRoutes(scope: RouteScope): void {
  const { store, clock } = scope.ports;
  addRoute(
    scope,
    {
      method: 'POST',
      path: '/agent/mails',
      summary:
        'Bring in a mail that holds a submission; repeat it as often as needed. The sender of a mail is not proved',
      caller: 'agent',
      query: strict({ organisation: Type.String({ pattern: '^[A-Za-z0-9-]{1,64}$' }) }),
      bytes: MAIL_TYPE,
      answers: { 201: joined, 200: { ...joined, description: 'It is here already: the mail joined it' } },
      problems: [
        'not-found',
        'content-mismatch',
        'unknown-member',
        'submission-conflict',
        'gone',
        'too-large',
        'too-many-attachments',
        'pixel-limit',
        'unsupported-type',
        'invalid-question',
        'rate-limited',
        'quota-owner',
        'quota-organisation',
      ],
    },
    async ({ query, request, reply }): Promise<MailJoined> => {
      const mail = await readMail(request.body as Buffer, clock.now()); // the parser of this type hands over the bytes
      const known = await store.mailed(mail.id, query.organisation);
      if (known !== undefined) return joinedBy(sendOutcome(reply, known));
      if (mail.submission === undefined) throw notFound();
      refuseItem(submissionProblem(mail.submission, DEFAULT_LIMITS));
      const outcome = await store.acceptMailed({ id: mail.id, submission: mail.submission }, query.organisation);
      return joinedBy(sendOutcome(reply, outcome));
    },
  );
}

const joinedBy = ({ id, reference }: MailJoined): MailJoined => ({ id, reference });
