import { createModel, effect, signal } from '@preact/signals-core';
import type { Clock } from '../foundation/clock';
import type { Id } from '../foundation/id';
import type { Undo } from '../foundation/lifetime';
import type { ReplyDrafts } from './ports';

const REST_MS = 400;

/** Replies that are being written: one per question, kept while the person looks elsewhere. Without a store they live in memory. */
export const ReplyDraftsModel = createModel(
  ({ clock, replyDrafts }: { readonly clock: Clock; readonly replyDrafts?: ReplyDrafts | undefined }) => {
    const drafts = signal<Readonly<Record<string, string>>>({});
    let cancelRest: Undo | undefined;

    const save = async (): Promise<void> => {
      cancelRest?.();
      await replyDrafts?.save(drafts.peek());
    };

    effect(() => () => cancelRest?.());

    return {
      drafts,
      save,
      async load(): Promise<void> {
        const stored = await replyDrafts?.load();
        if (stored?.ok && stored.value) drafts.value = { ...stored.value, ...drafts.peek() };
      },
      /** Keeps what is typed; empty words keep nothing. */
      type(question: Id, text: string): void {
        const { [question]: _, ...others } = drafts.value;
        drafts.value = text ? { ...others, [question]: text } : others;
        cancelRest?.();
        cancelRest = clock.after(REST_MS, () => void save());
      },
    };
  },
);
