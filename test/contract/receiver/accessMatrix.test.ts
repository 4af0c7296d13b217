import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Attachment, ContentGrant } from '../../../src/protocol/index';
import { putRequest, startReceiver, type Caller, type ReceiverUnderTest } from './receiverUnderTest';
import { accepted, aPng, aSubmission, aWireQuestion, manifestOf, nextId, patch, sha256 } from './wire';

/** Everything that is Sanne's, and the pictures that Noor sends her. */
interface Belongings {
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

const read =
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
interface Row {
  readonly ask: Ask;
  readonly side: 'asker' | 'agent' | 'reviewer' | 'anyone';
  readonly hers: number;
  /** What a colleague of Sanne, and somebody of another organisation, get. */
  readonly others: Kept;
}

const asker = (ask: Ask, others: Kept, hers = 200): Row => ({ ask, side: 'asker', hers, others });
const agent = (ask: Ask, hers = 200, side: 'agent' | 'reviewer' = 'agent'): Row => ({ ask, side, hers, others: 401 });
const anyone = (ask: Ask, hers = 200): Row => ({ ask, side: 'anyone', hers, others: hers });

const followUp = ({ owner }: Caller): object => ({ schema: 1, owner, text: 'Nog iets', attachments: [] });

/** A row for every address and method of the receiver. The last of a thing that is used up comes last. */
const MATRIX: Readonly<Record<string, Row>> = {
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
  'get /agent/access/check': agent(
    read(() => '/v1/agent/access/check'),
    200,
    'reviewer',
  ),

  'get /content/{secret}': anyone(read(({ secret }) => `/v1/content/${secret}`)),
  'get /openapi.json': anyone(read(() => '/v1/openapi.json')),
};

/** A key is asked for without a body. */
const putDevice: Ask = ({ device }, { token }) => ({
  method: 'PUT',
  url: `/v1/me/device-keys/${device}`,
  headers: { authorization: `Bearer ${token}` },
});

let receiver: ReceiverUnderTest;
let operations: readonly string[];
let sanne: Caller;
let noor: Caller;
let ruben: Caller;
let strangers: Readonly<Record<string, Caller>>;
let notAgents: Readonly<Record<string, Caller>>;

const AGENT_TYP = { header: { typ: 'cliendo-support-agent+jwt' } } as const;
const asAgent = (token: string): Caller => ({ owner: 'A'.repeat(43), token });

beforeAll(async () => {
  receiver = await startReceiver();
  const { paths } = (await receiver.app.inject({ method: 'GET', url: '/v1/openapi.json' })).json<{
    paths: Record<string, Record<string, unknown>>;
  }>();
  operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  );
  sanne = await receiver.asker();
  noor = asAgent(await receiver.agent());
  ruben = asAgent(await receiver.reviewer());
  strangers = {
    'a colleague': await receiver.asker('p-mehmet'),
    'the contact person': await receiver.asker('p-ingrid'),
    'somebody of another organisation': await receiver.asker('p-jan', { claims: { org: 'elders' } }),
    'somebody of another organisation with the same name there': await receiver.asker('p-sanne', {
      claims: { org: 'elders' },
    }),
  };
  notAgents = {
    ...strangers,
    'the asker herself': sanne,
    'an asker who says they are an agent': await receiver.asker('p-sanne', {
      ...AGENT_TYP,
      claims: { aud: 'agent', amr: ['otp'], roles: ['logReviewer'] },
    }),
    'an agent without a second factor': asAgent(await receiver.agent({ claims: { amr: ['pwd'] } })),
    'an agent with another key': asAgent(await receiver.agent({ key: 'wrong' })),
    'an agent whose time is over': asAgent(await receiver.agent({ claims: { iat: 0, nbf: 0, exp: 600 } })),
  };
});
afterAll(() => receiver.close());

async function belongings(): Promise<Belongings> {
  const [picture, coming, replyPicture] = [manifestOf(aPng(300)), manifestOf(aPng(100)), manifestOf(aPng(100))];
  const question = aWireQuestion({ attachments: [picture.id, coming.id], text: 'Van Sanne alleen' });
  const view = await accepted(
    receiver,
    sanne,
    aSubmission(sanne.owner, { questions: [question], attachments: [picture, coming] }),
  );
  await patch(receiver, sanne, { id: picture.id, offset: 0, bytes: aPng(300) });
  const device = nextId();
  const of = { submission: view.id, question: question.id, picture, coming, replyPicture, device, secret: '' };
  await receiver.send(putDevice(of as Belongings, sanne));
  const reply = nextId();
  await receiver.put(`/v1/agent/questions/${question.id}/replies/${reply}`, noor, {
    text: 'Alleen voor Sanne',
    status: 'needsInfo',
    attachments: [replyPicture],
  });
  const grant = await receiver.send(
    read(() => `/v1/agent/attachments/${picture.id}/grant`, 'POST')(of as Belongings, noor),
  );
  const secret = grant.json<ContentGrant>().url.split('/').at(-1) ?? '';
  return { ...of, reply, secret };
}

const HERS = ['Van Sanne alleen', 'Alleen voor Sanne'];

/** Nothing that only Sanne may see, in a body or a header. */
function mustHideAll(answer: LightMyRequestResponse, of: Belongings, what: string): void {
  const told = answer.body + JSON.stringify(answer.headers);
  const ids = [of.submission, of.question, of.picture.id, of.coming.id, of.reply, of.replyPicture.id, of.secret];
  for (const secret of [...HERS, ...ids.filter((id) => !answer.raw.req.url?.includes(id)), sanne.owner])
    expect(told.replaceAll(String(answer.raw.req.url), '').includes(secret), `${what} tells ${secret}`).toBe(false);
}

describe('every address of the receiver', () => {
  it('has a row that says who may use it', () => {
    expect(Object.keys(MATRIX).sort()).toEqual([...operations].sort());
  });

  it('works for who may use it: the control', async () => {
    const of = await belongings();
    for (const [operation, { ask, side, hers }] of Object.entries(MATRIX)) {
      const by = side === 'agent' ? noor : side === 'reviewer' ? ruben : sanne;
      expect((await receiver.send(ask(of, by))).statusCode, operation).toBe(hers);
    }
  });

  it('gives what is of one asker to no other asker', async () => {
    const of = await belongings();
    for (const [who, by] of Object.entries(strangers))
      for (const [operation, { ask, others }] of Object.entries(MATRIX).filter(([, { side }]) => side === 'asker')) {
        const answer = await receiver.send(ask(of, by));
        const what = `${operation} by ${who}`;
        if (others === 'nothing of hers') expect(answer.statusCode, what).toBeLessThan(300);
        else expect(answer.statusCode, what).toBe(others);
        mustHideAll(answer, of, what);
      }
    const still = await receiver.get(`/v1/submissions/${of.submission}`, sanne);
    expect(still.json()).toMatchObject({ attachments: [{ state: 'available' }, { state: 'declared', offset: 0 }] });
    expect((await receiver.send(putDevice(of, sanne))).statusCode).toBe(200); // her key is there: 201 would be a new one
  });

  it('lets nobody use an agent’s side who is no agent, and only who looks after the log read it', async () => {
    const of = await belongings();
    for (const [who, by] of Object.entries(notAgents))
      for (const [operation, { ask }] of Object.entries(MATRIX).filter(([key]) => key.includes(' /agent/')))
        expect((await receiver.send(ask(of, by))).statusCode, `${operation} by ${who}`).toBe(401);
    for (const [operation, { ask }] of Object.entries(MATRIX).filter(([, { side }]) => side === 'reviewer'))
      expect((await receiver.send(ask(of, noor))).statusCode, operation).toBe(404);
  });

  it('lets no agent ask as an asker', async () => {
    const of = await belongings();
    for (const [operation, { ask }] of Object.entries(MATRIX).filter(([, { side }]) => side === 'asker'))
      for (const by of [noor, ruben]) expect((await receiver.send(ask(of, by))).statusCode, operation).toBe(401);
  });

  it('asks for a token, but for the three that are open', async () => {
    const of = await belongings();
    for (const [operation, { ask, side, hers }] of Object.entries(MATRIX)) {
      const { headers, ...request } = ask(of, sanne);
      const { authorization: _none, ...rest } = headers ?? {};
      const expected = side === 'anyone' ? hers : 401;
      expect((await receiver.send({ ...request, headers: rest })).statusCode, operation).toBe(expected);
    }
  });

  it('is as silent about an id that exists as about one that does not', async () => {
    const of = await belongings();
    const nothing = { ...of, submission: nextId(), question: nextId(), picture: { ...of.picture, id: nextId() } };
    const by = strangers['a colleague'] ?? sanne;
    for (const operation of ['get /submissions/{sid}', 'get /questions/{qid}', 'get /attachments/{aid}/content']) {
      const ask = MATRIX[operation]?.ask ?? read(() => '');
      const [there, notThere] = [await receiver.send(ask(of, by)), await receiver.send(ask(nothing, by))];
      const shape = (answer: LightMyRequestResponse) => {
        const { instance: _url, requestId: _id, ...body } = answer.json<Record<string, unknown>>();
        return [answer.statusCode, body];
      };
      expect(shape(there), operation).toEqual(shape(notThere));
    }
  });
});
