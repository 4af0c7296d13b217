import { DEFAULT_LIMITS, type AgentReply, type Attachment, type ContentNode } from '../../src/protocol/index';

/** An id made on the device, as the protocol knows it. */
export type Id = Attachment['id'];

/** What the agent may choose while answering; closing is a step of its own. */
export type ReplyStatus = Exclude<AgentReply['status'], 'closed'>;

/** The choices in the order of the screen. */
export const REPLY_STATUSES: readonly ReplyStatus[] = ['answered', 'needsInfo', 'inProgress'];

/** A reply that is being written. Its id is made once, so that sending it twice is harmless. */
export interface Draft {
  readonly id: Id;
  readonly text: string;
  readonly status: ReplyStatus;
}

/** The drafts of one agent, by question. */
export type Drafts = Readonly<Record<string, Draft>>;

/** Starts an empty draft: most replies answer the question. */
export const newDraft = (id: Id): Draft => ({ id, text: '', status: 'answered' });

/** Takes a draft out. */
export function withoutDraft(drafts: Drafts, question: string): Drafts {
  const { [question]: _gone, ...others } = drafts;
  return others;
}

/** Whether there is anything to keep or send. */
export const isWritten = (draft: Draft | undefined): draft is Draft => draft !== undefined && draft.text.trim() !== '';

/** Whether the text is longer than the receiver takes. */
export const isTooLong = (draft: Draft | undefined): boolean =>
  Array.from(draft?.text ?? '').length > DEFAULT_LIMITS.textLength;

/** Whether content holds more than paragraphs and line breaks, so that it looks different from what was typed. */
export const hasMarks = (content: readonly ContentNode[]): boolean =>
  content.some((node) => typeof node !== 'string' && node.t !== 'br' && (node.t !== 'p' || hasMarks(node.c)));
