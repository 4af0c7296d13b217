import type { Id } from '../foundation/id';
import type { Attachment, Limits, Place, Question } from '../protocol';

/** A question that is still being written. What it has more than a `Question` stays on the device. */
export interface DraftQuestion extends Question {
  /** When its words or parts last changed, in ms: between two tabs the newest wins. */
  readonly changedAt: number;
  /** Open in a form and not yet put in the bundle by the person. */
  readonly isUnfinished: boolean;
}

/** What the host's page knows at the moment a question is begun. */
export interface QuestionContext {
  readonly place?: Place;
  /** The opaque reference of the client that is open now. */
  readonly clientRef?: string;
}

/** What the page noticed before a question was begun. Stays in memory until the question is kept or sent. */
export type NoticedBefore = Pick<Question, 'steps' | 'errors' | 'failedRequests'>;

/** Begins a question on the place and the client that are open now. */
export function createQuestion(id: Id, at: number, context: QuestionContext): DraftQuestion {
  const { place, clientRef: ref } = context;
  return {
    id,
    kind: 'problem',
    text: '',
    ...(place && { place }),
    ...(ref && { client: { scope: 'one', ref } }),
    steps: [],
    errors: [],
    failedRequests: [],
    fields: {},
    attachments: [],
    changedAt: at,
    isUnfinished: true,
  };
}

/** Slots that a person fills in or empties; `undefined` empties one. */
export type Answers = {
  readonly [Slot in 'text' | 'kind' | 'place' | 'client' | 'whiteScreen' | 'fields']?: Question[Slot] | undefined;
};

/** Fills slots of a question. */
export function answered(question: DraftQuestion, answers: Answers): DraftQuestion {
  const next: Record<string, unknown> = { ...question, ...answers };
  for (const slot of Object.keys(answers)) if (next[slot] === undefined) delete next[slot];
  return next as unknown as DraftQuestion; // only optional slots can be undefined in `Answers` of a whole question
}

/** Puts a part of the white screen on or off the map; parts stay in reading order. */
export const togglePart = (parts: readonly number[], part: number): readonly number[] =>
  parts.includes(part) ? parts.filter((other) => other !== part) : [...parts, part].sort((a, b) => a - b);

/** All nine parts of the screen, row by row. */
export const WHOLE_SCREEN: readonly number[] = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/** Tells whether the person has put nothing into it yet: it may go without a word. */
export const isBlank = (question: Question): boolean =>
  question.text.trim() === '' && question.attachments.length === 0 && question.whiteScreen === undefined;

/** What keeps a question from being sent. Everything else is welcome but never asked twice. */
export type QuestionProblem = 'text-missing' | 'text-too-long' | 'too-many-pictures';

const PICTURES_PER_QUESTION = 3;

/** Finds what keeps a question from being sent: an empty list when nothing does. */
export function checkQuestion(
  question: Question,
  attachments: readonly Attachment[],
  limits: Pick<Limits, 'textLength'>,
): readonly QuestionProblem[] {
  const own = attachments.filter(({ id }) => question.attachments.includes(id));
  const tells = question.text.trim() !== '' || own.some(({ kind }) => kind === 'recording');
  const pictures = own.filter(({ type }) => type.startsWith('image/'));
  return [
    ...(tells ? [] : (['text-missing'] as const)),
    ...(codePoints(question.text) > limits.textLength ? (['text-too-long'] as const) : []),
    ...(pictures.length > PICTURES_PER_QUESTION ? (['too-many-pictures'] as const) : []),
  ];
}

/** The first sentence or line of a question, by which a person knows it again. */
export const firstSentence = (text: string): string => /^.*?[.!?](?=\s|$)|^.+$/m.exec(text.trim())?.[0] ?? '';

const codePoints = (text: string): number => Array.from(text).length;
