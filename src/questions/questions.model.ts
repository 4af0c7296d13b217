import { computed, createModel, signal } from '@preact/signals-core';
import type { Id } from '../foundation/id';
import type { Limits } from '../protocol';
import { removeQuestions, SENT } from './bundle';
import { EditingModel, type EditingDeps } from './editing.model';
import { readyBundle } from './mergeBundles';
import type { PreparedSubmission, SubmissionSink } from './ports';
import { isBlank } from './question';
import { SavedBundleModel, type SavedBundleDeps } from './savedBundle.model';
import { preparedOf, SendingModel } from './sending.model';
import { mustBeChecked, refusalsOf, withoutPart, type Part, type Refusal } from './submission';

/** What the questions need from outside. */
export interface QuestionsDeps extends SavedBundleDeps, EditingDeps {
  readonly sink: SubmissionSink;
  limits(): Limits;
  /** `always`: the person ticks every picture. Default `risk`: only what was not masked by us. */
  readonly review?: 'risk' | 'always';
}

/** Several questions, one submission: writing, keeping, looking at it, sending. */
export const QuestionsModel = createModel((deps: QuestionsDeps) => {
  const saved = new SavedBundleModel(deps);
  const editing = new EditingModel(deps, saved);
  const sending = new SendingModel(deps.sink);
  const { bundle, change, saving, flush, around } = saved;
  const { outgoing } = sending;
  const refusals = signal<readonly Refusal[]>([]);
  const isChecked = signal(false);
  const ready = computed(() => readyBundle(bundle.value, editing.current.value));
  const toCheck = computed(() => ready.value.attachments.filter((one) => mustBeChecked(one, deps.review)));
  const needsReview = computed(() => ready.value.questions.length > 1 || toCheck.value.length > 0);

  const post = (prepared: PreparedSubmission): Promise<void> => {
    sending.start(prepared);
    return around(async () => {
      const ids = prepared.submission.questions.map(({ id }) => id);
      if (bundle.peek().gone.some(({ id }) => ids.includes(id))) return void sending.failed('already-sent');
      if (!(await sending.post(prepared))) return;
      bundle.value = { ...removeQuestions(bundle.peek(), ids, SENT), withoutEnvironment: false };
      editing.removed.value = undefined;
    });
  };

  /** Freezes what is ready; `show` holds it for a look, else it goes on at once. */
  const prepare = async (show: () => boolean): Promise<void> => {
    if (!sending.begin()) return;
    isChecked.value = false;
    await flush();
    refusals.value = refusalsOf(ready.peek(), deps.limits());
    if (refusals.peek().length > 0 || ready.peek().questions.length === 0) return sending.leave();
    const prepared = await sending.prepare(ready.peek());
    if (!prepared) return;
    if (show()) sending.show(prepared);
    else await post(prepared);
  };

  /** Freezes again what is being looked at, so that the screen shows what will really leave. */
  const again = (): void => {
    if (preparedOf(outgoing.value)) void prepare(() => true);
  };

  return {
    bundle,
    saving,
    flush,
    outgoing,
    /** Why the last attempt to send did not go on; emptied by the next attempt. */
    refusals,
    /** Attachments that the person must look at before they may go. */
    toCheck,
    isChecked,
    needsReview,
    ...{ current: editing.current, draft: editing.draft, kept: editing.kept, removed: editing.removed },
    ...{ keep: editing.keep, begin: editing.begin, edit: editing.edit, answer: editing.answer, move: editing.move },
    ...{ attach: editing.attach, detach: editing.detach, restore: editing.restore },
    /** Keeps what is typed on the home screen. */
    type: (asking: string): void => change((old) => ({ ...old, asking })),
    /** Goes on to the form with what was typed on the home screen. */
    ask(): void {
      const text = bundle.value.asking.trim();
      change((old) => ({ ...old, asking: '' }));
      editing.begin(text);
    },
    /** From the form: sends, or first shows what will be sent when it should be looked at. */
    async submit(): Promise<void> {
      const draft = editing.draft.value;
      if (draft && !isBlank(draft)) return prepare(() => needsReview.peek());
      refusals.value = [{ code: 'text-missing', ...(draft && { question: draft.id }) }];
    },
    /** From the bundle: shows what will be sent. */
    look: (): Promise<void> => prepare(() => true),
    /** From the review screen: sends exactly what is shown. */
    async send(): Promise<void> {
      const { state } = outgoing.value;
      const prepared = preparedOf(outgoing.value);
      const isAllowed = state === 'review' || state === 'failed';
      if (prepared && isAllowed && (isChecked.value || toCheck.value.length === 0)) await post(prepared);
    },
    removePart(part: Part): void {
      if (part.kind === 'text') editing.remove(part.question);
      else change((old) => withoutPart(old, part, deps.clock.now()));
      again();
    },
    remove(id: Id): void {
      editing.remove(id);
      again();
    },
    undoRemove(): void {
      editing.undoRemove();
      again();
    },
    leave: sending.leave,
  };
});
