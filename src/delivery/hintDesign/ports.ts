import type { Result } from '../../foundation/result';
import type { HintDocument } from '../../protocol/hint';
import type { HintActPage } from '../../protocol/hintAct';
import type { HintDraft, HintDraftEntry, HintDraftState, KeptHintDraft } from '../../protocol/hintDraft';
import type { HintReport } from '../../protocol/hintReport';
import type { HintRevision } from '../../protocol/hintState';
import type { HintFinding } from '../../protocol/readShape';
import type { Call } from '../ports';
import type { HintDesignProblem } from './designProblem';

/** What goes with every request of who makes hints. */
export interface HintDesignCall extends Call {
  /** `productie`, `acceptatie`: hints are made and published in each apart. A document names its own. */
  readonly environment: string;
}

/** What every method gives: the value, or why not. It never rejects. */
export type DesignAnswer<Value> = Promise<Result<Value, HintDesignProblem>>;

/** Making and publishing hints at a receiver. What each does, the port of the designer says. */
export interface HintDesign {
  live(call: HintDesignCall): DesignAnswer<{ readonly revision: number; readonly document: HintDocument } | undefined>;
  revisions(call: HintDesignCall): DesignAnswer<readonly HintRevision[]>;
  document(revision: number, call: HintDesignCall): DesignAnswer<HintDocument>;
  drafts(call: HintDesignCall): DesignAnswer<readonly HintDraftEntry[]>;
  draft(id: string, call: HintDesignCall): DesignAnswer<KeptHintDraft>;
  saveDraft(saving: DraftSaving, call: HintDesignCall): DesignAnswer<HintDraftState>;
  removeDraft(which: { readonly id: string; readonly etag: string }, call: HintDesignCall): DesignAnswer<void>;
  validate(document: HintDocument, call: HintDesignCall): DesignAnswer<readonly HintFinding[]>;
  publish(publication: HintPublication, call: HintDesignCall): DesignAnswer<HintRevision>;
  rollBack(way: WayBack, call: HintDesignCall): DesignAnswer<HintRevision>;
  /** Gives all that is paused now. */
  pause(pausing: HintPausing, call: HintDesignCall): DesignAnswer<readonly string[]>;
  audit(before: number | undefined, call: HintDesignCall): DesignAnswer<HintActPage>;
  report(month: string, call: HintDesignCall): DesignAnswer<HintReport>;
}

/** A draft, and the tag of what was changed to make it; `new`: there is none yet. */
export interface DraftSaving {
  readonly draft: HintDraft;
  readonly etag: string | 'new';
}

/** What becomes live. */
export interface HintPublication {
  readonly document: HintDocument;
  /** The revision that was live when it was made; 0 where there is none. */
  readonly after: number;
  readonly note: string;
  /** Whether its maker has seen the warnings. */
  readonly isConfirmed?: boolean;
}

/** What becomes live again, as a new revision. */
export interface WayBack {
  /** The revision that had it right. */
  readonly to: number;
  /** The one hint that comes back as it was. Left out: all of them. */
  readonly hint?: string;
  readonly note: string;
  /** The revision that is live. */
  readonly after: number;
}

/** What stops at once, or goes on. */
export interface HintPausing {
  /** `*` is all of them. */
  readonly hints: readonly string[];
  readonly isPaused: boolean;
  readonly note: string;
}
