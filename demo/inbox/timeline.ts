import type { AppError, FailedRequest, Question, Step } from '../../src/protocol/index';

/** One thing that happened before a question was asked. */
export type Before =
  | { readonly kind: 'step'; readonly at: string; readonly value: Step }
  | { readonly kind: 'error'; readonly at: string; readonly value: AppError }
  | { readonly kind: 'request'; readonly at: string; readonly value: FailedRequest };

/** Lays steps, errors and failed requests along one line of time, oldest first: what was done, and what came of it. */
export const timelineOf = ({
  steps,
  errors,
  failedRequests,
}: Pick<Question, 'steps' | 'errors' | 'failedRequests'>): readonly Before[] =>
  [
    ...steps.map((value): Before => ({ kind: 'step', at: value.at, value })),
    ...errors.map((value): Before => ({ kind: 'error', at: value.at, value })),
    ...failedRequests.map((value): Before => ({ kind: 'request', at: value.at, value })),
  ].sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
