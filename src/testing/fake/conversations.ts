import type { SealedBody } from '../../delivery';
import { createId, type Id } from '../../foundation/id';
import type { Action, ChangePage, Conversation, Message } from '../../protocol/conversation';
import type { Attachment } from '../../protocol/submission';
import { Refused } from './refusal';
import { openBody } from './sealedBody';
import { attachmentView } from './submissions';
import type { StoredQuestion, World } from './world';

type FollowUp = SealedBody & { readonly question: Id };

/** What the fake does with what is said about a question. */
export interface Conversations {
  putMessage(item: FollowUp, owner: string): Promise<void>;
  putAction(item: FollowUp, owner: string): Promise<void>;
  markRead(question: Id, upTo: number, owner: string): void;
  read(question: Id, owner: string): Conversation;
  changes(after: number, owner: string): ChangePage;
  /** False when there is no such question. */
  reply(question: Id, text: string): boolean;
}

/** Creates the conversations of a world. */
export function createConversations(world: World): Conversations {
  const own = (id: Id, owner: string): StoredQuestion => {
    const found = world.questions.get(id);
    if (found?.submission.owner !== owner) throw new Refused('not-found');
    return found;
  };

  /** Gives the body when it is new; nothing when these very bytes came before. */
  const news = async (item: FollowUp, owner: string): Promise<Readonly<Record<string, unknown>> | undefined> => {
    const body = await openBody(item, owner);
    own(item.question, owner);
    const known = world.digests.get(item.id);
    if (known !== undefined && known !== item.digest) throw new Refused('submission-conflict');
    world.digests.set(item.id, item.digest);
    return known === undefined ? body : undefined;
  };

  const say = (question: StoredQuestion, said: Omit<StoredQuestion['said'][number], 'seq' | 'at'>): void => {
    question.said.push({ ...said, seq: question.said.length + 1, at: new Date().toISOString() });
    world.change(question.submission, 'message', question.id);
  };

  return {
    async putMessage(item, owner) {
      const body = await news(item, owner);
      if (!body) return;
      const { text, attachments } = body as unknown as Message; // as far as a fake looks
      for (const declared of attachments)
        world.attachments.set(declared.id, { declared, owner, state: 'declared', bytes: new Uint8Array() });
      say(own(item.question, owner), { id: item.id, text, isReply: false, attachments });
    },
    async putAction(item, owner) {
      const body = await news(item, owner);
      if (!body) return;
      const { type } = body as unknown as Action; // as far as a fake looks
      const question = own(item.question, owner);
      if (type === 'solved') question.status = 'closed';
      if (type === 'reopen') question.status = 'received';
      world.change(question.submission, 'question', question.id);
    },
    markRead(id, upTo, owner) {
      const question = own(id, owner);
      question.readTo = Math.max(question.readTo, upTo);
    },
    read: (id, owner) => conversationOf(world, own(id, owner)),
    changes: (after, owner) => changesOf(world, after, owner),
    reply(id, text) {
      const question = world.questions.get(id);
      if (!question) return false;
      question.status = 'answered';
      say(question, {
        id: createId((count) => crypto.getRandomValues(new Uint8Array(count))),
        text,
        isReply: true,
        attachments: [],
      });
      return true;
    },
  };
}

function conversationOf(world: World, { id, submission, number, status, said }: StoredQuestion): Conversation {
  const messages = said.map((message) => messageView(world, message));
  return { id, submission: submission.id, number, status, viewedBy: [], messages };
}

function changesOf(world: World, after: number, owner: string): ChangePage {
  const items = world.changes
    .filter((change) => change.owner === owner && change.seq > after)
    .map(({ owner: _owner, ...change }) => change);
  return { items, next: items.at(-1)?.seq ?? after, more: false };
}

function messageView(
  world: World,
  { id, seq, at, text, isReply, attachments }: StoredQuestion['said'][number],
): Conversation['messages'][number] {
  const shown = (declared: Attachment) => {
    const stored = world.attachments.get(declared.id);
    return stored ? [{ ...attachmentView(stored), kind: declared.kind, type: declared.type }] : [];
  };
  return {
    id,
    seq,
    at,
    from: isReply ? { name: 'Noor', role: 'agent' } : { name: 'Fake', role: 'user' },
    own: !isReply,
    content: [{ t: 'p', c: [text] }],
    attachments: attachments.flatMap(shown),
  };
}
