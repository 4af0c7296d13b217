import type { ProblemName } from '@cliendo/support';

const PREFIX = 'urn:cliendo-support:problem:';

/** The refusals of these examples: status, and whether the very same request may succeed later. */
const REFUSALS = {
  malformed: [400, false],
  'digest-mismatch': [400, true],
  'token-missing': [401, false],
  'token-invalid': [401, false],
  'owner-mismatch': [403, false],
  'not-found': [404, false],
  'submission-conflict': [409, false],
  'mismatching-upload-offset': [409, true],
  gone: [410, false],
  'key-gone': [410, false],
  'too-large': [413, false],
  'unsupported-type': [415, false],
  'checksum-mismatch': [460, true],
  internal: [500, true],
} as const satisfies Partial<Record<ProblemName, readonly [status: number, retryable: boolean]>>;

/** The answer is no. Thrown anywhere, said once, at the edge. */
export class Refusal extends Error {
  readonly problem: keyof typeof REFUSALS;
  readonly expectedOffset: number | undefined;

  constructor(problem: keyof typeof REFUSALS, expectedOffset?: number) {
    super(problem);
    this.problem = problem;
    this.expectedOffset = expectedOffset;
  }
}

/** Says no in the only words that the widget takes for a no: any other answer is the network to it, and it tries again. */
export function answerNo({ problem, expectedOffset }: Refusal): Response {
  const [status, retryable] = REFUSALS[problem];
  const body = {
    type: PREFIX + problem,
    title: problem,
    status,
    retryable,
    ...(expectedOffset !== undefined && { 'expected-offset': expectedOffset }),
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...(expectedOffset !== undefined && { 'upload-offset': String(expectedOffset) }),
    },
  });
}
