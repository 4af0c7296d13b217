import type { SealedBody } from '../../delivery';
import type { Id } from '../../foundation/id';
import { DEFAULT_LIMITS, type Me } from '../../protocol/session';
import type { AttachmentView, Submission, SubmissionView } from '../../protocol/submission';
import { Refused } from './refusal';
import { openBody } from './sealedBody';
import type { StoredAttachment, StoredQuestion, StoredSubmission, World } from './world';

/** What the fake does with submissions. */
export interface Submissions {
  me(owner: string): Me;
  put(item: SealedBody, owner: string): Promise<SubmissionView>;
  view(id: Id, owner: string): SubmissionView;
  list(after: number, owner: string): readonly SubmissionView[];
}

const EXCERPT_LENGTH = 120;
const FIRST_NUMBER = 101;

/** Creates the submissions of a world. */
export function createSubmissions(world: World): Submissions {
  const own = (id: Id, owner: string): StoredSubmission => {
    const found = world.submissions.get(id);
    if (found?.owner !== owner) throw new Refused('not-found');
    return found;
  };

  return {
    me: (owner) => ({
      owner,
      organisation: 'Fake',
      displayName: 'Fake',
      limits: DEFAULT_LIMITS,
      capabilities: ['events', 'hints'],
      serverTime: now(),
    }),
    async put(item, owner) {
      const submission = asSubmission(await openBody(item, owner));
      const existing = world.submissions.get(item.id);
      if (existing && existing.digest !== item.digest) throw new Refused('submission-conflict');
      return viewOf(world, existing ?? add(world, { ...item, owner, submission }));
    },
    view: (id, owner) => viewOf(world, own(id, owner)),
    list: (after, owner) =>
      [...world.submissions.values()]
        .filter((stored) => stored.owner === owner && stored.cursor > after)
        .sort((a, b) => a.cursor - b.cursor)
        .map((stored) => viewOf(world, stored)),
  };
}

function asSubmission(members: Readonly<Record<string, unknown>>): Submission {
  const { schema, questions, attachments } = members;
  const isWhole = schema === 1 && Array.isArray(questions) && Array.isArray(attachments);
  if (!isWhole || questions.length < 1 || questions.length > DEFAULT_LIMITS.questions) throw new Refused('malformed');
  if (attachments.length > DEFAULT_LIMITS.attachments) throw new Refused('too-many-attachments');
  return members as unknown as Submission; // as far as a fake looks; a real receiver checks each member
}

function add(
  world: World,
  item: SealedBody & { readonly owner: string; readonly submission: Submission },
): StoredSubmission {
  const { id, owner, digest, body, submission } = item;
  const reference = `24-${FIRST_NUMBER + world.submissions.size}`;
  const stored: StoredSubmission = {
    id,
    owner,
    digest,
    body: body.slice(),
    submission,
    reference,
    receivedAt: now(),
    cursor: 0,
  };
  world.submissions.set(id, stored);
  for (const declared of submission.attachments)
    world.attachments.set(declared.id, { declared, owner, state: 'declared', bytes: new Uint8Array() });
  for (const [index, question] of submission.questions.entries()) {
    const said = [
      {
        id: question.id,
        seq: 1,
        at: now(),
        text: question.text,
        isReply: false,
        attachments: submission.attachments.filter((attachment) => question.attachments.includes(attachment.id)),
      },
    ];
    world.questions.set(question.id, {
      id: question.id,
      submission: stored,
      number: `${reference}.${index + 1}`,
      status: 'received',
      readTo: 0,
      said,
    });
  }
  world.change(stored, 'submission');
  return stored;
}

function viewOf(
  world: World,
  { id, reference, digest, receivedAt, cursor, submission }: StoredSubmission,
): SubmissionView {
  const attachments = submission.attachments
    .flatMap((declared) => world.attachments.get(declared.id) ?? [])
    .map(attachmentView);
  const questions = submission.questions
    .flatMap((question) => world.questions.get(question.id) ?? [])
    .map(questionView);
  const isComplete = attachments.every(({ state }) => state === 'available' || state === 'erased');
  return {
    id,
    reference,
    digest,
    receivedAt,
    cursor,
    delivery: isComplete ? 'complete' : 'received',
    questions,
    attachments,
  };
}

/** Gives an attachment as its asker sees it. */
export const attachmentView = ({ declared, state, bytes }: StoredAttachment): AttachmentView => ({
  id: declared.id,
  state,
  offset: bytes.length,
  size: declared.size,
});

const questionView = ({ id, number, status, said, readTo }: StoredQuestion): SubmissionView['questions'][number] => ({
  id,
  number,
  status,
  unread: said.filter(({ isReply, seq }) => isReply && seq > readTo).length,
  excerpt: [...(said[0]?.text ?? '')].slice(0, EXCERPT_LENGTH).join(''),
});

const now = (): string => new Date().toISOString();
