import type { Failure, Result } from '../foundation/result';
import type {
  HintActPage,
  HintDocument,
  HintDraft,
  HintDraftEntry,
  HintDraftState,
  HintFinding,
  HintReport,
  HintRevision,
  KeptHintDraft,
} from '../protocol';

/** What every method gives: the value, or why not. It never rejects. */
export type Reply<Value> = Promise<Result<Value, RepositoryProblem>>;

/**
 * Where hints that are being made are kept, and what is published of them, in one environment and in the name of one person.
 * What is read is either whole or a problem.
 */
export interface HintRepository {
  /** Gives the newest document with its revision; nothing where none was ever published. */
  live(): Reply<LiveHints | undefined>;
  /** Gives what was published, newest first. */
  revisions(): Reply<readonly HintRevision[]>;
  /** Gives a document as it was published. */
  document(revision: number): Reply<HintDocument>;

  /** Gives every draft that is kept, with who changed it last; without what is in it. */
  drafts(): Reply<readonly HintDraftEntry[]>;
  /** Gives a draft, by the id of its hint. */
  draft(id: string): Reply<KeptHintDraft>;
  /**
   * Keeps a draft over the state with this tag; `new`: there is none yet. After `cut-off` the same is sent again before anything newer,
   * as it may have been kept: `nextSave` sees to that.
   */
  saveDraft(draft: HintDraft, etag: string | 'new'): Reply<HintDraftState>;
  /** Throws a draft away, if it still has this tag. One that is gone already is no problem. */
  removeDraft(id: string, etag: string): Reply<void>;

  /** Gives what the receiver finds in a document, faults and doubts. It publishes nothing. */
  validate(document: HintDocument): Reply<readonly HintFinding[]>;
  /**
   * Publishes, after the revision that its maker saw; 0 where there was none. Warnings are `faulty` unless `isConfirmed`.
   * Not done twice: after `cut-off` it may be live, so look at `live` first; sending it again gives `published`, also where it was ours.
   */
  publish(publication: Publication): Reply<HintRevision>;
  /** Publishes again what was live in revision `to`; `after` and `cut-off` as with publishing. Drafts stay as they are. */
  rollBack(way: WayBack): Reply<HintRevision>;
  /** Stops hints at once or lets them go on, without publishing. Gives all that is paused now. */
  pause(pausing: Pausing): Reply<readonly string[]>;

  /** Gives who did what to what is published, newest first; the next page is `before` the last `place` of this one. */
  audit(before?: number): Reply<HintActPage>;
  /** Gives how many people hints came to in a month (`2026-11`, UTC), as far as that is still kept. */
  report(month: string): Reply<HintReport>;
}

/** What is published now. */
export interface LiveHints {
  readonly revision: number;
  readonly document: HintDocument;
}

/** What becomes live. */
export interface Publication {
  readonly document: HintDocument;
  /** The revision that was live when it was made. */
  readonly after: number;
  /** Why, for the log. */
  readonly note: string;
  /** Its maker has seen the warnings. Left out: no. */
  readonly isConfirmed?: boolean;
}

/** What becomes live again. */
export interface WayBack {
  readonly to: number;
  /** The one hint that comes back as it was. Left out: everything, which takes a steward. */
  readonly hint?: string;
  readonly note: string;
  readonly after: number;
}

/** What stops, or goes on. */
export interface Pausing {
  /** Ids; `*` is all of them. */
  readonly hints: readonly string[];
  readonly isPaused: boolean;
  readonly note: string;
}

/** Why it was not done. `is` says what a designer can do about it, `code` what it was. */
export type RepositoryProblem = Failure & RepositoryTrouble;

/** What is in the way. */
export type RepositoryTrouble =
  /** Somebody else was at this draft. Left out: they threw it away. Nothing was written over. */
  | { readonly is: 'draft-changed'; readonly present?: DraftOfSomebody }
  /** Somebody else has published, so look at that first. Left out: ask for `live`. */
  | { readonly is: 'published'; readonly live?: number }
  /** What can't be published or kept like this. At least one. */
  | { readonly is: 'faulty'; readonly findings: readonly HintFinding[] }
  /** This person may not do this. */
  | { readonly is: 'no-role' }
  /** There is no such draft, revision or hint. */
  | { readonly is: 'not-found' }
  /** Possible again after so long. */
  | { readonly is: 'too-often'; readonly seconds: number }
  /** The receiver has no room for more of these. */
  | { readonly is: 'no-room' }
  /** Not reached, cut off, answered by something in between, or failed on the way: it may have been done or not. The same may be sent again. */
  | { readonly is: 'cut-off' }
  /** Refused for another reason, and the same will be refused again. */
  | { readonly is: 'refused' };

/** The draft as somebody else left it. */
export interface DraftOfSomebody {
  readonly etag: string;
  readonly changedAt: string;
  /** Name of who did. */
  readonly changedBy: string;
}
