import type { Id } from '../foundation/id';
import type { Attachment, Environment, Limits, Question, Submission } from '../protocol';
import { answered, checkQuestion, type DraftQuestion } from './question';
import { changeQuestion, detach, questionIn, type Bundle } from './bundle';
import type { Part, TrailEntry } from './parts';

/** What the bundle itself does not know when it is frozen. */
export interface FreezeFacts {
  readonly owner: string;
  readonly device: Id;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** IANA name. */
  readonly timeZone: string;
  readonly environment: Environment | null;
  /** Which text of "Dit sturen we mee" the person saw. */
  readonly consentVersion: string;
}

/** Freezes a bundle into what will be sent. Not cleared yet: only `privacy/` does that. */
export function freezeBundle(bundle: Bundle, facts: FreezeFacts): Submission {
  const { owner, device, timeZone, environment, consentVersion } = facts;
  const now = new Date(facts.now).toISOString();
  return {
    schema: 1,
    owner,
    device,
    deviceTime: now,
    timeZone,
    questions: bundle.questions.map(frozen),
    attachments: bundle.attachments,
    environment: bundle.withoutEnvironment ? null : environment,
    consent: { version: consentVersion, reviewed: true, at: now },
    deflection: { shown: [], opened: [] },
    colleagues: [],
  };
}

/** Leaves out what is only for the device. */
const frozen = ({ changedAt: _changedAt, isUnfinished: _isUnfinished, ...question }: DraftQuestion): Question =>
  question;

/** Takes one part out of the bundle, so that the next freeze no longer holds it. */
export function withoutPart(bundle: Bundle, part: Part, at: number): Bundle {
  if (part.kind === 'environment') return { ...bundle, withoutEnvironment: true };
  const question = questionIn(bundle, part.question);
  if (!question) return bundle;
  const changed = { ...question, changedAt: at };
  if (isEntry(part)) return changeQuestion(bundle, withoutEntry(changed, part));
  switch (part.kind) {
    case 'text':
      return bundle;
    case 'attachment':
      return detach(bundle, changed, part.value.id);
    case 'place':
    case 'client':
    case 'whiteScreen':
      return changeQuestion(bundle, answered(changed, { [part.kind]: undefined }));
    default:
      return changeQuestion(bundle, { ...changed, [part.kind]: [] });
  }
}

/** The list that an entry stands in. */
const LIST_OF = { step: 'steps', error: 'errors', failedRequest: 'failedRequests' } as const;

const isEntry = (part: Part): part is TrailEntry => part.kind in LIST_OF;

/** By its name and not by its place: what is on screen may be older than what is left. */
const withoutEntry = (question: DraftQuestion, { kind, value }: TrailEntry): DraftQuestion => ({
  ...question,
  [LIST_OF[kind]]: question[LIST_OF[kind]].filter(({ at }) => at !== value.at),
});

/** Tells whether the person must look at it first: nothing of ours masked it, a mask was lifted, or every picture is looked at. */
export const mustBeChecked = ({ kind, redaction, type }: Attachment, review: 'risk' | 'always' = 'risk'): boolean =>
  kind === 'recording' ||
  redaction.mode === 'manual' ||
  redaction.revealed.length > 0 ||
  (review === 'always' && type.startsWith('image/'));

/** What keeps a bundle from being sent, and in which question. */
export interface Refusal {
  readonly code: string;
  readonly question?: Id;
}

/** Finds what keeps a bundle from being sent: an empty list when nothing does. */
export function refusalsOf({ questions, attachments }: Bundle, limits: Limits): readonly Refusal[] {
  return [
    ...questions.flatMap((question) =>
      checkQuestion(question, attachments, limits).map((code) => ({ code, question: question.id })),
    ),
    ...(questions.length > limits.questions ? [{ code: 'too-many-questions' }] : []),
    ...(attachments.length > limits.attachments ? [{ code: 'too-many-attachments' }] : []),
  ];
}
