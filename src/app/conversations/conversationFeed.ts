import type { ConversationFeed, WaitingSubmission } from '../../conversations';
import type { Call, OutboxItemView, Outbox } from '../../delivery';
import { fail, succeed, type Failure, type Result } from '../../foundation/result';
import { clearMessage } from '../../privacy';
import type { OwnerSpace } from '../owner';
import type { PanelPort } from '../panelPort';

/** How often the conversation that is on screen looks for news. Milliseconds. */
const LOOK_MS = 15_000;

/** What a feed is made with. */
export interface ConversationFeedOptions {
  readonly port: PanelPort;
  readonly space: OwnerSpace;
  /** Whether somebody looks at conversations now: nobody else's browser has to ask. */
  isWatched(): boolean;
}

/** Creates the feed of one person's conversations: read from the backend, written through the outbox. */
export function createConversationFeed({ port, space, isWatched }: ConversationFeedOptions): ConversationFeed {
  const { connection, app, clock, newId } = port;
  let waiting: readonly WaitingSubmission[] = [];

  const call = async (): Promise<Result<Call, Failure>> => {
    const session = await connection.session();
    const token = await session.token();
    return token.ok ? succeed({ token: token.value, language: app.settings.peek().locale }) : token;
  };
  const asking = async <Value>(work: (given: Call) => Promise<Result<Value, Failure>>): Promise<Result<Value>> => {
    try {
      const given = await call();
      return given.ok ? await work(given.value) : given;
    } catch (cause) {
      return fail({ code: 'chunk-failed', message: 'A part of the script did not arrive.', cause });
    }
  };
  const sending = async (work: (box: Outbox) => Promise<Result<unknown, Failure>>): Promise<Result<void>> => {
    const box = await space.outbox().catch(() => undefined);
    if (!box) return fail({ code: 'session-lost', message: 'There is no outbox: nobody is signed in, or its part did not arrive.' });
    const saved = await work(box);
    void box.flush();
    return saved.ok ? succeed(undefined) : saved;
  };

  return {
    list: () => asking(async (given) => (await connection.reading()).submissions(0, given)),
    waiting: () => waiting,
    open: (question) => asking(async (given) => (await connection.reading()).conversation(question, given)),
    reply: (question, text) =>
      sending((box) => box.sendMessage({ question, id: newId(), message: clearMessage({ schema: 1, owner: space.owner, text, attachments: [] }) })),
    act: (question, type, value) =>
      sending((box) => box.sendAction({ question, id: newId(), action: { owner: space.owner, type, ...(value === undefined ? {} : { value }) } })),
    markRead: async (question, upTo) => {
      const marked = await asking(async (given) => (await connection.writing()).markRead(question, upTo, given));
      if (marked.ok) port.replies.look();
      return marked;
    },
    picture: (attachment) =>
      asking(async (given) => {
        const content = await (await connection.reading()).attachmentContent(attachment, given);
        return content.ok ? succeed(new Blob([content.value.bytes], { type: content.value.type })) : content;
      }),
    changed(listener) {
      const undos = [lookRegularly(() => isWatched() && listener())];
      void space.outbox().then((box) => {
        const follow = async (items: readonly OutboxItemView[]): Promise<void> => {
          waiting = await waitingIn(box, items);
          listener();
        };
        undos.push(box.items.subscribe((items) => void follow(items)));
      }, () => undefined);
      return () => {
        for (const undo of undos) undo();
      };
    },
  };

  function lookRegularly(look: () => void): () => void {
    let cancel = (): void => undefined;
    const next = (): void => {
      cancel = clock.after(LOOK_MS, () => {
        look();
        next();
      });
    };
    next();
    return () => cancel();
  }
}

/** What the receiver has not confirmed, with the first words of each question, read back from the sealed bytes. */
async function waitingIn(outbox: Outbox, items: readonly OutboxItemView[]): Promise<readonly WaitingSubmission[]> {
  const unconfirmed = items.filter(({ kind, state, reference }) => kind === 'submission' && reference === undefined && state !== 'done');
  return Promise.all(
    unconfirmed.map(async ({ id, savedAt, state }) => {
      const content = await outbox.content(id);
      const questions = content.ok && content.value && 'questions' in content.value ? content.value.questions : [];
      return {
        id,
        at: savedAt,
        state: state === 'attention' || state === 'sending' ? state : 'queued',
        questions: questions.map((question) => ({ id: question.id, excerpt: question.text.slice(0, EXCERPT) })),
      } as const;
    }),
  );
}

/** As long as the receiver's own excerpts. Characters. */
const EXCERPT = 120;
