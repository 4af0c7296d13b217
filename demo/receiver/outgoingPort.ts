import type { Id } from '../../src/foundation/id';
import type { QuestionStatus, Question } from '../../src/protocol/index';

/** What a webhook can tell about. */
export const WEBHOOK_EVENTS = [
  'submission.received',
  'question.changed',
  'message.added',
  'attachment.changed',
] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

/** Who wants to hear what. */
export interface Subscription {
  /** Letters, digits and dashes, once per receiver. */
  readonly id: string;
  readonly organisation: string;
  readonly events: readonly WebhookEvent[];
}

/** What a webhook tells: ids, references, kinds and times. Never words, evidence, people or clients. */
export interface ChangeFacts {
  /** The same for everybody who is told of this change. */
  readonly event: string;
  /** The number of the change within its organisation: later is higher. */
  readonly change: number;
  readonly by?: 'asker' | 'agent';
  readonly submission: { readonly id: Id; readonly reference: string };
  readonly questions: readonly {
    readonly id: Id;
    readonly number: string;
    readonly kind: Question['kind'];
    readonly status: QuestionStatus;
  }[];
}

/** What a mail is about: an answer to this question. Whom it goes to is looked up when it goes. */
export interface AnswerFacts {
  readonly question: Id;
  readonly number: string;
  readonly owner: string;
}

/** Who gets a mail. */
export interface Recipient {
  readonly who: 'asker' | 'contact';
  readonly address: string;
}

/** Something that is told to somebody outside, at least once and under the same id each time. */
export interface Outgoing {
  readonly id: string;
  readonly organisation: string;
  /** `webhook:<id>`, or `mail`. */
  readonly target: string;
  readonly event: string;
  readonly body: ChangeFacts | AnswerFacts;
  readonly at: Date;
  readonly state: OutgoingState;
  /** This one included. */
  readonly tries: number;
  readonly nextAt: Date;
  /** Why the last try failed. */
  readonly reason?: string;
}

export type OutgoingState = 'waiting' | 'done' | 'dead';

/** How a try ended. */
export type Settled =
  | { readonly state: 'done' }
  | { readonly state: 'waiting'; readonly reason: string; readonly nextAt: Date }
  | { readonly state: 'dead'; readonly reason: string };

/** Which ones to send again. */
export type Again = { readonly id: string } | { readonly since: Date };

/** What is to be told, and who wants to hear it. */
export interface OutgoingStore {
  /** From now on these are told, and no others: what still waited for another is dead. */
  keepSubscriptions(subscriptions: readonly Subscription[]): Promise<void>;
  /** For whom something is due. */
  dueTargets(): Promise<readonly string[]>;
  /** Takes a few that are due; nobody else gets them until the lease is over, or ever once they are settled. */
  takeDue(target: string, leaseMs: number): Promise<readonly Outgoing[]>;
  /** Says how a try ended; nothing happens when the lease was over and somebody else tried since. */
  endTry(item: Pick<Outgoing, 'id' | 'tries'>, how: Settled): Promise<void>;
  /** Who gets a mail, as it is now; nobody when there is no address any more. */
  recipientOf(item: Pick<Outgoing, 'organisation' | 'body'>): Promise<Recipient | undefined>;
  /** The newest first. */
  outgoing(state: OutgoingState | undefined): Promise<readonly Outgoing[]>;
  /** Sends again, under the same ids, whether they had arrived or not. Gives how many. Since a moment: of webhooks only. */
  sendAgain(which: Again): Promise<number>;
}
