import type { HintDraft, HintDraftState } from '../protocol/hintDraft';

/**
 * The saving of one draft, while somebody goes on typing. A value: every act gives the next one.
 *
 *     withNext ──▶ next ──nextSave──▶ sent ──kept──▶ etag
 *                                     ▲  │ no answer: stays, and goes again as it is
 *                                     └──┘
 *
 * What was sent and has no answer may have been kept. The receiver knows it again by its bytes and its condition, and only then has
 * a tag for what is newer: so nothing newer goes before it.
 */
export interface DraftSaving {
  /** Of what the receiver was last known to have; `new`: nothing yet. */
  readonly etag: string | 'new';
  /** On its way, or without an answer. */
  readonly sent?: HintDraft;
  /** What is to be kept after that. */
  readonly next?: HintDraft;
}

/** Begins with a draft as it was read; `new` for one that nobody has kept. */
export const startSaving = (etag: string | 'new'): DraftSaving => ({ etag });

/** Puts the draft as it is now in line. What was in line and did not leave is not sent any more. */
export const withNext = (saving: DraftSaving, next: HintDraft): DraftSaving => ({ ...saving, next });

/** What has to be sent now, over which state, and the saving from then on. */
export interface NextSave {
  readonly draft: HintDraft;
  readonly etag: string | 'new';
  readonly saving: DraftSaving;
}

/** Gives what goes first: what has no answer yet, again. Nothing when all is kept. */
export function nextSave({ etag, sent, next }: DraftSaving): NextSave | undefined {
  if (sent !== undefined) return { draft: sent, etag, saving: { etag, sent, ...(next && { next }) } };
  return next && { draft: next, etag, saving: { etag, sent: next } };
}

/** It was kept: what is newer goes over this. */
export const kept = ({ next }: DraftSaving, { etag }: Pick<HintDraftState, 'etag'>): DraftSaving => ({
  etag,
  ...(next && { next }),
});

/** It was refused, so it was not kept: it waits with what is newer. A conflict is solved first, with `startSaving` over what a person chose. */
export function refused({ etag, sent, next = sent }: DraftSaving): DraftSaving {
  return { etag, ...(next && { next }) };
}
