/** A helpdesk on this machine, as one is that people buy: cases, comments, files, and idempotency keys. Knows nothing of ours. */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HelpdeskCase } from '../../../demo/backends/helpdesk/helpdeskApi';
import { createCases, createFiles, OK, type Answer, type Given, type HeldCase } from './rooms';

/** A helpdesk, its agents and its bad moments. */
export interface TestHelpdesk {
  readonly url: string;
  readonly apiKey: string;
  /** Every case, oldest first. */
  readonly cases: readonly HelpdeskCase[];
  /** An agent answers the case with this in its fields. */
  answer(question: string, text: string): void;
  /** After so many more requests one is carried out and its answer is lost. */
  loseAnswerAfter(requests: number): void;
  close(): Promise<void>;
}

interface Request {
  readonly method: string;
  readonly url: URL;
  readonly key: string | undefined;
  /** Where bytes are to be added; of other requests not a number. */
  readonly position: number;
  readonly bytes: Buffer;
}

const NOT_FOUND: Answer = { status: 404, body: {} };

/** Everything that the helpdesk holds, and what a request does to it. */
function createRooms() {
  const cases = createCases();
  const files = createFiles(cases.touch);
  const keys = new Map<string, string>();

  const act = (request: Request, given: Given): Answer => {
    const [, , number = '', what, name = ''] = request.url.pathname.split('/');
    if (!number) return cases.open(given);
    const one = cases.numbered(number);
    if (!one) return NOT_FOUND;
    if (what === 'comments') return cases.comment(one, { key: request.key ?? '', by: '', given });
    if (what === 'files')
      return request.method === 'POST' ? files.append(one, name, request) : files.mark(one, name, given.mark);
    return changeCase(one, given);
  };
  const changeCase = (one: HeldCase, given: Given): Answer =>
    cases.touch(one, { status: given.status ?? one.status, fields: { ...one.fields, ...given.fields } });
  /** The same key with the same words gives the same answer and does nothing; with other words it is a mistake. */
  const change = (request: Request): Answer => {
    const words = Number.isFinite(request.position) ? '{}' : request.bytes.toString();
    const before = request.key === undefined ? undefined : keys.get(request.key);
    if (before !== undefined) return before === words ? OK : { status: 409, body: {} };
    if (request.key !== undefined) keys.set(request.key, words);
    return act(request, JSON.parse(words) as Given); // our own examples send it
  };

  return {
    cases,
    answer(request: Request): Answer | Buffer {
      const [, kind, name = ''] = request.url.pathname.split('/');
      if (request.method !== 'GET') return change(request);
      if (kind === 'files') return files.bytes(name);
      return { status: 200, body: cases.of(request.url.searchParams.get('requester')) };
    },
  };
}

/** Starts a helpdesk that nobody else uses. */
export async function startHelpdesk(): Promise<TestHelpdesk> {
  const apiKey = randomUUID();
  const { cases, answer: answerTo } = createRooms();
  let answersToGo = Infinity;

  const server = createServer((given, response) => {
    void readRequest(given).then((request) => {
      if (given.headers.authorization !== `Bearer ${apiKey}`) return response.writeHead(401).end('{}');
      const answer = answerTo(request);
      if (answersToGo-- === 0) return response.destroy();
      if (Buffer.isBuffer(answer)) return response.writeHead(200).end(answer);
      return response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    apiKey,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, // listening on a port
    cases: cases.all,
    answer(question, text) {
      const one = cases.all.find(({ fields }) => fields['question'] === question);
      if (!one) throw new Error('No case asks that.');
      cases.comment(one, { key: randomUUID(), by: 'Noor', given: { text } });
      cases.touch(one, { status: 'answered' });
    },
    loseAnswerAfter: (requests) => void (answersToGo = requests),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function readRequest(given: IncomingMessage): Promise<Request> {
  const pieces: Buffer[] = [];
  for await (const piece of given) pieces.push(piece as Buffer); // a stream without encoding gives buffers
  const { 'idempotency-key': key, 'x-position': position } = given.headers;
  return {
    method: given.method ?? 'GET',
    url: new URL(given.url ?? '/', 'http://helpdesk'),
    key: key === undefined ? undefined : String(key),
    position: Number(position ?? Number.NaN),
    bytes: Buffer.concat(pieces),
  };
}
