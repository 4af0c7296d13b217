import type { Attachment, Environment, Message, Question, Submission } from '../protocol/index';
import type { Cleared } from './cleared';
import { findBsn, scrubText, type ScrubContext } from './scrubText';

type Scrub = (text: string) => string;

/**
 * Clears a submission for delivery: scrubs every text that the person did not write: place, steps, errors, requests,
 * environment, what stands beside an attachment, its description too: nobody checks that for them. The question's own words stay as they were reviewed.
 */
export function clearSubmission(submission: Submission, context: ScrubContext): Cleared<Submission> {
  const scrub: Scrub = (text) => scrubText(text, context);
  const cleared: Submission = {
    ...submission,
    questions: submission.questions.map((question) => clearQuestion(question, scrub)),
    attachments: submission.attachments.map((attachment) => clearAttachment(attachment, scrub)),
    environment: submission.environment && clearEnvironment(submission.environment, scrub),
  };
  return cleared as Cleared<Submission>; // made above from scrubbed parts
}

/** Clears a follow-up: the words stay, what stands beside its attachments is scrubbed. */
export function clearMessage(message: Message): Cleared<Message> {
  const attachments = message.attachments.map((attachment) => clearAttachment(attachment, (text) => scrubText(text)));
  const cleared: Message = { ...message, attachments };
  return cleared as Cleared<Message>; // made above from scrubbed parts
}

function clearQuestion(question: Question, scrub: Scrub): Question {
  return {
    ...question,
    ...(question.place && { place: clearPlace(question.place, scrub) }),
    ...(question.client && { client: clearClient(question.client) }),
    steps: question.steps.map((step) => ({
      ...step,
      place: scrub(step.place),
      role: scrub(step.role),
      name: scrub(step.name),
      result: scrub(step.result),
    })),
    errors: question.errors.map((error) => ({
      ...error,
      kind: scrub(error.kind),
      message: scrub(error.message),
      stack: error.stack.map(scrub),
    })),
    failedRequests: question.failedRequests.map((request) => ({
      ...request,
      route: scrub(withoutQuery(request.route)),
    })),
  };
}

const clearPlace = (place: NonNullable<Question['place']>, scrub: Scrub): NonNullable<Question['place']> => ({
  ...place,
  label: scrub(place.label),
  route: scrub(withoutQuery(place.route)),
  ...(place.element !== undefined && { element: scrub(place.element) }),
});

/** The reference is opaque. One that is a burgerservicenummer is not, and is left out. */
function clearClient({ ref, ...choice }: NonNullable<Question['client']>): NonNullable<Question['client']> {
  return ref === undefined || findBsn(ref) ? choice : { ...choice, ref };
}

const clearEnvironment = (environment: Environment, scrub: Scrub): Environment => ({
  ...environment,
  app: scrub(environment.app),
  release: scrub(environment.release),
  browser: scrub(environment.browser),
  os: scrub(environment.os),
});

const clearAttachment = (attachment: Attachment, scrub: Scrub): Attachment => ({
  ...attachment,
  name: scrub(attachment.name),
  ...(attachment.alt !== undefined && { alt: scrub(attachment.alt).slice(0, LONGEST_ALT) }),
  ...(attachment.gaps && { gaps: attachment.gaps.map(scrub) }),
  ...(attachment.markers && {
    markers: attachment.markers.map((marker) => ({ ...marker, name: scrub(marker.name) })),
  }),
  redaction: {
    ...attachment.redaction,
    revealed: attachment.redaction.revealed.map((spot) => ({ ...spot, spot: scrub(spot.spot) })),
  },
});

/** What replaces a name may be longer than the name; the receiver takes this many signs. */
const LONGEST_ALT = 300;

const withoutQuery = (route: string): string => route.replace(/[?#].*$/s, '');
