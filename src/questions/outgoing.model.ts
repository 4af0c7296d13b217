import { createModel, effect, signal } from '@preact/signals-core';
import type { Submission } from '../protocol';
import type { Bundle } from './bundle';
import type { PreparedSubmission, SentSoFar, SubmissionSink } from './ports';

/**
 * What is on its way out.
 *
 *     none ─▶ preparing ─▶ review ─▶ sending ─▶ sent
 *               │ └───────────────────▲ │
 *               └────▶ failed ◀─────────┘        (keeps everything; sending again goes on)
 */
export type Outgoing =
  | { readonly state: 'none' }
  | { readonly state: 'preparing'; readonly prepared?: PreparedSubmission | undefined }
  | { readonly state: 'review' | 'sending'; readonly prepared: PreparedSubmission }
  | { readonly state: 'failed'; readonly code: string; readonly prepared?: PreparedSubmission | undefined }
  | { readonly state: 'sent'; readonly sent: SentSoFar; readonly submission: Submission };

/** One submission on its way: holds it still while it is looked at, hands it over once, follows it. */
export const OutgoingModel = createModel((sink: SubmissionSink) => {
  const outgoing = signal<Outgoing>({ state: 'none' });
  const following = signal<PreparedSubmission | undefined>(undefined);
  let last: { readonly of: string; readonly prepared: PreparedSubmission } | undefined;

  const failed = (code: string, prepared?: PreparedSubmission): false => {
    outgoing.value = { state: 'failed', code, prepared };
    return false;
  };

  /** The same bundle keeps its id, so that trying again can't make a second submission. */
  const prepare = async (bundle: Bundle): Promise<PreparedSubmission | undefined> => {
    const of = JSON.stringify([bundle.questions, bundle.attachments, bundle.withoutEnvironment]);
    if (last?.of === of) return last.prepared;
    const result = await sink.prepare(bundle);
    if (!result.ok) return void failed(result.problem.code);
    last = { of, prepared: result.value };
    return result.value;
  };

  effect(() => {
    const { id, submission } = following.value ?? {};
    return id && submission && sink.follow(id, (sent) => (outgoing.value = { state: 'sent', sent, submission }));
  });

  return {
    outgoing,
    failed,
    /** Takes the turn; a second press while something is on its way gets none. */
    begin(): boolean {
      const { state } = outgoing.value;
      if (state === 'preparing' || state === 'sending') return false;
      following.value = undefined;
      outgoing.value = { state: 'preparing', prepared: preparedOf(outgoing.value) };
      return true;
    },
    prepare,
    /** Holds it for the person to look at. */
    show(submission: PreparedSubmission): void {
      outgoing.value = { state: 'review', prepared: submission };
    },
    /** Shows at once that it is on its way, so that a second press does nothing. */
    start(submission: PreparedSubmission): void {
      outgoing.value = { state: 'sending', prepared: submission };
    },
    /** Hands it to the outbox; tells whether it is saved there. */
    async post(submission: PreparedSubmission): Promise<boolean> {
      const result = await sink.send(submission);
      if (!result.ok) return failed(result.problem.code, submission);
      last = undefined;
      outgoing.value = { state: 'sent', sent: result.value, submission: submission.submission };
      following.value = submission;
      return true;
    },
    /** Goes back to writing, or closes the receipt. */
    leave(): void {
      outgoing.value = { state: 'none' };
      following.value = undefined;
    },
  };
});

/** What is being looked at, while there is something. */
export const preparedOf = (outgoing: Outgoing): PreparedSubmission | undefined =>
  'prepared' in outgoing ? outgoing.prepared : undefined;
