import type { InjectOptions } from 'fastify';
import type { Attachment } from '../../../src/protocol/index';
import { putRequest, type Caller } from './receiverUnderTest';
import { aPng, aSubmission, nextId, sha256 } from './wire';

/** Everything that is Sanne's, and the pictures that Noor sends her. */
export interface Belongings {
  readonly submission: string;
  readonly question: string;
  /** There, and open to be looked at. */
  readonly picture: Attachment;
  /** Declared, without bytes. */
  readonly coming: Attachment;
  readonly reply: string;
  /** Of the reply, without bytes. */
  readonly replyPicture: Attachment;
  readonly device: string;
  readonly secret: string;
}

/** A request for what is Sanne's, by whoever has this token. Whoever writes says it is their own. */
type Ask = (of: Belongings, by: Caller) => InjectOptions;

/** A request without a body. */
export const read =
  (path: (of: Belongings) => string, method: 'GET' | 'HEAD' | 'DELETE' | 'POST' = 'GET'): Ask =>
  (of, { token }) => ({ method, url: path(of), headers: { authorization: `Bearer ${token}` } });
const put =
  (path: (of: Belongings) => string, body: (by: Caller) => object): Ask =>
  (of, by) =>
    putRequest(path(of), by.token, body(by));
const piece =
  (path: (of: Belongings) => string): Ask =>
  (of, { token }) => ({
    method: 'PATCH',
    url: path(of),
    payload: Buffer.from(aPng(100)),
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/offset+octet-stream',
      'upload-offset': '0',
      'upload-checksum': `sha256 ${sha256(aPng(100))}`,
    },
  });

/** A status, and for lists what must not be told. */
type Kept = number | 'nothing of hers';

/** Who may do what: `hers` is the control that must succeed. */
export interface Row {
  readonly ask: Ask;
  readonly side: 'asker' | 'agent' | 'reviewer' | 'anyone';
  readonly hers: number;
  /** What a colleague of Sanne, and somebody of another organisation, get. */
  readonly others: Kept;
}

const asker = (ask: Ask, others: Kept, hers = 200): Row => ({ ask, side: 'asker', hers, others });
const agent = (ask: Ask, hers = 200, side: 'agent' | 'reviewer' = 'agent'): Row => ({ ask, side, hers, others: 401 });
const anyone = (ask: Ask, hers = 200): Row => ({ ask, side: 'anyone', hers, others: hers });

/** Only for who has a role, as the next. */
const looking = (path: string): Row =>
  asker(
    read(() => `/v1/hints/${path}`),
    403,
    403,
  );
/** Only for who has a role, which nobody here has; who has one is in `hints.test`. */
const design = (path: string, body: object): Row =>
  asker(
    (_of, { token }) => ({
      method: 'POST',
      url: `/v1/hints/${path}`,
      payload: JSON.stringify(body),
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'if-match': '"0"' },
    }),
    403,
    403,
  );

const followUp = ({ owner }: Caller): object => ({ schema: 1, owner, text: 'Nog iets', attachments: [] });

const mailIn: Ask = ({ submission }, { token }) => ({
  method: 'POST',
  url: '/v1/agent/mails?organisation=voorbeeldzorg',
  headers: { authorization: `Bearer ${token}`, 'content-type': 'message/rfc822' },
  payload: `Subject: [${submission}]\r\n\r\nHoi`,
});

/** A row for every address and method of the receiver. The last of a thing that is used up comes last. */
export const MATRIX: Readonly<Record<string, Row>> = {
  'get /me': asker(
    read(() => '/v1/me'),
    'nothing of hers',
  ),
  'put /me/device-keys/{device}': asker((of, by) => putDevice(of, by), 'nothing of hers'),
  'get /submissions': asker(
    read(() => '/v1/submissions'),
    'nothing of hers',
  ),
  'get /submissions/{sid}': asker(
    read(({ submission }) => `/v1/submissions/${submission}`),
    404,
  ),
  'put /submissions/{sid}': asker(
    (of, by) => putRequest(`/v1/submissions/${of.submission}`, by.token, aSubmission(by.owner)),
    409,
    409, // other bytes under an id that was used: also for herself
  ),
  'post /agent/mails': agent(mailIn),
  'options /attachments': anyone(
    read(() => '/v1/attachments', 'OPTIONS' as 'GET'),
    204,
  ),
  'head /attachments/{aid}': asker(
    read(({ picture }) => `/v1/attachments/${picture.id}`, 'HEAD'),
    404,
  ),
  'patch /attachments/{aid}': asker(
    piece(({ coming }) => `/v1/attachments/${coming.id}`),
    404,
    204,
  ),
  'get /attachments/{aid}/content': asker(
    read(({ picture }) => `/v1/attachments/${picture.id}/content`),
    404,
  ),
  'get /questions/{qid}': asker(
    read(({ question }) => `/v1/questions/${question}`),
    404,
  ),
  'put /questions/{qid}/read': asker(
    put(
      ({ question }) => `/v1/questions/${question}/read`,
      () => ({ upTo: 1 }),
    ),
    404,
    204,
  ),
  'put /questions/{qid}/messages/{mid}': asker(
    put(({ question }) => `/v1/questions/${question}/messages/${nextId()}`, followUp),
    404,
    201,
  ),
  'put /questions/{qid}/actions/{id}': asker(
    put(
      ({ question }) => `/v1/questions/${question}/actions/${nextId()}`,
      ({ owner }) => ({ owner, type: 'solved' }),
    ),
    404,
    201,
  ),
  'get /changes': asker(
    read(() => '/v1/changes'),
    'nothing of hers',
  ),
  'get /events': asker((of, by) => ({ ...read(() => '/v1/events')(of, by), payloadAsStream: true }), 'nothing of hers'),
  'delete /attachments/{aid}': asker(
    read(({ coming }) => `/v1/attachments/${coming.id}`, 'DELETE'),
    404,
    204,
  ),
  'delete /me/device-keys/{device}': asker(
    read(({ device }) => `/v1/me/device-keys/${device}`, 'DELETE'),
    'nothing of hers',
    204,
  ),

  'get /hints/index': asker(
    read(() => '/v1/hints/index'),
    'nothing of hers',
    204, // nothing was published to anybody
  ),
  'get /hints/content/{which}': asker(
    read(() => '/v1/hints/content/uitleg@1'),
    404,
    404,
  ),
  'get /hints/history': asker(
    read(() => '/v1/hints/history'),
    'nothing of hers',
  ),
  'put /hints/history': asker(
    put(
      () => '/v1/hints/history',
      () => ({ records: [{ hint: 'uitleg', shown: 1 }] }),
    ),
    'nothing of hers',
  ),
  'put /hints/events/{batch}': asker(
    put(
      () => `/v1/hints/events/${nextId()}`,
      ({ owner }) => ({ owner, events: [] }),
    ),
    'nothing of hers',
    201,
  ),
  'get /hints/assets/{asset}': asker(
    read(() => `/v1/hints/assets/${'0'.repeat(64)}`),
    404,
    404,
  ),
  'put /hints/assets/{asset}': asker(
    (_of, { token }) => ({
      method: 'PUT',
      url: `/v1/hints/assets/${'0'.repeat(64)}`,
      payload: Buffer.from(aPng(100)),
      headers: { authorization: `Bearer ${token}`, 'content-type': 'image/png' },
    }),
    403,
    403,
  ),
  'post /hints/validate': design('validate', { document: {} }),
  'post /hints/publish': design('publish', { document: {}, note: 'x' }),
  'post /hints/rollback': design('rollback', { environment: 'productie', to: 1, note: 'x' }),
  'post /hints/pause': design('pause', { environment: 'productie', hints: ['*'], paused: true, note: 'x' }),
  'get /hints/drafts': looking('drafts'),
  'get /hints/drafts/{id}': looking('drafts/uitleg'),
  'put /hints/drafts/{id}': asker(
    put(
      () => '/v1/hints/drafts/uitleg',
      () => ({}),
    ),
    403,
    403,
  ),
  'delete /hints/drafts/{id}': asker(
    read(() => '/v1/hints/drafts/uitleg', 'DELETE'),
    403,
    403,
  ),
  'get /hints/audit': looking('audit'),
  'get /hints/report': looking('report?month=2024-03'),
  'get /hints/revisions': looking('revisions'),
  'get /hints/revisions/{revision}': looking('revisions/1'),

  'get /agent/questions': agent(read(() => '/v1/agent/questions?filter=all')),
  'get /agent/questions/{qid}': agent(read(({ question }) => `/v1/agent/questions/${question}`)),
  'put /agent/questions/{qid}/replies/{mid}': agent(
    put(
      ({ question }) => `/v1/agent/questions/${question}/replies/${nextId()}`,
      () => ({ text: 'Zo', status: 'answered' }),
    ),
    201,
  ),
  'put /agent/questions/{qid}/status': agent(
    put(
      ({ question }) => `/v1/agent/questions/${question}/status`,
      () => ({ status: 'inProgress' }),
    ),
  ),
  'get /agent/changes': agent(read(() => '/v1/agent/changes')),
  'head /agent/attachments/{aid}': agent(
    read(({ replyPicture }) => `/v1/agent/attachments/${replyPicture.id}`, 'HEAD'),
  ),
  'patch /agent/attachments/{aid}': agent(
    piece(({ replyPicture }) => `/v1/agent/attachments/${replyPicture.id}`),
    204,
  ),
  'post /agent/attachments/{aid}/grant': agent(
    read(({ picture }) => `/v1/agent/attachments/${picture.id}/grant`, 'POST'),
  ),
  'post /agent/access/search': agent(
    (_of, { token }) => ({
      method: 'POST',
      url: '/v1/agent/access/search',
      payload: '{}',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    }),
    200,
    'reviewer',
  ),
  'get /agent/access/purges': agent(
    read(() => '/v1/agent/access/purges'),
    200,
    'reviewer',
  ),
  'get /agent/access/check': agent(
    read(() => '/v1/agent/access/check'),
    200,
    'reviewer',
  ),

  'get /agent/outgoing': agent(read(() => '/v1/agent/outgoing')),
  'post /agent/outgoing/again': agent((_of, { token }) => ({
    method: 'POST',
    url: '/v1/agent/outgoing/again',
    payload: JSON.stringify({ id: nextId() }),
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
  })),

  'get /content/{secret}': anyone(read(({ secret }) => `/v1/content/${secret}`)),
  'get /openapi.json': anyone(read(() => '/v1/openapi.json')),
};

/** A key is asked for without a body. */
export const putDevice: Ask = ({ device }, { token }) => ({
  method: 'PUT',
  url: `/v1/me/device-keys/${device}`,
  headers: { authorization: `Bearer ${token}` },
});
