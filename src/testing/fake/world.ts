import type { Id } from '../../foundation/id';
import type { Change } from '../../protocol/conversation';
import type { Attachment, AttachmentState, QuestionStatus, Submission } from '../../protocol/submission';

/** A submission as it was received. */
export interface StoredSubmission {
  readonly id: Id;
  readonly owner: string;
  readonly digest: string;
  readonly body: Uint8Array;
  readonly submission: Submission;
  readonly reference: string;
  readonly receivedAt: string;
  /** Rises with every change. */
  cursor: number;
}

/** A question with everything said about it. */
export interface StoredQuestion {
  readonly id: Id;
  readonly submission: StoredSubmission;
  readonly number: string;
  status: QuestionStatus;
  readTo: number;
  readonly said: {
    readonly id: Id;
    readonly seq: number;
    readonly at: string;
    readonly text: string;
    readonly isReply: boolean;
    readonly attachments: readonly Attachment[];
  }[];
}

/** The bytes of an attachment so far. */
export interface StoredAttachment {
  readonly declared: Attachment;
  readonly owner: string;
  state: AttachmentState;
  bytes: Uint8Array<ArrayBuffer>;
}

/** Everything that the fake remembers. */
export interface World {
  readonly submissions: Map<Id, StoredSubmission>;
  readonly questions: Map<Id, StoredQuestion>;
  readonly attachments: Map<Id, StoredAttachment>;
  /** Digests of messages and actions, by their id. */
  readonly digests: Map<Id, string>;
  readonly changes: (Change & { readonly owner: string })[];
  /** Called after each change. */
  readonly followers: Set<() => void>;
  /** Notes a change and moves the submission's cursor. Gives the new cursor. */
  change(submission: StoredSubmission, type: Change['type'], question?: Id): number;
}

/** Creates an empty world. */
export function createWorld(): World {
  const changes: World['changes'] = [];
  const followers: World['followers'] = new Set();
  return {
    submissions: new Map(),
    questions: new Map(),
    attachments: new Map(),
    digests: new Map(),
    changes,
    followers,
    change(submission, type, question) {
      const seq = changes.length + 1;
      changes.push({ seq, type, sid: submission.id, owner: submission.owner, ...(question && { qid: question }) });
      submission.cursor = seq;
      for (const follower of followers) follower();
      return seq;
    },
  };
}
