import { createModel, signal } from '@preact/signals-core';
import type { AgentQuestion, AgentStatus, ContentGrant, ContentUse, InboxRow } from '../../src/protocol/index';
import type { AgentBackend, AgentProblem, Answer } from './agentBackend';
import type { Id } from './draft';

/** What an open question needs. */
export interface ThreadDeps {
  readonly backend: Pick<AgentBackend, 'question' | 'setStatus' | 'grant' | 'bytes'>;
  /** The agent has this state of the question on screen. */
  readonly onSeen: (row: InboxRow) => void;
  /** The question changed by the agent's own act. */
  readonly onActed: () => void;
}

/** The question that is open. */
export const ThreadModel = createModel(({ backend, onSeen, onActed }: ThreadDeps) => {
  const id = signal<Id | undefined>(undefined);
  const question = signal<AgentQuestion | undefined>(undefined);
  const problem = signal<AgentProblem | undefined>(undefined);
  const refusal = signal<AgentProblem | undefined>(undefined);
  const busy = signal<AgentStatus['status'] | undefined>(undefined);

  const load = async (): Promise<void> => {
    const wanted = id.peek();
    if (wanted === undefined) return;
    const answer = await backend.question(wanted);
    if (wanted !== id.peek()) return;
    problem.value = answer.ok ? undefined : answer.problem;
    if (!answer.ok) return;
    question.value = answer.value;
    onSeen(answer.value.row);
  };

  return {
    id,
    question,
    problem,
    /** Why the receiver refused the last change of status. */
    refusal,
    busy,
    load,
    open(next: Id | undefined): void {
      if (next === id.value) return;
      id.value = next;
      question.value = undefined;
      problem.value = undefined;
      refusal.value = undefined;
      void load();
    },
    async setStatus(status: AgentStatus['status']): Promise<void> {
      const wanted = id.peek();
      if (wanted === undefined || busy.peek() !== undefined) return;
      busy.value = status;
      const answer = await backend.setStatus(wanted, status);
      busy.value = undefined;
      if (wanted !== id.peek()) return;
      refusal.value = answer.ok ? undefined : answer.problem;
      if (!answer.ok) return;
      onActed();
      await load();
    },
    dismiss(): void {
      refusal.value = undefined;
    },
    bytes: (attachment: Id): Answer<Blob> => backend.bytes(attachment),
    grant: (attachment: Id, use: ContentUse): Answer<ContentGrant> => backend.grant(attachment, use),
  };
});
