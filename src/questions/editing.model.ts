import { computed, createModel, signal } from '@preact/signals-core';
import type { Id } from '../foundation/id';
import type { Attachment } from '../protocol';
import {
  addQuestion,
  attach,
  changeQuestion,
  closeQuestion,
  detach,
  keptQuestions,
  moveQuestion,
  questionIn,
  type Bundle,
} from './bundle';
import { answered, createQuestion, isBlank, type Answers, type DraftQuestion, type QuestionContext } from './question';
import type { TrailKeeper } from './ports';
import { RemovedQuestionModel } from './removedQuestion.model';
import { ResumingModel } from './resuming.model';
import type { SavedBundleDeps, SavedBundleModel } from './savedBundle.model';

/** What editing needs from outside. */
export interface EditingDeps extends Pick<SavedBundleDeps, 'clock' | 'newId'> {
  /** What the page knows now; asked when a question is begun. */
  context(): QuestionContext;
  /** What holds, in memory, what the page noticed; asked when a question is begun, and when it is kept or sent. Left out: questions go without. */
  trail?(): TrailKeeper | undefined;
}

/** The form and the list: one question is open at most, the others wait in the bundle. */
export const EditingModel = createModel((deps: EditingDeps, saved: InstanceType<typeof SavedBundleModel>) => {
  const { bundle, change } = saved;
  const current = signal<Id | undefined>(undefined);
  const draft = computed(() => questionIn(bundle.value, current.value));
  const kept = computed(() => keptQuestions(bundle.value));
  const now = (): number => deps.clock.now();

  /** Only now is it more than memory: the person keeps the question or is about to send it. */
  const complete = (): void => {
    const open = draft.peek();
    const noticed = open && !isBlank(open) && deps.trail?.()?.take(open.id);
    if (noticed) change((old) => changeQuestion(old, { ...open, ...noticed, changedAt: now() }));
  };

  const close = (): void => {
    complete();
    const open = draft.value;
    current.value = undefined;
    if (open) change((old) => closeQuestion(old, open, now()));
  };

  const open = (text: string): DraftQuestion => {
    close();
    const question = { ...createQuestion(deps.newId(), now(), deps.context()), text };
    current.value = question.id;
    deps.trail?.()?.begin(question.id);
    change((old) => addQuestion(old, question));
    return question;
  };

  /** Changes the question in the form, or a new one when it was sent or removed from another tab. */
  const write = (next: (old: Bundle, question: DraftQuestion) => Bundle): void => {
    const question = { ...(draft.value ?? open('')), changedAt: now() };
    change((old) => next(old, question));
  };

  return {
    current,
    draft,
    kept,
    ...new RemovedQuestionModel(deps, saved),
    ...new ResumingModel(saved, current),
    keep: close,
    /** The question in the form is about to be shown or sent: what the page noticed before it comes along. */
    complete,
    /** What the page knows now. */
    context: deps.context,
    /** Begins a question, or goes on with the one that was being written when there is nothing new to ask. */
    begin(text = ''): void {
      if (text || !draft.value?.isUnfinished || isBlank(draft.value)) open(text);
    },
    edit(id: Id): void {
      if (id === current.value) return;
      close();
      current.value = id;
    },
    answer: (answers: Answers): void => write((old, question) => changeQuestion(old, answered(question, answers))),
    attach: (attachment: Attachment): void => write((old, question) => attach(old, question, attachment)),
    detach: (attachment: Id): void => write((old, question) => detach(old, question, attachment)),
    move: (id: Id, place: number): void => change((old) => moveQuestion(old, id, { place, at: now() })),
  };
});
