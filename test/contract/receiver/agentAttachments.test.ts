import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LightMyRequestResponse } from 'fastify';
import type { AgentQuestion, Attachment, Conversation, Problem } from '../../../src/protocol/index';
import { startReceiver, type Caller, type ReceiverUnderTest } from './receiverUnderTest';
import { accepted, acceptedWith, aPng, manifestOf, nextId, patch, refusalOf } from './wire';

const AT = '/v1/agent/attachments';
const AGENT_CLAIMS = { aud: 'agent', amr: ['pwd', 'otp'] };

let receiver: ReceiverUnderTest;
let sanne: Caller;
let noor: { readonly token: string };
let joris: { readonly token: string };

beforeAll(async () => {
  receiver = await startReceiver();
  sanne = await receiver.asker();
  noor = { token: await receiver.agent() };
  joris = { token: await receiver.agent({ claims: { sub: 'a-joris', name: 'Joris' } }) };
});
afterAll(() => receiver.close());

type By = { readonly token: string };
const authorised = ({ token }: By) => ({ headers: { authorization: `Bearer ${token}` } });
const aQuestion = async (): Promise<string> => (await accepted(receiver, sanne)).questions[0]?.id ?? '';
const read = async (question: string): Promise<Conversation> =>
  (await receiver.get(`/v1/questions/${question}`, sanne)).json<Conversation>();

interface Reply {
  readonly attachments: readonly Attachment[];
  readonly by?: By;
  readonly id?: string;
}
const reply = (question: string, { attachments, by = noor, id = nextId() }: Reply): Promise<LightMyRequestResponse> =>
  receiver.put(`/v1/agent/questions/${question}/replies/${id}`, by, {
    text: 'Kijk bij de pijl.',
    status: 'answered',
    attachments,
  });

/** A reply with a picture that is on its way. */
async function replied(bytes: Uint8Array): Promise<{ readonly question: string; readonly picture: Attachment }> {
  const question = await aQuestion();
  const picture = manifestOf(bytes, { redaction: { mode: 'manual', boxes: 0, revealed: [] } });
  expect((await reply(question, { attachments: [picture] })).statusCode).toBe(201);
  return { question, picture };
}

describe('a picture in the reply of an agent', () => {
  it('comes after the words, and is then there for the asker', async () => {
    const bytes = aPng(3000);
    const { question, picture } = await replied(bytes);
    expect((await read(question)).messages[1]).toMatchObject({
      from: { role: 'agent' },
      attachments: [{ id: picture.id, state: 'declared', kind: 'screenshot', type: 'image/png' }],
    });
    const head = await receiver.send({ method: 'HEAD', url: `${AT}/${picture.id}`, ...authorised(noor) });
    expect(head.headers).toMatchObject({ 'upload-offset': '0', 'upload-length': '3000' });
    for (const offset of [0, 1000, 2000]) {
      const piece = { id: picture.id, offset, bytes: bytes.subarray(offset, offset + 1000), at: AT };
      expect((await patch(receiver, noor, piece)).headers['upload-offset']).toBe(String(offset + 1000));
    }
    expect((await read(question)).messages[1]?.attachments[0]?.state).toBe('available');
    const content = await receiver.get(`/v1/attachments/${picture.id}/content`, sanne);
    expect(content.rawPayload.equals(bytes)).toBe(true);
  });

  it('belongs to that message, for agents too', async () => {
    const { question, picture } = await replied(aPng(900));
    const open = (await receiver.get(`/v1/agent/questions/${question}`, joris)).json<AgentQuestion>();
    expect(open.attachments.map(({ id }) => id)).toEqual([picture.id]);
    expect(open.messages.map(({ attachments }) => attachments)).toEqual([[], [picture.id]]);
  });

  it('tells the device of the asker when it has arrived', async () => {
    const bytes = aPng(900);
    const { picture } = await replied(bytes);
    const feed = async (after: number): Promise<{ items: { type: string }[]; next: number }> =>
      (await receiver.get(`/v1/changes?after=${after}`, sanne)).json();
    const { next } = await feed(0);
    await patch(receiver, noor, { id: picture.id, offset: 0, bytes, at: AT });
    expect((await feed(next)).items.map(({ type }) => type)).toEqual(['attachment']);
  });

  it('is checked like any other', async () => {
    const bytes = new TextEncoder().encode(`<svg xmlns="http://www.w3.org/2000/svg">${' '.repeat(900)}</svg>`);
    const { question, picture } = await replied(bytes);
    await patch(receiver, noor, { id: picture.id, offset: 0, bytes, at: AT });
    expect((await read(question)).messages[1]?.attachments[0]).toMatchObject({
      state: 'quarantined',
      reason: 'content-mismatch',
    });
    expect(refusalOf(await receiver.get(`/v1/attachments/${picture.id}/content`, sanne))).toBe('404 not-found');
  });

  it('is sent once, however often the reply is repeated', async () => {
    const question = await aQuestion();
    const id = nextId();
    const picture = manifestOf(aPng(900));
    const answers = [
      await reply(question, { attachments: [picture], id }),
      await reply(question, { attachments: [picture], id }),
      await reply(question, { attachments: [], id }),
    ];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([201, 200, 409]);
  });

  it.each([
    ['of a type that is not taken', { type: 'image/svg+xml' }, '415 unsupported-type'],
    ['without the digests of its bytes', { digests: [] }, '422 invalid-question'],
    ['that is too large', { size: 30_000_000 }, '413 too-large'],
  ])('%s is refused, and the words with it', async (_what, change, refusal) => {
    const question = await aQuestion();
    const answer = await reply(question, { attachments: [{ ...manifestOf(aPng(900)), ...change }] });
    expect(refusalOf(answer)).toBe(refusal);
    expect((await read(question)).messages).toHaveLength(1);
  });
});

describe('the room for what agents attach', () => {
  it('is per organisation and day: then words go alone, a repeat is never refused, and the next day there is room', async () => {
    const small = await startReceiver({ quotas: { ownerBytes: 1000, organisationBytes: 1e6, agentsDayBytes: 2000 } });
    const mehmet = await small.asker('p-mehmet');
    const [question] = (await accepted(small, mehmet)).questions;
    const send = async (attachments: readonly Attachment[], sub = 'a-noor', id = nextId()) =>
      small.put(
        `/v1/agent/questions/${question?.id}/replies/${id}`,
        { token: await small.agent({ claims: { sub } }) },
        { text: 'Kijk bij de pijl.', status: 'answered', attachments },
      );
    const [first, id] = [[manifestOf(aPng(900))], nextId()];
    expect((await send(first, 'a-noor', id)).statusCode).toBe(201);
    small.time.now += 3_600_000;
    expect((await send([manifestOf(aPng(900))], 'a-joris')).statusCode).toBe(201);

    const third = await send([manifestOf(aPng(900))]);
    expect([refusalOf(third), third.headers['retry-after']]).toEqual(['429 quota-organisation', String(23 * 3600)]);
    expect(third.json()).toMatchObject({
      detail: 'Agents have attached as much as fits in a day of this organisation; words still fit',
      limit: 2000,
      retryable: true,
    });
    expect((await send([])).statusCode).toBe(201);
    expect((await send(first, 'a-noor', id)).statusCode).toBe(200);
    const own = manifestOf(aPng(900));
    await acceptedWith(small, await small.asker('p-mehmet'), own); // the asker's own room is as it was

    small.time.now += 23 * 3_600_000;
    expect((await send([manifestOf(aPng(900))])).statusCode).toBe(201);
    await small.close();
  });

  it('holds for two agents at once, and for what the organisation keeps in all', async () => {
    const small = await startReceiver({ quotas: { ownerBytes: 1e6, organisationBytes: 2000, agentsDayBytes: 1000 } });
    const send = async (caller: Caller, token: string) => {
      const [question] = (await accepted(small, caller)).questions;
      return small.put(
        `/v1/agent/questions/${question?.id}/replies/${nextId()}`,
        { token },
        { text: 'Kijk bij de pijl.', status: 'answered', attachments: [manifestOf(aPng(900))] },
      );
    };
    const one = await small.asker();
    const [noors, joriss] = [await small.agent(), await small.agent({ claims: { sub: 'a-joris' } })];
    const both = await Promise.all([send(one, noors), send(one, joriss)]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([201, 429]);
    await acceptedWith(small, one, manifestOf(aPng(900)));
    small.time.now += 25 * 3_600_000;
    const refused = await send(await small.asker(), await small.agent());
    expect([refusalOf(refused), refused.json<Problem>().limit]).toEqual(['429 quota-organisation', 2000]);
    await small.close();
  });
});

describe('nobody else', () => {
  it('sends an attachment under an id that stands for another one', async () => {
    const theirs = manifestOf(aPng(900));
    await acceptedWith(receiver, sanne, theirs);
    const { picture } = await replied(aPng(900));
    for (const taken of [theirs, picture]) {
      const question = await aQuestion();
      expect(refusalOf(await reply(question, { attachments: [taken] }))).toBe('409 submission-conflict');
      expect((await read(question)).messages).toHaveLength(1);
    }
  });

  it('adds bytes to what an agent sends: not another agent, not the asker, not an agent of nobody we know', async () => {
    const bytes = aPng(900);
    const { picture } = await replied(bytes);
    const elders = await receiver.asker('a-noor', {
      claims: { ...AGENT_CLAIMS, org: 'elders' },
      header: { typ: 'cliendo-support-agent+jwt' },
    });
    const piece = { id: picture.id, offset: 0, bytes };
    expect(refusalOf(await patch(receiver, joris, { ...piece, at: AT }))).toBe('404 not-found');
    expect(refusalOf(await patch(receiver, sanne, piece))).toBe('404 not-found');
    expect(refusalOf(await patch(receiver, sanne, { ...piece, at: AT }))).toBe('401 token-invalid');
    expect(refusalOf(await patch(receiver, elders, { ...piece, at: AT }))).toBe('401 token-invalid');
    const head = await receiver.send({ method: 'HEAD', url: `${AT}/${picture.id}`, ...authorised(joris) });
    expect(head.statusCode).toBe(404);
    expect((await patch(receiver, noor, { ...piece, at: AT })).statusCode).toBe(204);
  });

  it('sees it: not a colleague of the asker, not somebody of another organisation', async () => {
    const bytes = aPng(900);
    const { picture } = await replied(bytes);
    await patch(receiver, noor, { id: picture.id, offset: 0, bytes, at: AT });
    const others = [await receiver.asker('p-mehmet'), await receiver.asker('p-sanne', { claims: { org: 'elders' } })];
    for (const other of others)
      expect(refusalOf(await receiver.get(`/v1/attachments/${picture.id}/content`, other))).toBe('404 not-found');
  });

  it('takes it back: it is not the asker’s to erase', async () => {
    const bytes = aPng(900);
    const { picture } = await replied(bytes);
    await patch(receiver, noor, { id: picture.id, offset: 0, bytes, at: AT });
    const answer = await receiver.send({
      method: 'DELETE',
      url: `/v1/attachments/${picture.id}`,
      ...authorised(sanne),
    });
    expect(refusalOf(answer)).toBe('404 not-found');
    expect((await receiver.get(`/v1/attachments/${picture.id}/content`, sanne)).statusCode).toBe(200);
  });

  it('of the agents adds bytes to what the asker sends', async () => {
    const bytes = aPng(900);
    const manifest = manifestOf(bytes);
    await acceptedWith(receiver, sanne, manifest);
    expect(refusalOf(await patch(receiver, noor, { id: manifest.id, offset: 0, bytes, at: AT }))).toBe('404 not-found');
    expect((await patch(receiver, sanne, { id: manifest.id, offset: 0, bytes })).statusCode).toBe(204);
  });
});
