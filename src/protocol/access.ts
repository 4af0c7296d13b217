import type { Id } from '../foundation/id';
import type { ContentUse } from './agent';

/** What somebody did: saw a question or an attachment, a list of questions, the access log itself, or erased something. */
export type AccessEvent = ContentUse | 'list' | 'review' | 'delete';

/** Why: to answer, to follow one's own question, to look after the log, to take something back, because its time was over. */
export type AccessPurpose = 'answering' | 'ownQuestion' | 'logReview' | 'takingBack' | 'retention';

/** One row of the access log, as NEN 7513 asks it. Says that something was seen, never what. */
export interface AccessRow {
  /** Order over all organisations. */
  readonly seq: number;
  /** RFC 3339, the receiver's clock. */
  readonly at: string;
  readonly event: AccessEvent;
  readonly purpose: AccessPurpose;
  /** Whether it was given. */
  readonly outcome: 'granted' | 'refused';
  readonly actor: { readonly id: string; readonly name: string; readonly role: string };
  /** The one under whose responsibility the actor works; the actor when nobody else. */
  readonly onBehalfOf: string;
  readonly organisation: string;
  readonly submission?: Id;
  readonly question?: Id;
  /** The question's number for people, while it is there. */
  readonly number?: string;
  readonly attachment?: Id;
  /** The host's references of the clients it was about. */
  readonly clientRefs: readonly string[];
  readonly requestId: string;
  /** Ties the row to the ones before it. Absent in rows from before there was a chain. */
  readonly hash?: string;
}

/** Body of `POST /agent/access/search`: every member that is there must fit. In a body, because an address is kept by others. */
export interface AccessFilter {
  readonly organisation?: string;
  readonly client?: string;
  readonly actor?: string;
  readonly question?: Id;
  /** Only rows before this `seq`: the next page. */
  readonly before?: number;
}

/** Answer: newest first. */
export interface AccessPage {
  readonly items: readonly AccessRow[];
  readonly more: boolean;
}

/** One organisation's chain. */
export interface AccessChain {
  readonly organisation: string;
  /** Rows in the chain. */
  readonly rows: number;
  /** Rows from before there was a chain: nothing proves them. */
  readonly unchained: number;
  /** The last hash. Kept elsewhere, it proves later that nothing before it was changed. */
  readonly head: string;
  /** The first place where the chain does not hold: a row that says something else, one that is not there, or an end that is not the last one written. */
  readonly broken?: { readonly place: number; readonly reason: 'changed' | 'missing' | 'end' };
}

/** Answer of `GET /agent/access/check`. */
export interface AccessCheck {
  readonly sound: boolean;
  readonly chains: readonly AccessChain[];
}

/** One line of the purge log: what was erased because its time was over. Counts, never content. */
export interface PurgeLine {
  /** RFC 3339, the receiver's clock. */
  readonly at: string;
  readonly organisation: string;
  readonly what: 'attachments' | 'conversations' | 'uploads';
  readonly why: string;
  readonly items: number;
}

/** Answer of `GET /agent/access/purges`: oldest first. */
export interface PurgeList {
  readonly items: readonly PurgeLine[];
}
