import type { BackendWriting, DeliveryProblem, Outbox, OutboxItemView } from '../../../src/delivery';
import { PROBLEMS, type ProblemName } from '../../../src/protocol';

/** What the receiver says, as the sender gets it. */
export const said = (name: ProblemName, more: Partial<DeliveryProblem> = {}): DeliveryProblem => {
  const [status, retryable] = PROBLEMS[name];
  return { code: name, name, status, retryable, message: '', ...more };
};

/** The network is away. */
export const noAnswer: DeliveryProblem = { code: 'no-answer', status: 0, retryable: true, message: '' };

/** A backend of which some methods behave differently. */
export const but = (backend: BackendWriting, change: Partial<BackendWriting>): BackendWriting => ({
  ...backend,
  ...change,
});

/** The first item on screen. */
export const only = ({ items }: Outbox): OutboxItemView | undefined => items.value[0];
