import type { Id } from '../foundation/id';
import type { AppError, Attachment, Environment, FailedRequest, Question, Step, Submission } from '../protocol';

/**
 * One literal part of a submission, as "Dit sturen we mee" shows it.
 * `question` is absent on what belongs to all questions together. A text is removed by removing its question.
 */
export type Part =
  | { readonly kind: 'text'; readonly question: Id; readonly value: string }
  | { readonly kind: 'place'; readonly question: Id; readonly value: NonNullable<Question['place']> }
  | { readonly kind: 'client'; readonly question: Id; readonly value: NonNullable<Question['client']> }
  | { readonly kind: 'whiteScreen'; readonly question: Id; readonly value: readonly number[] }
  | { readonly kind: 'attachment'; readonly question: Id; readonly value: Attachment }
  | { readonly kind: 'environment'; readonly value: Environment }
  | TrailPart
  | TrailEntry;

/** One list of what the page noticed before a question. */
export type TrailPart =
  | { readonly kind: 'steps'; readonly question: Id; readonly value: readonly Step[] }
  | { readonly kind: 'errors'; readonly question: Id; readonly value: readonly AppError[] }
  | { readonly kind: 'failedRequests'; readonly question: Id; readonly value: readonly FailedRequest[] };

/** One entry of such a list. Its `at` names it: no two in a list are equal. */
export type TrailEntry =
  | { readonly kind: 'step'; readonly question: Id; readonly value: Step }
  | { readonly kind: 'error'; readonly question: Id; readonly value: AppError }
  | { readonly kind: 'failedRequest'; readonly question: Id; readonly value: FailedRequest };

/** Tells whether a part is such a list. */
export const isTrail = (part: ShownPart): part is TrailPart =>
  part.kind === 'steps' || part.kind === 'errors' || part.kind === 'failedRequests';

/** Lists the entries of what the page noticed, each a part of its own. */
export function entriesOf({ kind, question, value }: TrailPart): readonly TrailEntry[] {
  switch (kind) {
    case 'steps':
      return value.map((one) => ({ kind: 'step', question, value: one }));
    case 'errors':
      return value.map((one) => ({ kind: 'error', question, value: one }));
    case 'failedRequests':
      return value.map((one) => ({ kind: 'failedRequest', question, value: one }));
  }
}

/** A part that is shown as one thing; what the page noticed is shown list by list. */
export type ShownPart = Exclude<Part, TrailEntry>;

/** Lists every part of a submission in the order of the screen: question by question, technical details last. */
export function partsOf(submission: Submission): readonly ShownPart[] {
  const { environment } = submission;
  return [
    ...submission.questions.flatMap((question) => partsOfQuestion(question, submission.attachments)),
    ...(environment ? [{ kind: 'environment', value: environment } as const] : []),
  ];
}

function partsOfQuestion(question: Question, attachments: readonly Attachment[]): readonly ShownPart[] {
  const { id, text, place, client, whiteScreen } = question;
  return [
    ...(text ? [{ kind: 'text', question: id, value: text } as const] : []),
    ...(place ? [{ kind: 'place', question: id, value: place } as const] : []),
    ...(client ? [{ kind: 'client', question: id, value: client } as const] : []),
    ...(whiteScreen ? [{ kind: 'whiteScreen', question: id, value: whiteScreen.parts } as const] : []),
    ...attachments
      .filter((one) => question.attachments.includes(one.id))
      .map((value) => ({ kind: 'attachment', question: id, value }) as const),
    ...trailOf(question).filter(({ value }) => value.length > 0),
  ];
}

const trailOf = ({ id, steps, errors, failedRequests }: Question): readonly TrailPart[] => [
  { kind: 'steps', question: id, value: steps },
  { kind: 'errors', question: id, value: errors },
  { kind: 'failedRequests', question: id, value: failedRequests },
];
