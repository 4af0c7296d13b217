import type { Id } from '../foundation/id';
import type { Undo } from '../foundation/lifetime';
import type { Result } from '../foundation/result';
import type { Cleared } from '../privacy/cleared';
import type { Submission } from '../protocol';
import type { Bundle } from './bundle';
import type { NoticedBefore } from './question';

/** Keeps the bundle of the signed person between visits. */
export interface DraftStore {
  /** Whether what it keeps is still there after a reload. Otherwise nobody is told that it is saved. It may become so: `changed` tells. */
  readonly isLasting: boolean;
  load(): Promise<Result<Bundle | undefined>>;
  /** Succeeds when the bundle is really stored, as far as this store can. */
  save(bundle: Bundle): Promise<Result<void>>;
  /** Leaves nothing behind. */
  clear(): Promise<Result<void>>;
  /** The words have changed: a store that needs time for that gets ready for `leave`. */
  ready?(bundle: Bundle): void;
  /** Keeps what is typed in a page that is being left, beside what is stored: the next `load` joins the two. Left out: the last 400 ms are lost. */
  leave?(bundle: Bundle): void;
  /** Runs `work` while no other tab loads or saves. Left out: the moment between load and save is not guarded. */
  exclusively?<Value>(work: () => Promise<Value>): Promise<Value>;
  /** Tells that another tab has saved. Left out: this tab finds out at its own next save. */
  changed?(listener: () => void): Undo;
}

/** Holds what the page noticed before a question, in memory only. */
export interface TrailKeeper {
  /** Holds what went before a question that is begun now. */
  begin(question: Id): void;
  /** Gives it, once. */
  take(question: Id): NoticedBefore | undefined;
}

/** Where a bundle goes when it is sent. */
export interface SubmissionSink {
  /** Adds who, when and where to a bundle and clears it. Sends nothing. */
  prepare(bundle: Bundle): Promise<Result<PreparedSubmission>>;
  /** Succeeds when it is saved in the outbox. Not a receipt: the receiver has not seen it yet. The same `prepared` twice is one submission. */
  send(prepared: PreparedSubmission): Promise<Result<SentSoFar>>;
  /** Tells how far a submission is, now and at each step, until undone. */
  follow(id: Id, listener: (sent: SentSoFar) => void): Undo;
}

/** Exactly what will be hashed and posted. */
export interface PreparedSubmission {
  readonly id: Id;
  readonly submission: Cleared<Submission>;
}

/** How far a submission is. */
export interface SentSoFar {
  readonly id: Id;
  /**
   * `text`: the receiver has not answered yet. `media`: it holds the text, attachments are on their way. `done`: it holds all of it.
   * `gone`: the receiver has it no more.
   */
  readonly stage: 'text' | 'media' | 'done' | 'gone';
  /** Of the attachments, by what the receiver has committed: 0 to 100. */
  readonly percent: number;
  /** Present once the receiver has answered. */
  readonly reference?: string;
  /** When it was received, by the receiver's clock; present with `reference`, but for receipts of before this was kept. */
  readonly receivedAt?: string;
  /** A number for each question, in order; present with `reference`. */
  readonly questions?: readonly { readonly id: Id; readonly number: string }[];
  /** Only this page holds it: nobody may be told that it is saved. */
  readonly isHeld?: boolean;
  /** Tries again; present when it goes no further by itself. */
  readonly retry?: () => void;
  /** It does not get through: another way is offered. */
  readonly isStuck?: boolean;
  /** Why it waits or needs attention. */
  readonly problem?: string;
}
