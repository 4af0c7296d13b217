/** Sends once, without a second try, and notes down what was acknowledged; later asks for exactly that. */
import type { Id } from '../../src/foundation/id';
import type { SubmissionView } from '../../src/protocol';
import { digestHeader } from '../contract/receiver/receiverUnderTest';
import { aPng, aSubmission, aWireQuestion, manifestOf, nextId, sha256 } from '../contract/receiver/wire';
import type { Asking } from './readBack';

/** What a receiver acknowledged of one submission with one picture. */
export interface Acknowledged {
  readonly id: Id;
  readonly digest: string;
  readonly reference: string;
  readonly picture: { readonly id: Id; readonly seed: number; readonly hash: string };
  /** How many bytes of the picture. */
  readonly offset: number;
}

/** What is missing of it: the words, or bytes of the picture. */
export type Missing = 'words' | 'bytes';

const PICTURE_BYTES = 40_000;
const PIECE_BYTES = 15_000;
/** A file that is shorter than the receiver promised never comes to its end. */
const ANSWER_MS = 10_000;

const pictureOf = (seed: number): Uint8Array => aPng(PICTURE_BYTES, { seed });

/** Sends one submission. Gives nothing when its words were not acknowledged. */
export async function sendOnce(asking: Asking, owner: string, seed: number): Promise<Acknowledged | undefined> {
  const bytes = pictureOf(seed);
  const manifest = manifestOf(bytes);
  const questions = [aWireQuestion({ text: `Vraag ${seed}.`, attachments: [manifest.id] })];
  const body = JSON.stringify(aSubmission(owner, { questions, attachments: [manifest] }));
  const [id, digest] = [nextId(), digestHeader(body)];
  const headers = { 'content-type': 'application/json', 'content-digest': digest };
  const answer = await ask(asking, `/v1/submissions/${id}`, { method: 'PUT', body, headers });
  const receipt = answer?.ok === true ? ((await answer.json().catch(() => undefined)) as SubmissionView) : undefined; // our own receiver
  if (receipt === undefined) return undefined;
  const { reference } = receipt;
  const picture = { id: manifest.id, seed, hash: sha256(bytes) };
  return { id, digest, reference, picture, offset: await sendBytes(asking, manifest.id, { bytes, from: 0 }) };
}

/** Gives what is missing of what was acknowledged. A picture that was cut off is sent to its end first: its first pieces must be whole. */
export async function missingOf(asking: Asking, sent: Acknowledged): Promise<Missing | undefined> {
  const view = await ask(asking, `/v1/submissions/${sent.id}`, {});
  if (view?.ok !== true) return 'words';
  const { digest, reference } = (await view.json()) as SubmissionView; // our own receiver
  if (digest !== sent.digest || reference !== sent.reference) return 'words';
  const at = `/v1/attachments/${sent.picture.id}`;
  const from = Number((await ask(asking, at, { method: 'HEAD' }))?.headers.get('upload-offset') ?? -1);
  if (from < sent.offset) return 'bytes';
  await sendBytes(asking, sent.picture.id, { bytes: pictureOf(sent.picture.seed), from });
  return (await hashOf(asking, `${at}/content`)) === sent.picture.hash ? undefined : 'bytes';
}

/** Of what is there; nothing when it could not be read, or not to the end that the answer promised. */
async function hashOf(asking: Asking, path: string): Promise<string | undefined> {
  const answer = await ask(asking, path, {});
  if (answer?.ok !== true) return undefined;
  return answer.arrayBuffer().then(
    (bytes) => sha256(new Uint8Array(bytes)),
    () => undefined,
  );
}

/** Sends the bytes behind an offset, and gives the last offset that was acknowledged. */
async function sendBytes(
  asking: Asking,
  id: Id,
  { bytes, from }: { readonly bytes: Uint8Array; readonly from: number },
): Promise<number> {
  let offset = from;
  while (offset < bytes.length) {
    const piece = bytes.slice(offset, offset + PIECE_BYTES);
    const headers = {
      'content-type': 'application/offset+octet-stream',
      'upload-offset': String(offset),
      'upload-checksum': `sha256 ${sha256(piece)}`,
    };
    const answer = await ask(asking, `/v1/attachments/${id}`, { method: 'PATCH', body: piece, headers });
    if (answer?.ok !== true) return offset;
    offset = Number(answer.headers.get('upload-offset'));
  }
  return offset;
}

/** Asks; nothing when the connection broke or nobody is there. */
async function ask({ url, token }: Asking, path: string, init: RequestInit): Promise<Response | undefined> {
  try {
    const headers = { ...(init.headers as Record<string, string>), authorization: `Bearer ${await token()}` }; // ours: always an object
    return await fetch(url + path, { ...init, headers, signal: AbortSignal.timeout(ANSWER_MS) });
  } catch {
    return undefined;
  }
}
