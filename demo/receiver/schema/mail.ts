import { Type } from 'typebox';
import { IdSchema, strict } from './primitives';
import { SubmissionSchema } from './submission';

/** The submission that is attached to a mail. */
export const MailedSubmissionSchema = strict({ schema: Type.Literal(1), id: IdSchema, submission: SubmissionSchema });

/** Answer of `POST /agent/mails`. */
export const MailJoinedSchema = Type.Object({ id: IdSchema, reference: Type.String() });
