import type { ConversationFeed } from '../../conversations';
import type { Call, Outbox } from '../../delivery';
import type { Clock } from '../../foundation/clock';
import type { Undo } from '../../foundation/lifetime';
import { fail, succeed, type Failure, type Result } from '../../foundation/result';
import { clearMessage } from '../../privacy';
import type { OwnerSpace } from '../owner';
import type { PanelPort } from '../panelPort';
import { followDevice, type OnDevice } from './onDevice';

/** How often the conversation that is on screen looks for news. Milliseconds. */
const LOOK_MS = 15_000;
/** One in so many of those looks, while news is heard as it happens. */
const LIVE_LOOKS = 4;

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
  let onDevice: OnDevice = { submissions: [], replies: [], standings: '' };

  const { asking, sending } = createReach(port, space);

  return {
    list: () => asking(async (given) => (await connection.reading()).submissions(0, given)),
    waiting: () => onDevice.submissions,
    waitingReplies: () => onDevice.replies,
    retry: async (item) => {
      const box = await space.outbox().catch(() => undefined);
      await box?.retry(item);
    },
    open: (question) => asking(async (given) => (await connection.reading()).conversation(question, given)),
    reply: async (question, text) => {
      const id = newId();
      const message = clearMessage({ schema: 1, owner: space.owner, text, attachments: [] });
      const sent = await sending((box) => box.sendMessage({ question, id, message }));
      return sent.ok ? succeed(id) : sent;
    },
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
      const follow = (found: OnDevice): void => {
        const hasOnlyMoved = found.standings === onDevice.standings;
        onDevice = found;
        listener(hasOnlyMoved ? 'here' : 'there');
      };
      const undos = [
        lookRegularly(clock, (turn) => {
          if (isWatched() && !(port.replies.isLive() && turn % LIVE_LOOKS > 0)) listener('there');
        }),
        port.replies.onNews(() => isWatched() && listener('there')),
        followDevice({ space, isOnline: () => port.app.isOnline.peek() }, follow),
      ];
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

function lookRegularly(clock: Clock, look: (turn: number) => void): Undo {
  let turn = 0;
  let cancel = (): void => undefined;
  const next = (): void => {
    cancel = clock.after(LOOK_MS, () => {
      look(++turn);
      next();
    });
  };
  next();
  return () => cancel();
}
