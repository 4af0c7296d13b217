import type { DeliveryProblem } from '../../delivery';
import { fail, type Failed } from '../../foundation/result';
import { PROBLEMS, type ProblemName } from '../../protocol/problem';

/** The answer is no. Thrown inside the fake, given as an answer at its edge. */
export class Refused extends Error {
  readonly problem: ProblemName;
  readonly expectedOffset: number | undefined;

  constructor(problem: ProblemName, expectedOffset?: number) {
    super(`The fake backend answers ${problem}.`);
    this.problem = problem;
    this.expectedOffset = expectedOffset;
  }
}

/** Turns what was thrown into the answer that a receiver's problem becomes. Anything else is a bug and goes on. */
export function refusal(error: unknown): Failed<DeliveryProblem> {
  if (!(error instanceof Refused)) throw error;
  const { problem: name, expectedOffset, message } = error;
  const [status, retryable] = PROBLEMS[name];
  return fail({
    code: name,
    name,
    status,
    retryable,
    message,
    ...(expectedOffset !== undefined && { expectedOffset }),
  });
}
