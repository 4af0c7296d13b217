import { computed, createModel, signal } from '@preact/signals-core';
import type { Limits } from '../protocol';
import { removeQuestions, SENT } from './bundle';
import type { EditingModel } from './editing.model';
import { readyBundle } from './mergeBundles';
import { OutgoingModel, preparedOf } from './outgoing.model';
import type { PreparedSubmission, SubmissionSink } from './ports';
import { isBlank } from './question';
import type { SavedBundleModel } from './savedBundle.model';
import { mustBeChecked, refusalsOf, type Refusal } from './submission';

/** What sending needs from outside. */
export interface SendingDeps {
  readonly sink: SubmissionSink;
  limits(): Limits;
  /** `always`: the person ticks every picture. Default `risk`: only what was not masked by us. */
  readonly review?: 'risk' | 'always';
}

interface Sources {
  readonly saved: InstanceType<typeof SavedBundleModel>;
  readonly editing: InstanceType<typeof EditingModel>;
}

/** From what is ready to what is sent: check, freeze, let the person look where they should, hand over. */
export const SendingModel = createModel((deps: SendingDeps, { saved, editing }: Sources) => {
  const { bundle } = saved;
  const way = new OutgoingModel(deps.sink);
  const { outgoing } = way;
  const refusals = signal<readonly Refusal[]>([]);
  const isChecked = signal(false);
  const ready = computed(() => readyBundle(bundle.value, editing.current.value));
  const toCheck = computed(() => ready.value.attachments.filter((one) => mustBeChecked(one, deps.review)));
  const needsReview = computed(() => ready.value.questions.length > 1 || toCheck.value.length > 0);

  const post = async (prepared: PreparedSubmission): Promise<void> => {
    way.start(prepared);
    await saved.around(async () => {
      const ids = prepared.submission.questions.map((question) => question.id);
      if (bundle.peek().gone.some(({ id }) => ids.includes(id))) return void way.failed('submission-conflict');
      if (!(await way.post(prepared))) return;
      bundle.value = { ...removeQuestions(bundle.peek(), ids, SENT), withoutEnvironment: false };
      editing.removed.value = undefined;
    });
    if (outgoing.peek().state === 'sending') way.failed('storage-failed', prepared); // the store gave up before it was handed over
  };

  /** Freezes what is ready and holds it for a look, or sends it at once. */
  const prepare = async (shouldShow: () => boolean): Promise<void> => {
    if (!way.begin()) return;
    isChecked.value = false;
    editing.complete();
    await saved.flush();
    refusals.value = refusalsOf(ready.peek(), deps.limits());
    if (refusals.peek().length > 0 || ready.peek().questions.length === 0) return way.leave();
    const prepared = await way.prepare(ready.peek());
    if (!prepared) return;
    if (shouldShow()) way.show(prepared);
    else await post(prepared);
  };

  const hasWords = (): boolean => {
    const draft = editing.draft.value;
    const isThere = draft !== undefined && !isBlank(draft);
    refusals.value = isThere ? [] : [{ code: 'text-missing', ...(draft && { question: draft.id }) }];
    return isThere;
  };

  return {
    outgoing,
    /** Why the last attempt did not go on; emptied by the next one. */
    refusals,
    /** Attachments that the person must look at before they may go. */
    toCheck,
    isChecked,
    needsReview,
    /** Asks for words when the form has none. */
    hasWords,
    /** From the form: sends, or first shows what will be sent when it should be looked at. */
    submit: async (): Promise<void> => (hasWords() ? prepare(() => needsReview.peek()) : undefined),
    /** From the bundle: shows what will be sent. */
    look: (): Promise<void> => prepare(() => true),
    /** Freezes again what is being looked at, so that the screen shows what will really leave. */
    again(): void {
      if (preparedOf(outgoing.value)) void prepare(() => true);
    },
    /** From the review screen: sends exactly what is shown. */
    async send(): Promise<void> {
      const { state } = outgoing.value;
      const prepared = preparedOf(outgoing.value);
      const mayGo = isChecked.value || toCheck.value.length === 0;
      if (prepared && mayGo && (state === 'review' || state === 'failed')) await post(prepared);
    },
    leave: way.leave,
  };
});
