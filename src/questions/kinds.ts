import type { MessageKey } from '../locale/messages';
import type { QuestionKind } from '../protocol';

/** What the form says for each kind: the name of the kind, and the label of its text. */
export const KINDS: Readonly<Record<QuestionKind, { readonly name: MessageKey; readonly text: MessageKey }>> = {
  problem: { name: 'q.kind.problem', text: 'q.text.label' },
  ask: { name: 'q.kind.howto', text: 'q.text.howto' },
  wish: { name: 'q.kind.wish', text: 'q.text.wish' },
  unsafe: { name: 'q.kind.safety', text: 'q.text.safety' },
  sla: { name: 'q.kind.wish', text: 'q.text.wish' },
};

/** The kinds that stand as chips; `unsafe` has a quiet link of its own. */
export const CHIPS = ['problem', 'ask', 'wish'] as const;
