import type { HostContext } from '../host';
import type { SupportError } from './errors';
import type { SupportEventName, SupportListener } from './events';
import type { SupportHints } from './hints';
import type { SupportOptions } from './options';

/**
 * What `open()` and the attribute `data-support-open` can show: the question form, the help, one's own questions,
 * one of them by its number (`question:24-118.1`, as a mail names it; one that is not theirs leads to their own questions),
 * one hint of the page that is open (`hint:eerste-rapportage`; the help where it can not be shown), one article.
 *
 * @public
 */
export type SupportTarget =
  | 'ask'
  | 'answers'
  | 'questions'
  | `question:${string}`
  | `hint:${string}`
  | `article:${string}`;

/**
 * Where support stands, as plain values of this moment.
 *
 * @public
 */
export interface SupportState {
  /** `unavailable`: options without a usable `backend`, or no document (server rendering). */
  readonly phase: 'starting' | 'ready' | 'unavailable' | 'ended';
  /** Whether the panel can be seen. */
  readonly isOpen: boolean;
  /** Replies the person has not read. */
  readonly unread: number;
  /** Submissions and messages that the receiver does not have completely yet. */
  readonly waiting: number;
  /** Whether a person is signed in here. */
  readonly isSignedIn: boolean;
  /** Everything that was wrong with options and calls so far. */
  readonly problems: readonly SupportError[];
}

/**
 * A part that cannot work here, and what would mend it.
 *
 * @public
 */
export interface UnavailablePart {
  /** Which part. */
  readonly part: 'everything' | 'screenshot' | 'storage' | 'sending';
  /** Kebab-case. */
  readonly code: string;
  /** What the host can do about it. */
  readonly remedy: string;
}

/**
 * What was not sent yet when a person signed out.
 *
 * @public
 */
export interface UnsentCounts {
  /** Questions in the making. */
  readonly drafts: number;
  /** Submissions and messages that are saved and wait for the network. */
  readonly queued: number;
}

/**
 * What a sign-out came to.
 *
 * @public
 */
export interface SignedOut extends UnsentCounts {
  /** What the person chose; absent when nobody was asked, or there was nothing to ask about. */
  readonly choice?: 'send' | 'keep' | 'delete';
}

/**
 * How somebody signs out.
 *
 * @public
 */
export interface SignOutOptions {
  /** Sends what waits first, for ten seconds at most. Default `false`. */
  readonly send?: boolean;
  /** Deletes what is left from this device. Default `false`: it waits, encrypted, for the same person. */
  readonly wipe?: boolean;
  /**
   * Asks the person, when something was not sent: send now, keep it here, or delete it. Default `false`: you ask, or nobody does.
   * Wait for the answer before you end the session, because sending needs it. Closing the question keeps everything, and so does
   * leaving it open: after two minutes the sign-out goes on.
   */
  readonly ask?: boolean;
}

/**
 * The handle that `createSupport` gives. No method throws or rejects; what goes wrong is in `state.problems` and the `problem` event.
 *
 * @public
 */
export interface Support {
  /** Opens the panel. Resolves once it is painted, or when that is impossible. Default target `'ask'`. */
  open(target?: SupportTarget): Promise<void>;
  /** Closes the panel. What was typed is kept. */
  close(): void;
  /** Shows the launcher. */
  show(): void;
  /** Hides the launcher; the panel can still be opened. */
  hide(): void;
  /** Says that another person may be signed in now: asks `auth` for a new token and changes to that person's own questions. */
  identify(): Promise<void>;
  /**
   * Says that the person is signing out: clears the screen before the next paint and drops token and drafts from memory.
   * What is stored waits, encrypted, for the same person. `state.waiting` tells before how much that is; when it is not zero, ask.
   * With `ask` we do. The counts are of what was left.
   */
  signOut(options?: SignOutOptions): Promise<SignedOut>;
  /** Hints: what they ask for, and showing them by hand. */
  readonly hints: SupportHints;
  /** Replaces what option `context` told, until the next call. */
  setContext(context: HostContext): void;
  /** Changes options while running. `backend`, `auth` and `storage` cannot change. */
  update(options: Partial<SupportOptions>): void;
  /** Listens. The answer ends it. */
  on<Name extends SupportEventName>(name: Name, listener: SupportListener<Name>): () => void;
  /** Listens once. The answer ends it earlier. */
  once<Name extends SupportEventName>(name: Name, listener: SupportListener<Name>): () => void;
  /** Where it stands now; a new object each time. */
  readonly state: SupportState;
  /** Resolves with the state when starting is over, whichever way it went. */
  readonly ready: Promise<SupportState>;
  /** Lists what cannot work on this page, with the remedy. */
  unavailable(): readonly UnavailablePart[];
  /** Ends everything and takes every node, listener and timer away. What is stored stays. */
  destroy(): void;
}
