import type { Answer, Backend, Call, HintPicture } from '../../delivery';
import type { Id } from '../../foundation/id';
import { succeed } from '../../foundation/result';
import type { HintEvent } from '../../protocol';
import { createConversations } from './conversations';
import { createDeviceKeys } from './deviceKeys';
import { followChanges } from './events';
import { ownerOfToken } from './fakeToken';
import { createHints } from './hints';
import { refusal, Refused } from './refusal';
import { createSubmissions } from './submissions';
import { createUploads } from './uploads';
import { createWorld, type StoredSubmission } from './world';

/** A backend in memory, with what an agent would do. */
export interface FakeBackend extends Backend {
  /** Every submission received, in order, with the very bytes. For a witness: nothing lost, nothing twice. */
  readonly received: readonly StoredSubmission[];
  /** Lets an agent answer a question. */
  reply(question: Id, text: string): Promise<void>;
  /** Gives the committed bytes of an attachment. */
  bytesOf(attachment: Id): ArrayBuffer | undefined;
  /** Publishes a hint document to everybody. */
  publishHints(document: object): Promise<void>;
  /** Keeps a picture of hints. The answer is its name in a document: the SHA-256 of its bytes, in hex. */
  keepHintAsset(picture: HintPicture): Promise<string>;
  /** What was told about hints, in order, each thing once. */
  readonly hintEvents: readonly HintEvent[];
}

/**
 * Creates a backend in memory that behaves as the protocol says: digests, conflicts, offsets, checksums, owners.
 * It takes any token of `createFakeToken`; the contract suite passes on it.
 *
 * @example
 * const backend = createFakeBackend();
 * const support = createSupport({ backend, auth: async () => createFakeToken({ sub: 'p-1', org: 'o-1', name: 'Sanne' }) });
 */
export function createFakeBackend(): FakeBackend {
  const world = createWorld();
  const submissions = createSubmissions(world);
  const uploads = createUploads(world);
  const conversations = createConversations(world);
  const keys = createDeviceKeys();
  const hints = createHints();

  /** Runs a method as the person of the token; a refusal becomes the answer. */
  const as = async <Value>(call: Call, act: (owner: string) => Value | Promise<Value>): Answer<Value> => {
    try {
      return succeed(await act(await ownerOfToken(call.token)));
    } catch (error) {
      return refusal(error);
    }
  };

  return {
    me: (call) => as(call, submissions.me),
    putSubmission: (item, call) => as(call, (owner) => submissions.put(item, owner)),
    submission: (id, call) => as(call, (owner) => submissions.view(id, owner)),
    submissions: (after, call) => as(call, (owner) => submissions.list(after, owner)),
    uploadOffset: (id, call) => as(call, (owner) => uploads.offset(id, owner)),
    uploadPiece: (piece, call) => as(call, (owner) => uploads.add(piece, owner)),
    removeAttachment: (id, call) => as(call, (owner) => uploads.remove(id, owner)),
    attachmentContent: (id, call) => as(call, (owner) => uploads.content(id, owner)),
    putMessage: (item, call) => as(call, (owner) => conversations.putMessage(item, owner)),
    putAction: (item, call) => as(call, (owner) => conversations.putAction(item, owner)),
    markRead: (question, upTo, call) => as(call, (owner) => conversations.markRead(question, upTo, owner)),
    conversation: (question, call) => as(call, (owner) => conversations.read(question, owner)),
    changes: (after, call) => as(call, (owner) => conversations.changes(after, owner)),
    events: (after, call, heard) => as(call, (owner) => followChanges(world, owner, { after, call, heard })),
    deviceKey: (device, call) => as(call, (owner) => keys.get(device, owner)),
    removeDeviceKey: (device, call) => as(call, (owner) => keys.remove(device, owner)),
    hintIndex: (known, call) => as(call, () => hints.index(known)),
    hintContent: (hint, rev, call) => as(call, () => hints.content(hint, rev)),
    hintAsset: (asset, call) => as(call, () => hints.picture(asset)),
    hintHistory: (call) => as(call, (owner) => hints.history(owner)),
    joinHintHistory: (history, call) => as(call, (owner) => hints.join(history, owner)),
    putHintEvents: (batch, call) => as(call, (owner) => hints.note(batch, owner)),
    async keepHintAsset(picture) {
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', picture.bytes));
      const asset = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
      hints.keep(asset, picture);
      return asset;
    },
    publishHints: async (document) => hints.publish(document),
    hintEvents: hints.events,
    get received() {
      return [...world.submissions.values()];
    },
    async reply(question, text) {
      if (!conversations.reply(question, text)) throw new Refused('not-found');
    },
    bytesOf: (attachment) => world.attachments.get(attachment)?.bytes.slice().buffer,
  };
}
