import { ConversationsModel, type ConversationFeed } from '../../../src/conversations';
import type {
  Conversation,
  ConversationMessage,
  QuestionStatus,
  QuestionView,
  SubmissionView,
} from '../../../src/protocol';

type Id = Conversation['id'];

const clock = {
  now: () => Date.UTC(2026, 2, 12, 9),
  after(delayMs: number, action: () => void) {
    const timer = setTimeout(action, delayMs);
    return () => clearTimeout(timer);
  },
};

/** Makes the id that always belongs to this number. */
export const sampleId = (number: number): Id => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}` as Id; // the pattern of an id

/** Makes one question of a receipt. */
export const sampleQuestion = (number: number, excerpt: string, change: Partial<QuestionView> = {}): QuestionView => ({
  id: sampleId(number),
  number: `24-${117 + number}.1`,
  status: 'received',
  unread: 0,
  excerpt,
  ...change,
});

/** Makes the receiver's view of a submission. */
export const sampleView = (number: number, ...questions: readonly QuestionView[]): SubmissionView => ({
  id: sampleId(500 + number),
  reference: `24-${117 + number}`,
  digest: '',
  receivedAt: '2026-03-11T14:20:00Z',
  cursor: 100 - number,
  delivery: 'complete',
  questions,
  attachments: [],
});

/** Makes a message of an agent. */
export const sampleMessage = (
  seq: number,
  text: string,
  change: Partial<ConversationMessage> = {},
): ConversationMessage => ({
  id: sampleId(2000 + seq),
  seq,
  at: '2026-03-12T08:05:00Z',
  from: { name: 'Noor', role: 'agent' },
  own: false,
  content: [{ t: 'p', c: [text] }],
  attachments: [],
  ...change,
});

/** Makes a conversation. */
export const sampleConversation = (
  status: QuestionStatus,
  ...messages: readonly ConversationMessage[]
): Conversation => ({
  id: sampleId(1),
  submission: sampleId(501),
  number: '24-118.1',
  status,
  viewedBy: [],
  messages,
});

const PICTURE = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="400"><rect width="640" height="400" fill="#f3f5f8"/><rect width="640" height="40" fill="#1f5fbf"/>${[80, 130, 180, 230].map((y) => `<rect x="24" y="${y}" width="${200 + (y % 3) * 90}" height="22" fill="#c9d0da"/>`).join('')}</svg>`;

/** What a sample differs in. */
export interface SampleOptions {
  readonly views?: readonly SubmissionView[];
  readonly waiting?: ReturnType<ConversationFeed['waiting']>;
  readonly replies?: ReturnType<ConversationFeed['waitingReplies']>;
  readonly conversation?: Conversation;
  /** Code with which reading fails. */
  readonly readFails?: string;
  /** Code with which writing fails. */
  readonly writeFails?: string;
  /** Reading never answers. */
  readonly silent?: boolean;
}

const failed = (code: string) =>
  Promise.resolve({ ok: false, problem: { code, message: 'As the scene wants it.' } } as const);
const never = new Promise<never>(() => undefined);

function sampleFeed(options: SampleOptions): ConversationFeed {
  const { views = [], waiting = [], replies = [], conversation, readFails, writeFails, silent } = options;
  const read = <Value>(value: Value) =>
    silent ? never : readFails ? failed(readFails) : Promise.resolve({ ok: true, value } as const);
  const write = () => (writeFails ? failed(writeFails) : Promise.resolve({ ok: true, value: undefined } as const));
  return {
    list: () => read(views),
    waiting: () => waiting,
    waitingReplies: () => replies,
    retry: () => Promise.resolve(),
    open: () => (conversation ? read(conversation) : failed('not-found')),
    reply: () => (writeFails ? failed(writeFails) : Promise.resolve({ ok: true, value: sampleId(800) } as const)),
    act: write,
    markRead: write,
    picture: () => read(new Blob([PICTURE], { type: 'image/svg+xml' })),
    changed: () => () => undefined,
  };
}

/** Makes a person's conversations as a scene wants them. */
export function sampleConversations(options: SampleOptions = {}): ConversationsModel {
  return new ConversationsModel({ feed: sampleFeed(options), clock });
}
