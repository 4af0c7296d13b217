import { computed, createModel, effect } from '@preact/signals-core';
import type { Clock } from '../foundation/clock';
import { ActsModel } from './acts.model';
import { ListModel } from './list.model';
import type { ConversationFeed, ReplyDrafts } from './ports';
import { ReplyDraftsModel } from './replyDrafts.model';
import { ThreadModel } from './thread.model';

/** What the conversations need from outside. */
export interface ConversationsDeps {
  readonly feed: ConversationFeed;
  readonly clock: Clock;
  /** Left out: replies in the making live as long as the page. */
  readonly replyDrafts?: ReplyDrafts;
}

/** Everything a person asked, and what was said about it. */
export const ConversationsModel = createModel(({ feed, clock, replyDrafts }: ConversationsDeps) => {
  const replies = new ReplyDraftsModel({ clock, replyDrafts });
  const list = new ListModel(feed);
  const thread = new ThreadModel({ feed, onRead: list.read });
  const acts = new ActsModel({ feed, replies, thread });
  const { openId, conversation, trouble, pending, open } = thread;
  const { busy, problem, draft, type, reply, act } = acts;

  const refreshAll = async (): Promise<void> => {
    await Promise.all([list.refresh(), thread.refresh()]);
  };
  effect(() =>
    feed.changed((where) => {
      list.look();
      thread.look();
      if (where === 'there') void refreshAll();
    }),
  );

  return {
    rows: list.rows,
    shown: list.shown,
    filter: list.filter,
    unread: list.unread,
    /** Why the list could not be read. */
    trouble: list.trouble,
    thread: { openId, conversation, trouble, busy, problem, pending, draft, open, type, reply, act },
    /** Reads the list and the open conversation again. */
    refresh: refreshAll,
    /** Reads what was typed before a reload, then the list. */
    async start(): Promise<void> {
      await replies.load();
      await refreshAll();
    },
    /** Saves what is typed: when the page is left. */
    flush: replies.save,
    picture: feed.picture,
    /** How far the attachments of the open question are, while they are on their way from this device. */
    media: computed(() => list.waiting.value.find(({ id }) => id === conversation.value?.submission)?.media),
    /** Tries again what goes no further by itself: a submission or a reply. */
    retry: feed.retry,
  };
});

/** The conversations of one person. */
export type ConversationsModel = InstanceType<typeof ConversationsModel>;
