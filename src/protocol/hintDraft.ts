import { fail, succeed, type Result } from '../foundation/result';
import type { Audience, HintKind, HintTarget, UnfinishedHint } from './hint';
import { audience, hintInTheMaking, NAME, target } from './readHint';
import { namesOf, shapeOf, unfinished, wholeOf, type HintFinding, type Reader } from './readShape';

/** One hint that is being made, with what it stands on. Body of `PUT /hints/drafts/{id}`. */
export interface HintDraft {
  readonly hint: UnfinishedHint;
  /** The places that it names, as they should be. */
  readonly targets: Readonly<Record<string, HintTarget>>;
  /** The audiences with a name that it asks for. */
  readonly segments?: Readonly<Record<string, Audience>>;
  /** The revision that it was made from, 0 when it is new. Left out: 0, and at a later change as it was. */
  readonly basedOn?: number;
}

/** What the receiver knows of a draft. */
export interface HintDraftState {
  /** What `If-Match` must name to change it: another one after each change. */
  readonly etag: string;
  readonly changedAt: string;
  /** Name of who changed it last. */
  readonly changedBy: string;
  readonly basedOn: number;
}

/** A draft as the receiver keeps it. */
export interface KeptHintDraft extends HintDraft, HintDraftState {
  readonly basedOn: number;
}

/** A draft in the list. */
export interface HintDraftEntry extends HintDraftState {
  readonly id: string;
  readonly kind: HintKind;
  readonly name: string;
}

/** Most bytes of one draft: what fifteen steps of a tour with their places need, and room beside it. */
export const HINT_DRAFT_BYTES = 65_536;

/**
 * Reads a draft. What is there is judged as in a document, by the same readers and with the same codes; what is not there yet
 * is no fault, nor what is still empty. Whether it can be published is for `decodeHints` and `checkHints`.
 */
export function decodeHintDraft(value: unknown): Result<HintDraft, readonly HintFinding[]> {
  const findings: HintFinding[] = [];
  const read = draft(value, { pointer: '', depth: 0, findings });
  return read === undefined ? fail(findings) : succeed(read);
}

const SEGMENT = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/u;

const draft: Reader<HintDraft> = shapeOf(
  { hint: unfinished(hintInTheMaking), targets: namesOf(target, { max: 100, name: NAME }) },
  {
    segments: namesOf(unfinished(audience), { max: 100, name: SEGMENT }),
    basedOn: wholeOf({ min: 0, max: 2_147_483_647 }),
  },
);
