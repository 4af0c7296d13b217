import { createId, type Id, type RandomBytes } from '../../src/foundation/id';
import type { Attachment, Conversation, ConversationMessage, QuestionView, SubmissionView } from '../../src/protocol';
import { EMPTY_BUNDLE, type Bundle } from '../../src/questions/bundle';
import { createQuestion, type DraftQuestion } from '../../src/questions/question';
import type { Clock } from '../../src/foundation/clock';

/** Time that moves only when a test says so. */
export interface ManualClock extends Clock {
  /** Moves on and runs what came due, in order. */
  pass(ms: number): void;
}

/** Makes a clock that starts on 12 March 2026, 9:00 UTC. */
export function manualClock(startAt = Date.UTC(2026, 2, 12, 9)): ManualClock {
  let now = startAt;
  const waiting = new Set<{ readonly at: number; readonly action: () => void }>();
  return {
    now: () => now,
    after(delayMs, action) {
      const timer = { at: now + delayMs, action };
      waiting.add(timer);
      return () => waiting.delete(timer);
    },
    pass(ms) {
      const until = now + ms;
      for (;;) {
        const [next] = [...waiting].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at);
        if (!next) break;
        waiting.delete(next);
        now = next.at;
        next.action();
      }
      now = until;
    },
  };
}

/** Makes bytes that are the same in every run (mulberry32). */
export function seededRandom(seed = 1): RandomBytes {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 24;
  };
  return (count) => Uint8Array.from({ length: count }, next);
}

/** Makes the id that always belongs to this number. */
export const anId = (number = 1): Id => createId(seededRandom(number));

/** Makes ids one after another. */
export const idsFrom = (seed: number): (() => Id) => {
  const random = seededRandom(seed);
  return () => createId(random);
};

/** Makes a question that is in the bundle; `number` decides its id. */
export const aQuestion = (number = 1, change: Partial<DraftQuestion> = {}): DraftQuestion => ({
  ...createQuestion(anId(number), 1000, { place: { label: 'Agenda › Week', route: '/agenda/week' } }),
  text: `Vraag ${number}: opslaan in de agenda doet niets.`,
  isUnfinished: false,
  ...change,
});

/** Makes a bundle of these questions. */
export const aBundle = (...questions: readonly DraftQuestion[]): Bundle => ({ ...EMPTY_BUNDLE, questions });

/** Makes a masked screenshot. */
export const anAttachment = (number = 1, change: Partial<Attachment> = {}): Attachment => ({
  id: anId(1000 + number),
  kind: 'screenshot',
  name: `screenshot-${number}.png`,
  type: 'image/png',
  size: 48_000,
  digests: ['47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='],
  width: 1280,
  height: 800,
  redaction: { mode: 'masked', boxes: 12, revealed: [] },
  ...change,
});

/** Makes one question of a receipt. */
export const aQuestionView = (number = 1, change: Partial<QuestionView> = {}): QuestionView => ({
  id: anId(number),
  number: `24-118.${number}`,
  status: 'received',
  unread: 0,
  excerpt: `Vraag ${number}: opslaan in de agenda doet niets.`,
  ...change,
});

/** Makes the receiver's view of a submission with one question. */
export const aSubmissionView = (change: Partial<SubmissionView> = {}): SubmissionView => ({
  id: anId(500),
  reference: '24-118',
  digest: 'sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:',
  receivedAt: '2026-03-12T09:00:00Z',
  cursor: 1,
  delivery: 'complete',
  questions: [aQuestionView()],
  attachments: [],
  ...change,
});

/** Makes a message of an agent; `seq` also decides its id. */
export const aMessage = (seq = 1, change: Partial<ConversationMessage> = {}): ConversationMessage => ({
  id: anId(2000 + seq),
  seq,
  at: '2026-03-12T09:30:00Z',
  from: { name: 'Noor', role: 'agent' },
  own: false,
  content: [{ t: 'p', c: ['We hebben het gevonden.'] }],
  attachments: [],
  ...change,
});

/** Makes a conversation: the question and, when given, what came after it. */
export const aConversation = (
  change: Partial<Conversation> = {},
  ...later: readonly ConversationMessage[]
): Conversation => ({
  id: anId(1),
  submission: anId(500),
  number: '24-118.1',
  status: 'received',
  viewedBy: [],
  messages: [
    aMessage(1, {
      at: '2026-03-12T09:00:00Z',
      from: { name: 'Sanne de Wit', role: 'user' },
      own: true,
      content: [{ t: 'p', c: ['Opslaan in de agenda doet niets.'] }],
    }),
    ...later,
  ],
  ...change,
});
