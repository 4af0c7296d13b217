/** A client that sends one bundle with a picture and does not give up, as the outbox does: same ids, same bytes, until it hears that it is there. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Id } from '../../src/foundation/id';
import type { SubmissionView } from '../../src/protocol';
import { digestHeader } from '../contract/receiver/receiverUnderTest';
import { aPng, aSubmission, aWireQuestion, manifestOf, nextId, sha256 } from '../contract/receiver/wire';

/** What was sent, and what was heard. */
export interface Sent {
  readonly id: Id;
  readonly text: string;
  readonly picture: Id;
  readonly pictureHash: string;
  readonly receipt: SubmissionView;
  /** How many requests got no good answer. */
  readonly repeats: number;
}

/** Where to, and as whom. */
export interface Sending {
  readonly url: string;
  readonly owner: string;
  token(): Promise<string>;
}

const LONGEST_PAUSE_MS = 300;
const PIECE_BYTES = 15_000;
const ANSWER_MS = 20_000;

/** Sends one bundle to its end. `onReceipt` is called at the moment that the words are acknowledged. */
export async function sendToTheEnd(sending: Sending, text: string, onReceipt: () => void): Promise<Sent> {
  let repeats = -2; // the first of both is no repeat
  const bytes = aPng(40_000, { seed: 1 + Math.floor(Math.random() * 1e6) });
  const manifest = manifestOf(bytes);
  const questions = [aWireQuestion({ text, attachments: [manifest.id] })];
  const body = JSON.stringify(aSubmission(sending.owner, { questions, attachments: [manifest] }));
  const id = nextId();

  const until = async <Value>(attempt: () => Promise<Value | undefined>): Promise<Value> => {
    for (;;) {
      repeats += 1;
      const value = await attempt().catch(() => undefined); // the connection broke, or nobody is there
      if (value !== undefined) return value;
      await pause(Math.random() * LONGEST_PAUSE_MS);
    }
  };
  const ask = async (path: string, init: RequestInit): Promise<Response> =>
    fetch(sending.url + path, {
      ...init,
      headers: { authorization: `Bearer ${await sending.token()}`, ...(init.headers as Record<string, string>) }, // ours: always an object
      signal: AbortSignal.timeout(ANSWER_MS),
    });

  const receipt = await until(async () => {
    const headers = { 'content-type': 'application/json', 'content-digest': digestHeader(body) };
    const answer = await ask(`/v1/submissions/${id}`, { method: 'PUT', body, headers });
    return answer.ok ? ((await answer.json()) as SubmissionView) : undefined; // our own receiver
  });
  onReceipt();
  await until(async () => {
    const head = await ask(`/v1/attachments/${manifest.id}`, { method: 'HEAD', headers: {} });
    let offset = Number(head.headers.get('upload-offset') ?? Number.NaN);
    while (offset < bytes.length) {
      const piece = bytes.slice(offset, offset + PIECE_BYTES);
      const answer = await ask(`/v1/attachments/${manifest.id}`, {
        method: 'PATCH',
        body: piece,
        headers: {
          'content-type': 'application/offset+octet-stream',
          'upload-offset': String(offset),
          'upload-checksum': `sha256 ${sha256(piece)}`,
        },
      });
      if (!answer.ok) return undefined;
      offset = Number(answer.headers.get('upload-offset'));
    }
    return offset === bytes.length ? true : undefined;
  });
  return { id, text, picture: manifest.id, pictureHash: sha256(bytes), receipt, repeats: Math.max(0, repeats) };
}
