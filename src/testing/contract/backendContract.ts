import { conversationRules } from './conversationRules';
import { eventRules } from './eventRules';
import { hintRules } from './hintRules';
import { keyRules } from './keyRules';
import { submissionRules } from './submissionRules';
import type { ContractRule } from './subject';
import { uploadRules } from './uploadRules';

/**
 * Lists everything that a `Backend` must do. Run each rule on a backend of its own, with any test runner.
 *
 * @example
 * for (const { name, run } of backendContract) {
 *   test(name, async () => run(await startMyBackend()));
 * }
 */
export const backendContract: readonly ContractRule[] = [
  ...submissionRules,
  ...uploadRules,
  ...conversationRules,
  ...keyRules,
  ...eventRules,
  ...hintRules,
];
