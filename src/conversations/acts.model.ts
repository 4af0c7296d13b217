import { computed, createModel, signal } from '@preact/signals-core';
import type { Id } from '../foundation/id';
import type { Result } from '../foundation/result';
import type { Action } from '../protocol';
import type { ConversationFeed } from './ports';
import type { ReplyDraftsModel } from './replyDrafts.model';
import type { ThreadModel } from './thread.model';

interface ActsDeps {
  readonly feed: ConversationFeed;
  readonly replies: InstanceType<typeof ReplyDraftsModel>;
  readonly thread: InstanceType<typeof ThreadModel>;
}

/** What the person does in the open conversation: one act at a time, a second press does nothing. */
export const ActsModel = createModel(({ feed, replies, thread }: ActsDeps) => {
  const { openId } = thread;
  const busy = signal<'no' | 'reply' | Action['type']>('no');
  const failed = signal<{ readonly question: Id; readonly code: string } | undefined>(undefined);
  const draft = computed(() => replies.drafts.value[openId.value ?? ''] ?? '');

  const once = async (
    what: 'reply' | Action['type'],
    work: (question: Id) => Promise<Result<unknown>>,
  ): Promise<boolean> => {
    const question = openId.value;
    if (!question || busy.value !== 'no') return false;
    busy.value = what;
    failed.value = undefined;
    const result = await work(question);
    busy.value = 'no';
    if (result.ok) void thread.refresh();
    else failed.value = { question, code: result.problem.code };
    return result.ok;
  };

  return {
    busy,
    draft,
    /** Why the last act in this conversation failed. */
    problem: computed(() => (failed.value?.question === openId.value ? failed.value?.code : undefined)),
    type(text: string): void {
      if (openId.value) replies.type(openId.value, text);
    },
    /** Sends what is typed. It stays in its box until it is saved. */
    reply(): Promise<boolean> {
      const text = draft.value.trim();
      if (!text) return Promise.resolve(false);
      return once('reply', async (question) => {
        const result = await feed.reply(question, text);
        if (!result.ok) return result;
        thread.addPending({ id: result.value, question, text });
        replies.type(question, '');
        return result;
      });
    },
    /** Says something without words, such as that it is solved. */
    act: (type: Action['type'], value?: boolean): Promise<boolean> =>
      once(type, (question) => feed.act(question, type, value)),
  };
});
