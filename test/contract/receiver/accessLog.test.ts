import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AccessCheck, AccessFilter, AccessPage, AccessRow, Attachment } from '../../../src/protocol/index';
import { startReceiver, type Caller, type ReceiverUnderTest } from './receiverUnderTest';
import { accepted, aPng, aSubmission, aWireQuestion, manifestOf, patch, refusalOf } from './wire';

let receiver: ReceiverUnderTest;
let sanne: Caller;
let noor: { readonly token: string };
let ruben: { readonly token: string };

beforeAll(async () => {
  receiver = await startReceiver();
  sanne = await receiver.asker();
  noor = { token: await receiver.agent() };
  ruben = { token: await receiver.reviewer() };
});
afterAll(() => receiver.close());

const post = (url: string, { token }: { readonly token: string }, body?: object): Promise<LightMyRequestResponse> =>
  receiver.send({
    method: 'POST',
    url,
    headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { payload: JSON.stringify(body) }),
  });
const search = async (filter: AccessFilter): Promise<readonly AccessRow[]> =>
  (await post('/v1/agent/access/search', ruben, filter)).json<AccessPage>().items;
const check = async (): Promise<AccessCheck> => (await receiver.get('/v1/agent/access/check', ruben)).json();

/** A question about a client, with a picture that is there. */
async function asked(client: string): Promise<{ readonly question: string; readonly picture: Attachment }> {
  const bytes = aPng(900);
  const picture = manifestOf(bytes);
  const question = aWireQuestion({ client: { scope: 'one', ref: client }, attachments: [picture.id] });
  await accepted(receiver, sanne, aSubmission(sanne.owner, { questions: [question], attachments: [picture] }));
  await patch(receiver, sanne, { id: picture.id, offset: 0, bytes });
  return { question: question.id, picture };
}

const grant = ({ id }: Attachment, use: string): Promise<LightMyRequestResponse> =>
  post(`/v1/agent/attachments/${id}/grant?use=${use}`, noor);

describe('the access log', () => {
  it('tells of every look who, when, about which client, why, for whom, and whether it was given', async () => {
    const { question, picture } = await asked('c-alles');
    const opened = await receiver.get(`/v1/agent/questions/${question}`, noor);
    await grant(picture, 'view');
    const [seen, read] = await search({ client: 'c-alles' });
    expect(read).toEqual({
      seq: expect.any(Number),
      at: '2024-03-12T09:00:00.000Z',
      event: 'view',
      purpose: 'answering',
      outcome: 'granted',
      actor: { id: 'a-noor', name: 'Noor', role: 'agent' },
      onBehalfOf: 'a-noor',
      organisation: 'voorbeeldzorg',
      submission: expect.any(String),
      question,
      number: expect.stringMatching(/^24-\d+\.1$/),
      clientRefs: ['c-alles'],
      requestId: opened.headers['x-request-id'],
      hash: expect.stringMatching(/^[\w-]{43}$/),
    });
    expect(seen).toMatchObject({ event: 'view', attachment: picture.id, clientRefs: ['c-alles'] });
  });

  it('names who answers for an agent, where that is somebody else', async () => {
    const { question } = await asked('c-stage');
    const trainee = { token: await receiver.agent({ claims: { sub: 'a-stagiair', on_behalf_of: 'a-noor' } }) };
    await receiver.get(`/v1/agent/questions/${question}`, trainee);
    expect(await search({ client: 'c-stage' })).toMatchObject([{ actor: { id: 'a-stagiair' }, onBehalfOf: 'a-noor' }]);
  });

  it('also tells of what the asker reads, of what is refused, and of what is taken back', async () => {
    const { question, picture } = await asked('c-eigen');
    await receiver.get(`/v1/questions/${question}`, sanne);
    await receiver.get(`/v1/attachments/${picture.id}/content`, sanne);
    const authorization = `Bearer ${sanne.token}`;
    await receiver.send({ method: 'DELETE', url: `/v1/attachments/${picture.id}`, headers: { authorization } });
    expect((await grant(picture, 'play')).statusCode).toBe(404);
    const rows = await search({ client: 'c-eigen' });
    expect(rows.map(({ event, purpose, outcome, actor }) => [event, purpose, outcome, actor.role])).toEqual([
      ['play', 'answering', 'refused', 'agent'],
      ['delete', 'takingBack', 'granted', 'user'],
      ['download', 'ownQuestion', 'granted', 'user'],
      ['view', 'ownQuestion', 'granted', 'user'],
    ]);
  });

  it('tells of a list which clients it was about, and of a look at the log itself', async () => {
    await asked('c-lijst');
    await receiver.get('/v1/agent/questions?filter=all', noor);
    const first = await search({ client: 'c-lijst' });
    expect(first.map(({ event, purpose }) => [event, purpose])).toEqual([['list', 'answering']]);
    const [review] = await search({ client: 'c-lijst' });
    expect(review).toMatchObject({
      event: 'review',
      purpose: 'logReview',
      actor: { id: 'a-ruben' },
      clientRefs: ['c-lijst'],
    });
  });

  it('never tells what there was to see', async () => {
    await asked('c-inhoud');
    expect(JSON.stringify(await search({}))).not.toContain('Opslaan in de agenda');
  });

  it('is found per agent, per question and page by page', async () => {
    const { question } = await asked('c-zoek');
    for (let turn = 0; turn < 52; turn += 1) await receiver.get(`/v1/agent/questions/${question}`, noor);
    const ofQuestion = (await post('/v1/agent/access/search', ruben, { question })).json<AccessPage>();
    expect([ofQuestion.items.length, ofQuestion.more]).toEqual([50, true]);
    const before = ofQuestion.items.at(-1)?.seq ?? 0;
    const rest = (await post('/v1/agent/access/search', ruben, { question, before, actor: 'a-noor' })).json();
    expect(rest).toMatchObject({ items: [{ event: 'view' }, { event: 'view' }], more: false });
    expect(await search({ actor: 'a-nobody' })).toEqual([]);
    expect(await search({ organisation: 'elders' })).toEqual([]);
  });

  it('is not there for an agent without the role', async () => {
    expect(refusalOf(await post('/v1/agent/access/search', noor, {}))).toBe('404 not-found');
    expect(refusalOf(await receiver.get('/v1/agent/access/check', noor))).toBe('404 not-found');
  });

  it('gives nothing that it can not write down', async () => {
    const { question, picture } = await asked('c-vol');
    await receiver.behind(`create function full_disk() returns trigger language plpgsql as $$
      begin raise exception 'no space left'; end $$`);
    await receiver.behind(
      'create trigger full_disk before insert on access_log for each row execute function full_disk()',
    );
    const answers = [
      await receiver.get('/v1/agent/questions?filter=all', noor),
      await receiver.get(`/v1/agent/questions/${question}`, noor),
      await grant(picture, 'view'),
      await receiver.get(`/v1/questions/${question}`, sanne),
      await receiver.get(`/v1/attachments/${picture.id}/content`, sanne),
      await post('/v1/agent/access/search', ruben, {}),
    ];
    await receiver.behind('drop trigger full_disk on access_log');
    expect(answers.map(refusalOf)).toEqual(Array.from(answers, () => '500 internal'));
    expect(await receiver.behind('select * from content_grant where uses = 0 and attachment_id is null')).toEqual([]);
  });
});

describe('the chain of the access log', () => {
  beforeEach(async () => {
    const { question } = await asked('c-keten');
    for (let turn = 0; turn < 3; turn += 1) await receiver.get(`/v1/agent/questions/${question}`, noor);
  });

  /** What somebody with the keys of the database does: takes the guard away, changes, puts it back. */
  async function tampered(statement: string, undo: readonly string[] = []): Promise<AccessCheck> {
    await receiver.behind('alter table access_log disable trigger all');
    await receiver.behind('create table kept as select * from access_log');
    await receiver.behind('create table kept_end as select * from access_chain');
    await receiver.behind(statement);
    const found = await check();
    for (const table of ['access_log', 'access_chain']) await receiver.behind(`delete from ${table}`);
    await receiver.behind('insert into access_log overriding system value select * from kept');
    await receiver.behind('insert into access_chain select * from kept_end');
    for (const more of ['drop table kept', 'drop table kept_end', ...undo]) await receiver.behind(more);
    await receiver.behind('alter table access_log enable trigger all');
    return found;
  }
  const rowsNow = async (): Promise<number> => (await check()).chains[0]?.rows ?? 0;

  it('holds, also when many look at once', async () => {
    await Promise.all(Array.from({ length: 20 }, () => receiver.get('/v1/agent/questions?filter=all', noor)));
    const { sound, chains } = await check();
    const [last] = await receiver.behind('select hash, place::int as place from access_log order by seq desc limit 1');
    expect(sound).toBe(true);
    expect(chains).toEqual([
      { organisation: 'voorbeeldzorg', rows: last?.['place'], unchained: 0, head: last?.['hash'] },
    ]);
  });

  it.each([
    ['another actor', "actor = 'a-joris'"],
    ['another name', "actor_name = 'Joris'"],
    ['another time', "at = at + interval '1 ms'"],
    ['another client', "client_refs = '{c-ander}'"],
    ['no client', "client_refs = '{}'"],
    ['another event', "event = 'list'"],
    ['another reason', "purpose = 'logReview'"],
    ['a refusal', "outcome = 'refused'"],
    ['another question', 'question_id = gen_random_uuid()'],
    ['another hash', "hash = 'A'"],
  ])('tells the first row that was given %s', async (_what, change) => {
    const place = (await rowsNow()) - 1;
    const found = await tampered(`update access_log set ${change} where place = ${place}`);
    expect(found).toMatchObject({ sound: false, chains: [{ broken: { place, reason: 'changed' } }] });
    expect((await check()).sound).toBe(true);
  });

  it('misses a row that was taken out, in the middle and at the end', async () => {
    const last = await rowsNow();
    for (const place of [2, last])
      expect(await tampered(`delete from access_log where place = ${place}`)).toMatchObject({
        chains: [{ broken: { place, reason: 'missing' } }],
      });
  });

  it('notices an end that was put back, and one that is gone', async () => {
    const last = await rowsNow();
    const back = await tampered(
      `update access_chain set place = ${last - 1}, hash = (select hash from access_log where place = ${last - 1})`,
    );
    expect(back).toMatchObject({ chains: [{ broken: { place: last - 1, reason: 'end' } }] });
    const gone = await tampered('delete from access_chain');
    expect(gone).toMatchObject({ sound: false });
  });

  it('takes no row that is not in the chain, no change, and is never emptied', async () => {
    const columns = 'at, event, actor, actor_name, actor_role, organisation_id, client_refs, request_id';
    await expect(
      receiver.behind(`insert into access_log (${columns}) select ${columns} from access_log limit 1`),
    ).rejects.toThrow();
    await expect(receiver.behind("update access_log set actor = 'a-nobody'")).rejects.toThrow();
    await expect(receiver.behind('delete from access_log')).rejects.toThrow();
    await expect(receiver.behind('truncate access_log')).rejects.toThrow();
  });
});
