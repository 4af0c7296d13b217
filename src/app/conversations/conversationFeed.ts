import type { ConversationFeed, WaitingSubmission } from '../../conversations';
import type { Call, OutboxItemView, Outbox } from '../../delivery';
import type { Clock } from '../../foundation/clock';
import { createLifetime, type Undo } from '../../foundation/lifetime';
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
  const { connection, clock, newId } = port;
  let waiting: readonly WaitingSubmission[] = [];

  const { asking, sending } = createReach(port, space);

  return {
    list: () => asking(async (given) => (await connection.reading()).submissions(0, given)),
    waiting: () => waiting,
    open: (question) => asking(async (given) => (await connection.reading()).conversation(question, given)),
    reply: (question, text) =>
      sending((box) =>
        box.sendMessage({
          question,
          id: newId(),
          message: clearMessage({ schema: 1, owner: space.owner, text, attachments: [] }),
        }),
      ),
    act: (question, type, value) =>
      sending((box) =>
        box.sendAction({
          question,
          id: newId(),
          action: { owner: space.owner, type, ...(value === undefined ? {} : { value }) },
        }),
      ),
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
      const follow = (found: readonly WaitingSubmission[]): void => {
        waiting = found;
        listener();
      };
      const undos = [lookRegularly(clock, () => isWatched() && listener()), followWaiting(space, follow)];
      return () => undos.forEach((undo) => undo());
    },
  };
}

/** The two ways to the receiver: a question asked with the person's token, and something handed to the outbox. Neither rejects. */
function createReach({ connection, app }: PanelPort, space: OwnerSpace) {
  const call = async (): Promise<Result<Call, Failure>> => {
    const token = await (await connection.session()).token();
    return token.ok ? succeed({ token: token.value, language: app.settings.peek().locale }) : token;
  };
  return {
    async asking<Value>(work: (given: Call) => Promise<Result<Value, Failure>>): Promise<Result<Value>> {
      try {
        const given = await call();
        return given.ok ? await work(given.value) : given;
      } catch (cause) {
        return fail({ code: 'chunk-failed', message: 'A part of the script did not arrive.', cause });
      }
    },
    async sending(work: (box: Outbox) => Promise<Result<unknown, Failure>>): Promise<Result<void>> {
      const box = await space.outbox().catch(() => undefined);
      if (!box) return fail({ code: 'session-lost', message: 'Nobody is signed in, or a part did not arrive.' });
      const saved = await work(box);
      void box.flush();
      return saved.ok ? succeed(undefined) : saved;
    },
  };
}

function lookRegularly(clock: Clock, look: () => void): Undo {
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

/** Tells at each step what the receiver has not confirmed yet. */
function followWaiting(space: OwnerSpace, listener: (waiting: readonly WaitingSubmission[]) => void): Undo {
  const lifetime = createLifetime();
  const follow = (box: Outbox): void =>
    lifetime.add(box.items.subscribe((items) => void waitingIn(box, items).then(listener)));
  space.outbox().then(follow, () => undefined); // nobody is signed in: nothing waits
  return () => lifetime.end();
}

/** What the receiver has not confirmed, with the first words of each question, read back from the sealed bytes. */
async function waitingIn(outbox: Outbox, items: readonly OutboxItemView[]): Promise<readonly WaitingSubmission[]> {
  const unconfirmed = items.filter(
    ({ kind, state, reference }) => kind === 'submission' && reference === undefined && state !== 'done',
  );
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
