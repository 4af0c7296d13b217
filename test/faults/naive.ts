/** The control: what most forms do. It posts, and posts again when it hears nothing good; every try is a new question to the receiver. */
import { createHash } from 'node:crypto';
import { aSubmission, aWireQuestion, nextId } from '../contract/receiver/wire';

/** Where and for whom. */
export interface NaiveOptions {
  readonly owner: string;
  readonly address: string;
  token(): Promise<string>;
  isHeld(language: string): boolean;
  isReceiverUp(): boolean;
}

const TIME_OUT_MS = 15_000;

/** Posts until somebody answers 2xx. It never gives up, so that what it loses is not for want of trying. */
export async function naivePost(text: string, options: NaiveOptions): Promise<void> {
  for (;;) {
    while (!options.isReceiverUp()) await pause(20);
    if (await wasAnswered(text, options)) return;
  }
}

async function wasAnswered(text: string, { owner, address, token, isHeld }: NaiveOptions): Promise<boolean> {
  const body = JSON.stringify(aSubmission(owner, { questions: [aWireQuestion({ text })] }));
  const giveUp = new AbortController();
  const id = nextId();
  const watching = setInterval(() => isHeld(id) && giveUp.abort(), 2).unref(); // its time-out, without waiting for it
  try {
    const answer = await fetch(`${address}/v1/submissions/${id}`, {
      method: 'PUT',
      body,
      headers: {
        authorization: `Bearer ${await token()}`,
        'accept-language': id,
        'content-type': 'application/json',
        'content-digest': `sha-256=:${createHash('sha256').update(body).digest('base64')}:`,
      },
      signal: AbortSignal.any([giveUp.signal, AbortSignal.timeout(TIME_OUT_MS)]),
    });
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false; // no answer, or half of one
  } finally {
    clearInterval(watching);
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
