import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ContentGrant } from '../../../src/protocol/index';
import { MATRIX, putDevice, read, type Belongings } from './accessRows';
import { startReceiver, type Caller, type ReceiverUnderTest } from './receiverUnderTest';
import { accepted, aPng, aSubmission, aWireQuestion, manifestOf, nextId, patch } from './wire';

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
  const reply = nextId();
  const of = { submission: view.id, question: question.id, picture, coming, reply, replyPicture, device, secret: '' };
  await receiver.send(putDevice(of, sanne));
  await receiver.put(`/v1/agent/questions/${question.id}/replies/${reply}`, noor, {
    text: 'Alleen voor Sanne',
    status: 'needsInfo',
    attachments: [replyPicture],
  });
  const grant = await receiver.send(read(() => `/v1/agent/attachments/${picture.id}/grant`, 'POST')(of, noor));
  const secret = grant.json<ContentGrant>().url.split('/').at(-1) ?? '';
  return { ...of, secret };
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
