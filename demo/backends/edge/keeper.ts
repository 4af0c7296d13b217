import type { Action, Attachment, DeviceKey, Id, Message, QuestionStatus, Submission } from '@cliendo/support';

/** Whom a token speaks for. */
export interface Caller {
  /** base64url SHA-256 of `iss \n org \n sub`. It is the same text in every body, and safe as the name of a folder. */
  readonly owner: string;
  /** For display. */
  readonly name: string;
  /** For display. */
  readonly organisation: string;
}

/** A body that was read whole: its digest is right, it is JSON, and it is the caller's own. */
export interface Received<Body> {
  readonly id: Id;
  readonly digest: string;
  readonly body: Body;
  /** The very text of the body. */
  readonly text: string;
}

/** Something that was said about a question after it was asked. */
export interface Said {
  readonly id: Id;
  readonly at: string;
  readonly text: string;
  /** Absent when the asker said it. */
  readonly agent?: string;
  readonly attachments: readonly Attachment[];
}

/** A question, and what became of it. */
export interface Thread {
  readonly id: Id;
  /** For people. */
  readonly number: string;
  readonly status: QuestionStatus;
  /** How many of the messages the asker has read; the question is the first. */
  readonly readTo: number;
  readonly said: readonly Said[];
}

/** How far the bytes of an attachment are. `checked`: all there, and they are the declared ones. */
export interface Arrived {
  readonly size: number;
  readonly state: 'coming' | 'checked' | 'erased';
}

/** A submission with everything that came of it. */
export interface Kept {
  readonly id: Id;
  readonly digest: string;
  /** For people. */
  readonly reference: string;
  readonly receivedAt: string;
  /** Goes up with every change, past every other of this person. */
  readonly cursor: number;
  readonly submission: Submission;
  /** In the order of the questions. */
  readonly threads: readonly Thread[];
  /** By attachment; absent while no byte came. */
  readonly arrived: Readonly<Record<string, Arrived>>;
}

/**
 * What stands behind the edge: the part that is yours. Everything is asked in the name of one owner, so that nobody
 * can reach what is another's. When a method resolves it is durable; every method may be called again with the same.
 */
export interface Keeper {
  /** Gives everything that this person sent. */
  kept(owner: string): Promise<readonly Kept[]>;
  /** Takes a submission. The same id and digest once more changes nothing; another digest is `submission-conflict`. */
  keep(owner: string, item: Received<Submission>): Promise<void>;
  /** Adds a message to a question; a repeat as in `keep`. */
  say(owner: string, question: Id, item: Received<Message>): Promise<void>;
  /** Does what the person chose for a question; a repeat as in `keep`, also when something else happened in between. */
  act(owner: string, question: Id, item: Received<Action>): Promise<void>;
  /** Notes how many messages were read; never fewer than before. */
  read(owner: string, question: Id, upTo: number): Promise<void>;
  /** Adds bytes when the attachment is exactly that long, and gives the new length; otherwise `mismatching-upload-offset`. */
  append(
    owner: string,
    attachment: Id,
    piece: { readonly offset: number; readonly bytes: Uint8Array },
  ): Promise<number>;
  /** Gives the bytes so far. */
  bytes(owner: string, attachment: Id): Promise<Uint8Array<ArrayBuffer>>;
  /** They are the declared ones, or they are not and go; `erased`: the person took them out. */
  settle(owner: string, attachment: Id, state: 'checked' | 'wrong' | 'erased'): Promise<void>;
  /** Gives the key of a device. Leave both out and nothing personal is kept on devices. */
  deviceKey?(owner: string, device: Id): Promise<DeviceKey>;
  /** Erases it for good: asking for it is `key-gone` from then on. */
  removeDeviceKey?(owner: string, device: Id): Promise<void>;
}
