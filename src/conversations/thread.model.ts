import { computed, createModel, signal } from '@preact/signals-core';
import type { Id } from '../foundation/id';
import type { Conversation } from '../protocol';
import { lastSeq, shownReplies, stillPending, troubleOf } from './conversation';
import type { PendingReply, Trouble, WaitingReply } from './conversation';
import type { ConversationFeed } from './ports';

interface ThreadDeps {
  readonly feed: ConversationFeed;
  onRead(question: Id): void;
}

/** The one conversation that is open. */
export const ThreadModel = createModel(({ feed, onRead }: ThreadDeps) => {
  const openId = signal<Id | undefined>(undefined);
  const conversation = signal<Conversation | undefined>(undefined);
  const trouble = signal<Trouble | undefined>(undefined);
  const pending = signal<readonly PendingReply[]>([]);
  const waiting = signal<readonly WaitingReply[]>(feed.waitingReplies());
  let turn = 0;

  const refresh = async (): Promise<void> => {
    const id = openId.peek();
    if (!id) return;
    const mine = ++turn;
    const result = await feed.open(id);
    if (mine !== turn) return;
    trouble.value = result.ok ? undefined : troubleOf(result.problem.code);
    if (!result.ok) return;
    conversation.value = result.value;
    pending.value = stillPending(pending.peek(), result.value);
    onRead(id);
    void feed.markRead(id, lastSeq(result.value.messages)); // a failure shows as unread again, and the next opening repeats it
  };

  return {
    openId,
    conversation,
    trouble,
    /** Replies that were handed over here and are not yet in the conversation, each with how far it is. */
    pending: computed(() => shownReplies(openId.value, { pending: pending.value, waiting: waiting.value })),
    /** Takes over how far replies are on this device. Asks nobody. */
    look(): void {
      waiting.value = feed.waitingReplies();
    },
    refresh,
    /** Opens a question, or closes the one that is open. */
    open(id: Id | undefined): void {
      if (id !== openId.value) conversation.value = undefined;
      openId.value = id;
      trouble.value = undefined;
      turn++;
      void refresh();
    },
    /** Shows a reply that was handed over until the receiver has it. */
    addPending(reply: Pick<PendingReply, 'id' | 'question' | 'text'>): void {
      waiting.value = feed.waitingReplies();
      pending.value = [...pending.value, { ...reply, afterSeq: lastSeq(conversation.value?.messages ?? []) }];
    },
  };
});
