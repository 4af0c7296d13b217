import type { AgentProblem } from './agentBackend';
import type { TextKey } from './texts';

/** What the one who wrote a reply reads when the receiver did not take it. */
export function replyProblemText({ name, retryable }: AgentProblem): TextKey {
  if (name === 'submission-conflict') return 'reply.conflict';
  if (name === 'too-large') return 'reply.tooLong';
  if (name === 'quota-organisation') return 'reply.noRoom';
  return retryable ? 'reply.lost' : 'reply.refused';
}
