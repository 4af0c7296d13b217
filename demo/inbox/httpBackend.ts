import { PIECE_BYTES, PROTOCOL_VERSION, problemName, type Decoder } from '../../src/protocol/index';
import type { AgentBackend, AgentProblem, Answer, Outcome } from './agentBackend';
import type { ReplyPicture } from './replyPicture';
import { accessCheck, accessPage } from './decodeAccess';
import { digestOf } from './digest';
import {
  agentQuestion,
  agentToken,
  changePage,
  contentGrant,
  inboxPage,
  problemFacts,
  undeliveredList,
} from './decodeAnswers';

interface Ask {
  readonly method?: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH';
  /** JSON, or a piece of an attachment. */
  readonly body?: object;
  readonly offset?: number;
  readonly signal?: AbortSignal;
}

const BASE = `/${PROTOCOL_VERSION}/agent`;

/** Signs an agent in at the demo. The token stays in memory. */
export const signIn = async (agent: string): Answer<{ readonly token: string }> =>
  read(await call('/inbox/api/token', { method: 'POST', body: { agent } }), agentToken);

/** Makes the backend of one signed-in agent. A token that has run out is asked for again, once per request. */
export function createHttpBackend(agent: string, firstToken: string): AgentBackend {
  let token = firstToken;

  const send = async (path: string, ask: Ask): Promise<Response | undefined> => {
    const response = await call(BASE + path, ask, token);
    if (response?.status !== 401) return response;
    const renewed = await signIn(agent);
    if (!renewed.ok) return response;
    token = renewed.value.token;
    return call(BASE + path, ask, token);
  };
  const get = async <Value>(path: string, decoder: Decoder<Value>, ask: Ask = {}): Answer<Value> =>
    read(await send(path, ask), decoder);
  const grant: AgentBackend['grant'] = (attachment, use) =>
    get(`/attachments/${attachment}/grant?use=${use}`, contentGrant, { method: 'POST' });
  const put = async (path: string, body: object): Answer<void> => done(await send(path, { method: 'PUT', body }));

  return {
    page: (filter) => get(`/questions?filter=${filter}`, inboxPage),
    question: (id) => get(`/questions/${id}`, agentQuestion),
    reply: ({ question, id, reply }) => put(`/questions/${question}/replies/${id}`, reply),
    setStatus: (question, status) => put(`/questions/${question}/status`, { status }),
    grant,
    upload: (picture) => upload(picture, send),
    bytes: async (attachment) => {
      const granted = await grant(attachment, 'view');
      if (!granted.ok) return granted;
      const response = await call(granted.value.url, {});
      const blob = response?.ok ? await response.blob().catch(() => undefined) : undefined; // cut off on the way
      return blob ? { ok: true, value: blob } : refused(response);
    },
    accesses: (filter) => get('/access/search', accessPage, { method: 'POST', body: filter }),
    checkAccesses: () => get('/access/check', accessCheck),
    undelivered: async () => {
      const found = await get('/outgoing?state=dead', undeliveredList);
      return found.ok ? { ok: true, value: found.value.items } : found;
    },
    tellAgain: async (id) => done(await send('/outgoing/again', { method: 'POST', body: { id } })),
    changes: (cursor, signal) => get(`/changes?after=${cursor}&wait=25`, changePage, { signal }),
  };
}

async function call(
  path: string,
  { method = 'GET', signal, ...ask }: Ask,
  token?: string,
): Promise<Response | undefined> {
  const { body, headers } = await bodyAndHeaders(ask);
  if (token) headers.set('authorization', `Bearer ${token}`);
  try {
    return await fetch(path, {
      method,
      headers,
      credentials: 'same-origin',
      ...(body && { body }),
      ...(signal && { signal }),
    });
  } catch {
    return undefined; // no network, or given up on purpose: the caller knows which
  }
}

async function bodyAndHeaders({ body, offset = 0 }: Pick<Ask, 'body' | 'offset'>) {
  const headers = new Headers({ accept: 'application/json', 'accept-language': 'nl' });
  if (!body) return { headers };
  const isPiece = body instanceof Uint8Array;
  const bytes = isPiece ? new Uint8Array(body) : new TextEncoder().encode(JSON.stringify(body));
  const digest = await digestOf(bytes);
  headers.set('content-type', isPiece ? 'application/offset+octet-stream' : 'application/json');
  if (isPiece) headers.set('upload-offset', String(offset));
  headers.set(isPiece ? 'upload-checksum' : 'content-digest', isPiece ? `sha256 ${digest}` : `sha-256=:${digest}:`);
  return { headers, body: bytes };
}

/** Sends the pieces that the receiver does not have, one MiB at a time. */
async function upload(
  { manifest, bytes }: ReplyPicture,
  send: (path: string, ask: Ask) => Promise<Response | undefined>,
): Answer<void> {
  const path = `/attachments/${manifest.id}`;
  const head = await send(path, { method: 'HEAD' });
  if (!head?.ok) return refused(head);
  for (let offset = Number(head.headers.get('upload-offset')); offset < bytes.length; offset += PIECE_BYTES) {
    const piece = await send(path, { method: 'PATCH', body: bytes.subarray(offset, offset + PIECE_BYTES), offset });
    if (!piece?.ok) return refused(piece);
  }
  return { ok: true, value: undefined };
}

async function read<Value>(response: Response | undefined, decoder: Decoder<Value>): Answer<Value> {
  if (!response?.ok) return refused(response);
  const decoded = decoder(await bodyOf(response));
  return decoded.ok ? decoded : { ok: false, problem: { status: response.status, retryable: true } };
}

async function done(response: Response | undefined): Answer<void> {
  return response?.ok ? { ok: true, value: undefined } : refused(response);
}

async function refused(response: Response | undefined): Promise<Outcome<never>> {
  if (!response) return { ok: false, problem: { status: 0, retryable: true } };
  const facts = problemFacts(await bodyOf(response));
  const name = facts.ok ? problemName(facts.value.type) : undefined;
  const problem: AgentProblem = {
    status: response.status,
    retryable: facts.ok ? facts.value.retryable : response.status >= 500,
    ...(name && { name }),
  };
  return { ok: false, problem };
}

const bodyOf = (response: Response): Promise<unknown> => response.json().catch(() => undefined); // not JSON: the decoder says so
