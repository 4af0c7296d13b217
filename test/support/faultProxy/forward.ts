import { Agent, request as ask, type ClientRequest } from 'node:http';
import type { PlainRequest } from './operations';

/** An answer, read whole. */
export interface PlainAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** The way to the receiver. It rejects when the receiver is not there. */
export interface Forwarder {
  /** Whether the receiver has not answered yet to something that was passed on. */
  isBusy(): boolean;
  whole(request: PlainRequest): Promise<PlainAnswer>;
  /** Sends half of the body and breaks the connection. A request without a body does not get there at all. */
  half(request: PlainRequest): Promise<void>;
  close(): void;
}

const HOP_BY_HOP = ['connection', 'keep-alive', 'transfer-encoding', 'host'];

/** Creates the way to whatever listens at `target` at that moment. */
export function createForwarder(target: () => string | undefined): Forwarder {
  const agent = new Agent({ keepAlive: true });
  let unanswered = 0;

  const open = ({ method, path, headers }: PlainRequest): ClientRequest => {
    const url = target();
    if (url === undefined) throw new Error('The receiver is not there.');
    return ask(url + path, { method, headers: without(headers, HOP_BY_HOP), agent });
  };

  return {
    isBusy: () => unanswered > 0,
    whole: async (request) => {
      const sent = open(request);
      unanswered += 1;
      sent.once('close', () => (unanswered -= 1));
      return new Promise((resolve, reject) => {
        sent.on('error', reject);
        sent.on('response', (answer) => {
          const parts: Buffer[] = [];
          answer.on('data', (part: Buffer) => parts.push(part));
          answer.on('error', reject);
          answer.on('end', () =>
            resolve({
              status: answer.statusCode ?? 0,
              headers: without(answer.headers as Record<string, string>, HOP_BY_HOP), // only set-cookie would be a list
              body: Buffer.concat(parts),
            }),
          );
        });
        sent.end(request.body);
      });
    },
    half: async (request) => {
      if (request.body.length === 0) return;
      const sent = open(request);
      return new Promise((resolve) => {
        sent.on('error', () => resolve());
        sent.on('close', () => resolve());
        sent.write(request.body.subarray(0, Math.floor(request.body.length / 2)), () => sent.destroy());
      });
    },
    close: () => agent.destroy(),
  };
}

const without = (headers: Readonly<Record<string, string>>, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name)));
