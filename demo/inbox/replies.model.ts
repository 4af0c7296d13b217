import { createModel, signal } from '@preact/signals-core';
import type { AgentBackend, AgentProblem, Outcome } from './agentBackend';
import {
  isTooLong,
  isWritten,
  newDraft,
  REPLY_STATUSES,
  withoutDraft,
  type Draft,
  type Drafts,
  type Id,
  type ReplyStatus,
} from './draft';
import type { Memory } from './memory';
import { ReplyPicturesModel, type InstanceOfReplyPictures } from './replyPictures.model';

/** What writing replies needs. */
export interface RepliesDeps {
  readonly backend: Pick<AgentBackend, 'reply' | 'upload'>;
  /** Lives as long as the tab. */
  readonly memory: Memory;
  readonly newId: () => Id;
  readonly onSent: (question: Id) => void;
}

/** The replies that are being written and sent, one draft per question. */
export const RepliesModel = createModel(({ backend, memory, newId, onSent }: RepliesDeps) => {
  const drafts = signal<Drafts>(readDrafts(memory.read('drafts')));
  const sending = signal<Id | undefined>(undefined);
  const problems = signal<Readonly<Record<string, AgentProblem>>>({});
  const sent = signal<Id | undefined>(undefined);

  const keep = (next: Drafts): void => {
    drafts.value = next;
    memory.write('drafts', next);
  };
  const change = (question: Id, part: Partial<Draft>): void => {
    const draft = drafts.peek()[question] ?? newDraft(newId());
    keep({ ...drafts.peek(), [question]: { ...draft, ...part } });
    if (sent.peek() === question) sent.value = undefined;
  };
  const pictures = new ReplyPicturesModel();
  const setProblem = (question: Id, problem: AgentProblem | undefined): void => {
    const { [question]: _before, ...others } = problems.peek();
    problems.value = problem ? { ...others, [question]: problem } : others;
  };

  return {
    drafts,
    sending,
    problems,
    /** The question whose reply has just been received. */
    sent,
    pictures,
    newId,
    write: (question: Id, text: string): void => change(question, { text }),
    choose: (question: Id, status: ReplyStatus): void => change(question, { status }),
    async send(question: Id): Promise<void> {
      const draft = drafts.peek()[question];
      if (!isWritten(draft) || isTooLong(draft) || sending.peek() !== undefined) return;
      sending.value = question;
      setProblem(question, undefined);
      const answer = await deliver(backend, { question, draft, pictures });
      sending.value = undefined;
      if (answer.ok) {
        keep(withoutDraft(drafts.peek(), question));
        pictures.clear(question);
        sent.value = question;
        onSent(question);
        return;
      }
      setProblem(question, answer.problem);
      // an earlier text went out under this id: what stands here now is another reply
      if (answer.problem.name === 'submission-conflict' && !pictures.areWordsSent(question))
        change(question, { id: newId() });
    },
    /** Takes the note about the last sent reply away. */
    rest(): void {
      sent.value = undefined;
    },
  };
});

interface Delivery {
  readonly question: Id;
  readonly draft: Draft;
  readonly pictures: InstanceOfReplyPictures;
}

/** Sends the words first, then what goes along. A repeat goes on where it stopped: the receiver knows what it has. */
async function deliver(
  backend: RepliesDeps['backend'],
  { question, draft, pictures }: Delivery,
): Promise<Outcome<void>> {
  const along = pictures.of(question);
  const attachments = along.map(({ manifest }) => manifest);
  const reply = { text: draft.text.trim(), status: draft.status, ...(along.length > 0 && { attachments }) };
  const words = await backend.reply({ question, id: draft.id, reply });
  if (!words.ok) return words;
  pictures.wordsSent(question);
  for (const picture of along) {
    const bytes = await backend.upload(picture);
    if (!bytes.ok) return bytes;
  }
  return words;
}

function readDrafts(kept: unknown): Drafts {
  if (typeof kept !== 'object' || kept === null) return {};
  return Object.fromEntries(Object.entries(kept).filter((entry): entry is [string, Draft] => isDraft(entry[1])));
}

function isDraft(value: unknown): value is Draft {
  if (typeof value !== 'object' || value === null || !('id' in value) || !('text' in value) || !('status' in value))
    return false;
  return (
    typeof value.id === 'string' &&
    typeof value.text === 'string' &&
    REPLY_STATUSES.some((status) => status === value.status)
  );
}

/** The replies as their views see them. */
export type InstanceOfReplies = InstanceType<typeof RepliesModel>;
