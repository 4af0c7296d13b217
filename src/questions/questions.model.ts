import { createModel } from '@preact/signals-core';
import type { Id } from '../foundation/id';
import type { Attachment } from '../protocol';
import { replaceAttachment } from './bundle';
import { EditingModel, type EditingDeps } from './editing.model';
import type { Answers } from './question';
import { RemovedPartModel } from './removedPart.model';
import { SavedBundleModel, type SavedBundleDeps } from './savedBundle.model';
import { SendingModel, type SendingDeps } from './sending.model';
import type { Part } from './parts';

/** What the questions need from outside. */
export interface QuestionsDeps extends SavedBundleDeps, EditingDeps, SendingDeps {}

/** Several questions, one submission: writing, keeping, looking at it, sending. */
export const QuestionsModel = createModel((deps: QuestionsDeps) => {
  const saved = new SavedBundleModel(deps);
  const editing = new EditingModel(deps, saved);
  const sending = new SendingModel(deps, { saved, editing });
  const parts = new RemovedPartModel(deps, saved);
  const { bundle, change, saving, flush, leave: leavePage } = saved;
  const { refusals, again } = sending;

  const andAgain =
    <Args extends readonly unknown[]>(act: (...args: Args) => void) =>
    (...args: Args): void => {
      act(...args);
      again();
    };

  return {
    ...editing,
    ...sending,
    bundle,
    saving,
    flush,
    /** Stores what was typed a moment ago, in the little time that a page has that is left. */
    leavePage,
    removedPart: parts.removedPart,
    limits: deps.limits,
    /** Goes back to writing, or closes the receipt. */
    leave(): void {
      parts.removedPart.value = undefined;
      sending.leave();
    },
    /** Fills slots of the question in the form. */
    answer(answers: Answers): void {
      if (refusals.value.length > 0) refusals.value = [];
      editing.answer(answers);
    },
    /** Puts the question in the bundle. An empty form stays open and asks for words. */
    keep(): boolean {
      if (!sending.hasWords()) return false;
      editing.keep();
      return true;
    },
    /** Keeps what is typed on the home screen. */
    type: (asking: string): void => change((old) => ({ ...old, asking })),
    /** Goes on to the form with what was typed on the home screen. */
    ask(): void {
      const text = bundle.value.asking.trim();
      change((old) => ({ ...old, asking: '' }));
      editing.begin(text);
    },
    /** Takes one part out of what is being looked at; a text goes with its whole question. */
    removePart: andAgain((part: Part) => (part.kind === 'text' ? editing.remove(part.question) : parts.remove(part))),
    undoRemovePart: andAgain(parts.undo),
    /** Puts an edited picture in the place of the one before. A part that was taken out before that cannot be put back any more. */
    replaceAttachment: andAgain((old: Id, by: Attachment) => {
      parts.removedPart.value = undefined;
      change((bundled) => replaceAttachment(bundled, old, { by, at: deps.clock.now() }));
    }),
    /** Takes a question out; `undoRemove` puts it back. */
    remove: andAgain(editing.remove),
    undoRemove: andAgain(editing.undoRemove),
  };
});

/** The questions of one person. */
export type QuestionsModel = InstanceType<typeof QuestionsModel>;
