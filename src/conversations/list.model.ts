import { computed, createModel, signal } from '@preact/signals-core';
import type { Id } from '../foundation/id';
import type { SubmissionView } from '../protocol';
import { isOpen, mergeList, troubleOf, unreadIn, type Trouble, type WaitingSubmission } from './conversation';
import type { ConversationFeed } from './ports';

/** "Mijn vragen": what the receiver knows and what still waits here, as one list. */
export const ListModel = createModel((feed: ConversationFeed) => {
  const views = signal<readonly SubmissionView[] | undefined>(undefined);
  const waiting = signal<readonly WaitingSubmission[]>([]);
  const filter = signal<'open' | 'all'>('open');
  const trouble = signal<Trouble | undefined>(undefined);
  let turn = 0;

  const rows = computed(() =>
    views.value || waiting.value.length > 0 ? mergeList(views.value ?? [], waiting.value) : undefined,
  );

  return {
    /** All rows; nothing until something is known. */
    rows,
    /** The rows the filter lets through. */
    shown: computed(() => (filter.value === 'all' ? rows.value : rows.value?.filter(isOpen))),
    filter,
    trouble,
    unread: computed(() => unreadIn(rows.value ?? [])),
    /** What is on this device and not finished, or not yet listed. */
    waiting: computed(() => waiting.value),
    /** Takes over how far things are on this device. Asks nobody. */
    look(): void {
      waiting.value = feed.waiting();
    },
    /** Reads the list again. What is shown stays, also when it fails. */
    async refresh(): Promise<void> {
      waiting.value = feed.waiting();
      const mine = ++turn;
      const result = await feed.list();
      if (mine !== turn) return;
      trouble.value = result.ok ? undefined : troubleOf(result.problem.code);
      if (result.ok) views.value = result.value;
      waiting.value = feed.waiting();
    },
    /** Counts a question as read before the receiver says so. */
    read(question: Id): void {
      views.value = views.value?.map((view) => ({
        ...view,
        questions: view.questions.map((one) => (one.id === question ? { ...one, unread: 0 } : one)),
      }));
    },
  };
});
