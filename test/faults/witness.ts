/** What was handed to a device, noted down beside it: in the end the receiver must have exactly this. */
import { createHash } from 'node:crypto';
import type { Outbox } from '../../src/delivery';
import type { Id } from '../../src/foundation/id';
import type { Cleared } from '../../src/privacy/cleared';
import type { Message, Submission } from '../../src/protocol';
import { createChunkStore } from '../../src/storage';
import { aPng, aSubmission, aWireQuestion, manifestOf, nextId, sha256 } from '../contract/receiver/wire';
import type { OpenPage } from './device';

/** One submission, and what must be found of it. */
export interface Witness {
  readonly id: Id;
  readonly submission: Submission;
  readonly text: string;
  /** `Content-Digest` of its bytes, reckoned here and not by what is tested. */
  readonly digest: string;
  readonly pictures: readonly { readonly id: Id; readonly bytes: Uint8Array; readonly hash: string }[];
  readonly message?: { readonly id: Id; readonly content: Message };
}

/** What a submission should hold. */
export interface WitnessOptions {
  readonly owner: string;
  readonly text: string;
  readonly pictureSizes: readonly number[];
  /** Whether something is added to it when it has been received. */
  readonly isFollowedUp: boolean;
}

/** Makes a submission and notes it down. */
export function aWitness({ owner, text, pictureSizes, isFollowedUp }: WitnessOptions): Witness {
  const pictures = pictureSizes.map((size, index) => {
    const bytes = aPng(size, { seed: size + index });
    return { manifest: manifestOf(bytes), bytes };
  });
  const attachments = pictures.map(({ manifest }) => manifest);
  const submission = aSubmission(owner, {
    questions: [aWireQuestion({ text, attachments: attachments.map(({ id }) => id) })],
    attachments,
  });
  const content: Message = { schema: 1, owner, text: `${text} En nog iets.`, attachments: [] };
  return {
    id: nextId(),
    submission,
    text,
    digest: `sha-256=:${createHash('sha256').update(JSON.stringify(submission)).digest('base64')}:`,
    pictures: pictures.map(({ manifest, bytes }) => ({ id: manifest.id, bytes, hash: sha256(bytes) })),
    ...(isFollowedUp && { message: { id: nextId(), content } }),
  };
}

/** The question that a message is added to. */
export function questionOf({ submission }: Witness): Id {
  const [question] = submission.questions;
  if (!question) throw new Error('A submission holds a question.');
  return question.id;
}

/** Hands a submission to a page as a person does: pictures first, then "Versturen". False: the page did not take it. */
export async function submitOn({ outbox, database }: OpenPage, witness: Witness): Promise<boolean> {
  const chunks = createChunkStore(database.store('chunks'));
  for (const { id, bytes } of witness.pictures) await chunks.put(id, bytes.slice().buffer);
  const sealed = await outbox.submit({ id: witness.id, submission: cleared(witness.submission) });
  return sealed.ok && (sealed.value.saved || hasArrived(outbox, witness.id));
}

/** Adds the message. */
export async function followUpOn({ outbox }: OpenPage, witness: Witness): Promise<boolean> {
  if (!witness.message) return true;
  const { id, content } = witness.message;
  const sealed = await outbox.sendMessage({ question: questionOf(witness), id, message: cleared(content) });
  return sealed.ok && (sealed.value.saved || hasArrived(outbox, id));
}

/** Without a key it is sent from memory: who reads that it has arrived does not press again. */
const hasArrived = ({ items }: Outbox, id: Id): boolean =>
  items.value.some((item) => item.id === id && item.state === 'done');

/** Says that a value went through the gate: here nothing personal is ever in it. */
const cleared = <Value>(value: Value): Cleared<Value> => value as never;
