import type { Id } from '../foundation/id';
import type { Attachment, Environment, Question, Submission } from '../protocol';

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
  | { readonly kind: TrailPart; readonly question: Id; readonly value: readonly unknown[] }
  | { readonly kind: 'environment'; readonly value: Environment };

/** What the page noticed around a question. */
export type TrailPart = 'steps' | 'errors' | 'failedRequests';

const TRAIL: readonly TrailPart[] = ['steps', 'errors', 'failedRequests'];

/** Lists every part of a submission in the order of the screen: question by question, technical details last. */
export function partsOf(submission: Submission): readonly Part[] {
  const { environment } = submission;
  return [
    ...submission.questions.flatMap((question) => partsOfQuestion(question, submission.attachments)),
    ...(environment ? [{ kind: 'environment', value: environment } as const] : []),
  ];
}

function partsOfQuestion(question: Question, attachments: readonly Attachment[]): readonly Part[] {
  const { id, text, place, client, whiteScreen } = question;
  return [
    ...(text ? [{ kind: 'text', question: id, value: text } as const] : []),
    ...(place ? [{ kind: 'place', question: id, value: place } as const] : []),
    ...(client ? [{ kind: 'client', question: id, value: client } as const] : []),
    ...(whiteScreen ? [{ kind: 'whiteScreen', question: id, value: whiteScreen.parts } as const] : []),
    ...attachments
      .filter((one) => question.attachments.includes(one.id))
      .map((value) => ({ kind: 'attachment', question: id, value }) as const),
    ...TRAIL.flatMap((kind) =>
      question[kind].length > 0 ? [{ kind, question: id, value: question[kind] } as const] : [],
    ),
  ];
}
