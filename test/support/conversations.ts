import { ConversationsModel, type ConversationFeed, type ReplyDrafts } from '../../src/conversations';
import type { WaitingReply, WaitingSubmission } from '../../src/conversations/conversation';
import type { Id } from '../../src/foundation/id';
import { fail, succeed, type Result } from '../../src/foundation/result';
import type { Conversation, SubmissionView } from '../../src/protocol';
import { anId, manualClock } from './builders';

/** A feed whose answers a test decides. */
export interface TestFeed extends ConversationFeed {
  views: readonly SubmissionView[];
  unsent: readonly WaitingSubmission[];
  unsentReplies: readonly WaitingReply[];
  conversations: readonly Conversation[];
  /** Set to make reading or writing fail with this code. */
  broken: { read?: string | undefined; write?: string | undefined };
  /** What the person did, in order. */
  readonly did: (readonly unknown[])[];
  /** Tells that something changed; only on this device with `here`. */
  tell(where?: 'here'): void;
}

/** Makes a feed in memory. */
export function testFeed(
  change: Partial<Pick<TestFeed, 'views' | 'unsent' | 'unsentReplies' | 'conversations'>> = {},
): TestFeed {
  const listeners = new Set<(where: 'here' | 'there') => void>();
  let replies = 0;
  const broken = (code: string): Result<never> => fail({ code, message: 'the feed is broken' });
  const write = async (...act: readonly unknown[]): Promise<Result<void>> => {
    await Promise.resolve();
    if (feed.broken.write) return broken(feed.broken.write);
    feed.did.push(act);
    return succeed(undefined);
  };
  const feed: TestFeed = {
    views: [],
    unsent: [],
    unsentReplies: [],
    conversations: [],
    broken: {},
    did: [],
    ...change,
    async list() {
      await Promise.resolve();
      return feed.broken.read ? broken(feed.broken.read) : succeed(feed.views);
    },
    waiting: () => feed.unsent,
    waitingReplies: () => feed.unsentReplies,
    async retry(item) {
      feed.did.push(['retry', item]);
    },
    async open(question: Id) {
      await Promise.resolve();
      const found = feed.conversations.find(({ id }) => id === question);
      return feed.broken.read ? broken(feed.broken.read) : found ? succeed(found) : broken('not-found');
    },
    async reply(question, text) {
      const written = await write('reply', question, text);
      return written.ok ? succeed(anId(800 + ++replies)) : written;
    },
    act: (question, type, value) => write(type, question, value),
    markRead: (question, upTo) => write('read', question, upTo),
    picture: () => Promise.resolve(succeed(new Blob([PIXEL], { type: 'image/gif' }))),
    changed(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell: (where) => listeners.forEach((listener) => listener(where ?? 'there')),
  };
  return feed;
}

/** One grey pixel as a GIF. */
const PIXEL = Uint8Array.from([
  71, 73, 70, 56, 57, 97, 1, 0, 1, 0, 128, 0, 0, 200, 200, 200, 0, 0, 0, 44, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 68, 1, 0,
  59,
]);

/** Makes a store for replies in the making that several visits can share. */
export function sharedReplyDrafts(): ReplyDrafts & { stored: Readonly<Record<string, string>> | undefined } {
  const store: ReturnType<typeof sharedReplyDrafts> = {
    stored: undefined,
    load: () => Promise.resolve(succeed(store.stored)),
    save(drafts) {
      store.stored = drafts;
      return Promise.resolve(succeed(undefined));
    },
  };
  return store;
}

/** A person's conversations, with everything around them in a test's hands. */
export function aConversationsModel(feed = testFeed(), replyDrafts?: ReplyDrafts) {
  const clock = manualClock();
  const model = new ConversationsModel({ feed, clock, ...(replyDrafts && { replyDrafts }) });
  return { model, feed, clock };
}
