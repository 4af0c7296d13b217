import type { Id } from '../foundation/id';
import type { Attachment } from '../protocol';
import { isBlank, type DraftQuestion } from './question';

/**
 * The questions one person is working on, in the order in which they will be sent.
 *
 * Two tabs may each hold a copy. They lose nothing because the same rule holds on both sides:
 * of one question the newest change wins, and a removal wins only from changes made before it.
 */
export interface Bundle {
  readonly questions: readonly DraftQuestion[];
  readonly attachments: readonly Attachment[];
  /** Removed and sent questions: another tab may still hold them. */
  readonly gone: readonly Gone[];
  /** When the order was last chosen, in ms. */
  readonly orderedAt: number;
  /** What stands in the field on the home screen, not yet a question. */
  readonly asking: string;
  /** Whether the person took the technical details out. */
  readonly withoutEnvironment: boolean;
  /** New at each save: tells whether somebody else saved in between. */
  readonly revision: string;
}

/** A question that was removed or sent, and when. */
export interface Gone {
  readonly id: Id;
  readonly at: number;
}

/** A question that was removed, with all that is needed to put it back. */
export interface Removed {
  readonly question: DraftQuestion;
  /** Where it stood, counted from 0. */
  readonly place: number;
  readonly attachments: readonly Attachment[];
}

/** More removals than this are forgotten, oldest first. */
export const GONE_KEPT = 100;

/** When a sent question was removed: no later change brings it back. */
export const SENT = Infinity;

/** A bundle with nothing in it. */
export const EMPTY_BUNDLE: Bundle = {
  questions: [],
  attachments: [],
  gone: [],
  orderedAt: 0,
  asking: '',
  withoutEnvironment: false,
  revision: '',
};

/** The questions the person has put in the bundle, without the one that is open in a form. */
export const keptQuestions = (bundle: Bundle): readonly DraftQuestion[] =>
  bundle.questions.filter(({ isUnfinished }) => !isUnfinished);

/** The question with this id, while it is there. */
export const questionIn = (bundle: Bundle, id: Id | undefined): DraftQuestion | undefined =>
  bundle.questions.find((question) => question.id === id);

/** Adds a question at the end. */
export const addQuestion = (bundle: Bundle, question: DraftQuestion): Bundle => ({
  ...bundle,
  questions: [...bundle.questions, question],
});

/** Replaces the question with the same id; one that is gone stays gone. */
export const changeQuestion = (bundle: Bundle, question: DraftQuestion): Bundle =>
  pruned({ ...bundle, questions: bundle.questions.map((other) => (other.id === question.id ? question : other)) });

/** Moves a kept question to a place among the kept ones, counted from 0. */
export function moveQuestion(bundle: Bundle, id: Id, to: { readonly place: number; readonly at: number }): Bundle {
  const kept = keptQuestions(bundle);
  const moving = kept.find((question) => question.id === id);
  if (!moving) return bundle;
  const order = kept.filter((question) => question !== moving);
  order.splice(Math.max(0, to.place), 0, moving);
  return {
    ...bundle,
    questions: [...order, ...bundle.questions.filter(({ isUnfinished }) => isUnfinished)],
    orderedAt: to.at,
  };
}

/** Looks up what `removeQuestion` is about to take away. */
export function removedFrom(bundle: Bundle, id: Id): Removed | undefined {
  const question = questionIn(bundle, id);
  return (
    question && {
      question,
      place: bundle.questions.indexOf(question),
      attachments: bundle.attachments.filter((attachment) => question.attachments.includes(attachment.id)),
    }
  );
}

/** Takes questions out, and with them the attachments that nobody else uses. */
export const removeQuestions = (bundle: Bundle, ids: readonly Id[], at: number): Bundle =>
  pruned({
    ...bundle,
    questions: bundle.questions.filter(({ id }) => !ids.includes(id)),
    gone: [...bundle.gone.filter(({ id }) => !ids.includes(id)), ...ids.map((id) => ({ id, at }))].slice(-GONE_KEPT),
  });

/** Puts a removed question back where it stood. */
export function restoreQuestion(bundle: Bundle, removed: Removed, at: number): Bundle {
  const { question, place, attachments } = removed;
  if (questionIn(bundle, question.id)) return bundle;
  const removedAt = bundle.gone.find(({ id }) => id === question.id)?.at ?? 0;
  const back = { ...question, changedAt: Math.max(at, removedAt + 1) }; // newer than its removal, so that it wins in other tabs too
  return {
    ...bundle,
    questions: [...bundle.questions.slice(0, place), back, ...bundle.questions.slice(place)],
    attachments: byId(bundle.attachments, attachments),
    gone: bundle.gone.filter(({ id }) => id !== question.id),
  };
}

/** Closes the form: what is in it joins the bundle, a blank one goes away. */
export function closeQuestion(bundle: Bundle, open: DraftQuestion, at: number): Bundle {
  if (!isBlank(open)) return changeQuestion(bundle, { ...open, isUnfinished: false, changedAt: at });
  return open.isUnfinished
    ? { ...bundle, questions: bundle.questions.filter(({ id }) => id !== open.id) }
    : removeQuestions(bundle, [open.id], at);
}

/** Attaches something to a question that is in the bundle. */
export const attach = (bundle: Bundle, question: DraftQuestion, attachment: Attachment): Bundle =>
  changeQuestion(
    { ...bundle, attachments: byId(bundle.attachments, [attachment]) },
    { ...question, attachments: [...question.attachments.filter((id) => id !== attachment.id), attachment.id] },
  );

/** Puts another attachment where one stood, in every question that has it. */
export function replaceAttachment(
  bundle: Bundle,
  old: Id,
  { by, at }: { readonly by: Attachment; readonly at: number },
): Bundle {
  if (!bundle.attachments.some(({ id }) => id === old)) return bundle;
  return pruned({
    ...bundle,
    questions: bundle.questions.map((question) =>
      question.attachments.includes(old)
        ? { ...question, attachments: question.attachments.map((id) => (id === old ? by.id : id)), changedAt: at }
        : question,
    ),
    attachments: bundle.attachments.map((attachment) => (attachment.id === old ? by : attachment)),
  });
}

/** Takes an attachment off a question. */
export const detach = (bundle: Bundle, question: DraftQuestion, attachment: Id): Bundle =>
  changeQuestion(bundle, { ...question, attachments: question.attachments.filter((id) => id !== attachment) });

/** Tells whether there is anything a person would miss. */
export const isEmpty = (bundle: Bundle): boolean => bundle.asking === '' && bundle.questions.every(isBlank);

/** Joins two manifests: of one id the added one stays. */
export const byId = (old: readonly Attachment[], added: readonly Attachment[]): readonly Attachment[] => [
  ...old.filter(({ id }) => !added.some((other) => other.id === id)),
  ...added,
];

/** Leaves out attachments that no question uses. */
export const pruned = (bundle: Bundle): Bundle => {
  const used = new Set(bundle.questions.flatMap(({ attachments }) => attachments));
  return { ...bundle, attachments: bundle.attachments.filter(({ id }) => used.has(id)) };
};
