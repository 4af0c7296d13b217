import { createModel } from '@preact/signals-core';
import type { Id } from '../foundation/id';
import { EditingModel, type EditingDeps } from './editing.model';
import { RemovedPartModel } from './removedPart.model';
import { SavedBundleModel, type SavedBundleDeps } from './savedBundle.model';
import { SendingModel, type SendingDeps } from './sending.model';
import type { Part } from './submission';

/** What the questions need from outside. */
export interface QuestionsDeps extends SavedBundleDeps, EditingDeps, SendingDeps {}

/** Several questions, one submission: writing, keeping, looking at it, sending. */
export const QuestionsModel = createModel((deps: QuestionsDeps) => {
  const saved = new SavedBundleModel(deps);
  const editing = new EditingModel(deps, saved);
  const sending = new SendingModel(deps, { saved, editing });
  const parts = new RemovedPartModel(deps, saved);
  const { bundle, change, saving, flush } = saved;
  const { current, draft, kept, removed, keep, begin, edit, answer, attach, detach, move, restore, context } = editing;
  const { outgoing, refusals, toCheck, isChecked, needsReview, submit, look, again, send, leave } = sending;

  return {
    bundle,
    saving,
    flush,
    current,
    draft,
    kept,
    removed,
    keep,
    begin,
    edit,
    answer,
    attach,
    detach,
    move,
    restore,
    context,
    limits: deps.limits,
    removedPart: parts.removedPart,
    outgoing,
    refusals,
    toCheck,
    isChecked,
    needsReview,
    submit,
    look,
    send,
    /** Goes back to writing, or closes the receipt. */
    leave(): void {
      parts.removedPart.value = undefined;
      leave();
    },
    /** Keeps what is typed on the home screen. */
    type: (asking: string): void => change((old) => ({ ...old, asking })),
    /** Goes on to the form with what was typed on the home screen. */
    ask(): void {
      const text = bundle.value.asking.trim();
      change((old) => ({ ...old, asking: '' }));
      begin(text);
    },
    /** Takes one part out of what is being looked at; a text goes with its whole question. */
    removePart(part: Part): void {
      if (part.kind === 'text') editing.remove(part.question);
      else parts.remove(part);
      again();
    },
    undoRemovePart(): void {
      parts.undo();
      again();
    },
    /** Takes a question out; `undoRemove` puts it back. */
    remove(id: Id): void {
      editing.remove(id);
      again();
    },
    undoRemove(): void {
      editing.undoRemove();
      again();
    },
  };
});

/** The questions of one person. */
export type QuestionsModel = InstanceType<typeof QuestionsModel>;
