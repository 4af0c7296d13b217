import { PROTOCOL_VERSION, problemName, type Decoder } from '../../src/protocol/index';
import type { AgentBackend, AgentProblem, Answer, Outcome } from './agentBackend';
import { agentQuestion, agentToken, changePage, contentGrant, inboxPage, problemFacts } from './decodeAnswers';

interface Ask {
  readonly method?: 'GET' | 'POST' | 'PUT';
  readonly body?: unknown;
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
  const put = async (path: string, body: unknown): Answer<void> => done(await send(path, { method: 'PUT', body }));

  return {
    page: (filter) => get(`/questions?filter=${filter}`, inboxPage),
    question: (id) => get(`/questions/${id}`, agentQuestion),
    reply: ({ question, id, reply }) => put(`/questions/${question}/replies/${id}`, reply),
    setStatus: (question, status) => put(`/questions/${question}/status`, { status }),
    grant: (attachment, use) => get(`/attachments/${attachment}/grant?use=${use}`, contentGrant, { method: 'POST' }),
    changes: (cursor, signal) => get(`/changes?after=${cursor}&wait=25`, changePage, { signal }),
  };
}

async function call(
  path: string,
  { method = 'GET', body, signal }: Ask,
  token?: string,
): Promise<Response | undefined> {
  const headers = new Headers({ accept: 'application/json', 'accept-language': 'nl' });
  const bytes = body === undefined ? undefined : new TextEncoder().encode(JSON.stringify(body));
  if (token) headers.set('authorization', `Bearer ${token}`);
  if (bytes) {
    headers.set('content-type', 'application/json');
    headers.set('content-digest', await contentDigest(bytes));
  }
  try {
    return await fetch(path, {
      method,
      headers,
      credentials: 'same-origin',
      ...(bytes && { body: bytes }),
      ...(signal && { signal }),
    });
  } catch {
    return undefined; // no network, or given up on purpose: the caller knows which
  }
}

async function contentDigest(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return `sha-256=:${btoa(String.fromCharCode(...digest))}:`;
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
