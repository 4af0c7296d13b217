import { PROBLEM_PREFIX, PROBLEMS, type Problem, type ProblemName } from '../../src/protocol/index';

/** Members of a problem beside the ones that every problem has. */
export type ProblemExtra = Partial<
  Omit<Problem, 'type' | 'title' | 'status' | 'detail' | 'instance' | 'requestId' | 'retryable'>
>;

/** What goes along with a refusal: extra members of the body, and headers. */
export interface RefusalMore {
  readonly extra?: ProblemExtra;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The answer is no. Thrown in a route, told as `application/problem+json` in one place. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly problem: ProblemName;
  readonly more: RefusalMore;

  constructor(problem: ProblemName, detail: string, more: RefusalMore = {}) {
    super(detail);
    this.problem = problem;
    this.more = more;
  }
}

/** The body of a refusal. */
export function problemBody(refusal: Refusal, at: { readonly path: string; readonly requestId: string }): Problem {
  const [status, retryable] = PROBLEMS[refusal.problem];
  return {
    type: PROBLEM_PREFIX + refusal.problem,
    title: TITLES[refusal.problem],
    status,
    detail: refusal.message,
    instance: at.path,
    requestId: at.requestId,
    retryable,
    ...refusal.more.extra,
  };
}

const TITLES: Readonly<Record<ProblemName, string>> = {
  malformed: 'The request can not be read',
  'unknown-member': 'The body has a member that is not known',
  'digest-mismatch': 'The bytes are not the ones that were announced',
  'token-missing': 'A token is needed',
  'token-expired': 'The token has expired',
  'token-invalid': 'The token is not valid',
  'owner-mismatch': 'The item belongs to somebody else',
  'forbidden-origin': 'Pages of this origin may not call',
  'role-missing': 'The token does not give this role',
  'not-found': 'There is nothing here',
  'method-not-allowed': 'This can not be done here',
  'submission-conflict': 'Another item was received under this id',
  'already-viewed': 'Somebody has seen it already',
  'not-answered': 'A question is not closed without an answer',
  'mismatching-upload-offset': 'The piece does not fit where the attachment is',
  gone: 'It was erased',
  'key-gone': 'The key was erased',
  'revision-changed': 'Somebody has just published',
  'draft-changed': 'Somebody has changed the draft meanwhile',
  'too-large': 'It is too large',
  'too-many-attachments': 'There are too many attachments',
  'pixel-limit': 'The picture has too many pixels',
  'unsupported-type': 'This type is not accepted',
  'content-mismatch': 'The content is not what it says it is',
  'range-not-satisfiable': 'The range lies outside the file',
  'invalid-question': 'A question is not complete',
  'invalid-hints': 'The hints can not be taken like this',
  'upload-locked': 'The attachment is being received',
  'too-early': 'It is too early for this',
  'rate-limited': 'Too much in a short time',
  'quota-owner': 'Your space is used up',
  'quota-organisation': 'The space of the organisation is used up',
  'checksum-mismatch': 'The piece was damaged on the way',
  internal: 'Something went wrong here',
  upstream: 'Something behind the receiver went wrong',
  maintenance: 'The receiver is being worked on',
  'storage-full': 'There is no space left',
};
