import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_TERMS } from '../../../demo/receiver/domain/retention';
import { lookDaily, purgeOld } from '../../../demo/receiver/retention';
import type { Attachment, PurgeList } from '../../../src/protocol/index';
import { startReceiver, type Caller, type ReceiverUnderTest } from './receiverUnderTest';
import { acceptedWith, aPng, aSubmission, aWireQuestion, manifestOf, nextId, patch, refusalOf } from './wire';

const DAY = 86_400_000;
const WORDS = 'Kanarie-Janssen-19500312';

let receiver: ReceiverUnderTest;
let sanne: Caller;

beforeAll(async () => {
  receiver = await startReceiver();
});
afterAll(() => receiver.close());

const noor = async () => ({ token: await receiver.agent() });
const later = async (days: number): Promise<void> => {
  receiver.time.now += days * DAY;
  sanne = await receiver.asker();
};
const purge = () => purgeOld(receiver.ports, DEFAULT_TERMS);

interface Bundle {
  readonly path: string;
  readonly body: object;
  readonly question: string;
  readonly picture: Attachment;
  readonly message: string;
}

/** A bundle with a picture that arrived and a follow-up, all with the same telling words. */
async function bundle(): Promise<Bundle> {
  sanne = await receiver.asker();
  const picture = manifestOf(aPng(900), { alt: WORDS });
  const question = aWireQuestion({ text: WORDS, attachments: [picture.id], client: { scope: 'one', ref: 'c-1' } });
  const path = `/v1/submissions/${nextId()}`;
  const body = aSubmission(sanne.owner, { questions: [question], attachments: [picture] });
  await receiver.put(path, sanne, body);
  await patch(receiver, sanne, { id: picture.id, offset: 0, bytes: aPng(900) });
  const message = `/v1/questions/${question.id}/messages/${nextId()}`;
  await receiver.put(message, sanne, { schema: 1, owner: sanne.owner, text: WORDS, attachments: [] });
  return { path, body, question: question.id, picture, message };
}
const close = async ({ question }: Bundle) =>
  receiver.put(`/v1/agent/questions/${question}/replies/${nextId()}`, await noor(), { text: WORDS, status: 'closed' });
const stateOf = async ({ path }: Bundle) =>
  (await receiver.get(path, sanne)).json<{ attachments: { state: string; erasedAt?: string }[] }>().attachments[0];
const blobs = () => receiver.blobs.list('voorbeeldzorg');

/** Every table, as text: nothing may be left in any of them. */
async function whereIs(text: string): Promise<readonly unknown[]> {
  const tables = await receiver.behind(
    "select table_name from information_schema.tables where table_schema = 'public'",
  );
  const found: unknown[] = [];
  for (const { table_name: table } of tables) {
    const rows = await receiver.behind(`select 1 from "${String(table)}" t where t::text like '%${text}%'`);
    if (rows.length > 0) found.push(table);
  }
  return found;
}

describe('what is kept', () => {
  it('is everything while a question is open, however old', async () => {
    const one = await bundle();
    await later(3000);
    expect(await purge()).toEqual({ uploads: 0, attachments: 0, conversations: 0 });
    expect(await stateOf(one)).toMatchObject({ state: 'available' });
    await close(one);
    await later(731);
    await purge();
  });

  it('is a picture until 30 days after closing, not a day less; then its bytes are gone and the asker sees when', async () => {
    const one = await bundle();
    await close(one);
    await later(29.9);
    expect((await purge()).attachments).toBe(0);
    expect(await blobs()).toHaveLength(1);
    await later(0.2);
    expect((await purge()).attachments).toBe(1);
    expect(await blobs()).toEqual([]);
    expect(await stateOf(one)).toMatchObject({ state: 'erased', erasedAt: new Date(receiver.time.now).toISOString() });
    const authorization = `Bearer ${sanne.token}`;
    const answers = [
      await receiver.get(`/v1/attachments/${one.picture.id}/content`, sanne),
      await patch(receiver, sanne, { id: one.picture.id, offset: 0, bytes: aPng(900) }),
    ];
    expect(answers.map(refusalOf)).toEqual(['410 gone', '410 gone']);
    const head = await receiver.send({
      method: 'HEAD',
      url: `/v1/attachments/${one.picture.id}`,
      headers: { authorization },
    });
    expect(head.statusCode).toBe(410);
    expect(await whereIs(WORDS)).not.toContain('attachment');
    expect(await whereIs(WORDS)).toContain('question'); // the words are kept longer
  });

  it('is not a word after two years: no table holds one, also not the name of the asker', async () => {
    await later(731);
    expect((await purge()).conversations).toBeGreaterThan(0);
    expect(await whereIs(WORDS)).toEqual([]);
    expect(await receiver.behind('select * from person')).toEqual([]);
    expect(await blobs()).toEqual([]);
  });

  it('is nothing twice: a second purge finds nothing', async () => {
    expect(await purge()).toEqual({ uploads: 0, attachments: 0, conversations: 0 });
  });
});

describe('what was erased', () => {
  it('never comes back: a device that sends it again hears 410 for 400 days', async () => {
    const one = await bundle();
    await close(one);
    await later(731);
    await purge();
    const again = async () => [
      await receiver.put(one.path, sanne, one.body),
      await receiver.get(one.path, sanne),
      await receiver.get(`/v1/questions/${one.question}`, sanne),
      await receiver.put(one.message, sanne, { schema: 1, owner: sanne.owner, text: 'x', attachments: [] }),
      await patch(receiver, sanne, { id: one.picture.id, offset: 0, bytes: aPng(900) }),
      await receiver.get(`/v1/attachments/${one.picture.id}/content`, sanne),
    ];
    expect((await again()).map(refusalOf)).toEqual(Array.from({ length: 6 }, () => '410 gone'));
    await later(399);
    await purge();
    expect((await again()).map(refusalOf)).toEqual(Array.from({ length: 6 }, () => '410 gone'));
    expect(await whereIs(WORDS)).toEqual([]);
  });

  it('is only gone for who had it: for others it was never there', async () => {
    const one = await bundle();
    await close(one);
    await later(731);
    await purge();
    const mehmet = await receiver.asker('p-mehmet');
    expect(refusalOf(await receiver.get(one.path, mehmet))).toBe('404 not-found');
    expect(refusalOf(await receiver.get(`/v1/questions/${one.question}`, mehmet))).toBe('404 not-found');
  });

  it('is in the purge log as a count, and in the access log per attachment, which still holds', async () => {
    const { items } = (
      await receiver.get('/v1/agent/access/purges', { token: await receiver.reviewer() })
    ).json<PurgeList>();
    expect(items.at(-1)).toEqual({
      at: expect.any(String),
      organisation: 'voorbeeldzorg',
      what: 'conversations',
      why: 'past their term',
      items: 1,
    });
    expect(new Set(items.map(({ what }) => what))).toEqual(new Set(['attachments', 'conversations']));
    const [row] = await receiver.behind("select actor, client_refs from access_log where purpose = 'retention'");
    expect(row).toEqual({ actor: 'receiver', client_refs: ['c-1'] });
    expect((await receiver.ports.store.checkAccesses()).sound).toBe(true);
    await expect(receiver.behind('update purge_log set items = 9')).rejects.toThrow();
    await expect(receiver.behind('delete from purge_log')).rejects.toThrow();
    await expect(receiver.behind('truncate purge_log')).rejects.toThrow();
  });
});

it('an upload that does not go on for a week loses its bytes, and may start again', async () => {
  sanne = await receiver.asker();
  const bytes = aPng(5000);
  const picture = manifestOf(bytes);
  await acceptedWith(receiver, sanne, picture);
  await patch(receiver, sanne, { id: picture.id, offset: 0, bytes: bytes.subarray(0, 1000) });
  await later(6.9);
  expect((await purge()).uploads).toBe(0);
  await later(0.2);
  expect((await purge()).uploads).toBe(1);
  expect(await receiver.blobs.list('staging')).toEqual([]);
  expect((await patch(receiver, sanne, { id: picture.id, offset: 0, bytes })).statusCode).toBe(204);
  expect((await receiver.get(`/v1/attachments/${picture.id}/content`, sanne)).statusCode).toBe(200);
});

it('bytes that a crash left behind go the next time', async () => {
  const one = await bundle();
  await close(one);
  await later(31);
  const crashing = { ...receiver.blobs, delete: () => Promise.reject(new Error('killed')) };
  await expect(purgeOld({ store: receiver.ports.store, blobs: crashing }, DEFAULT_TERMS)).rejects.toThrow('killed');
  expect((await blobs()).length).toBeGreaterThan(0);
  expect(await stateOf(one)).toMatchObject({ state: 'erased' });
  await purge();
  const kept = await receiver.behind('select blob_key from attachment where blob_key is not null');
  expect(await blobs()).toHaveLength(kept.length);
});

it('every day the log of the receiver gets counts and the end of each chain, and no word of anybody', async () => {
  await lookDaily(receiver.ports, DEFAULT_TERMS);
  const line = JSON.parse(receiver.logged.at(-1) ?? '{}') as object; // written by the receiver
  expect(line).toMatchObject({ purged: { conversations: 0 }, sound: true, chains: [{ head: expect.any(String) }] });
  expect(receiver.logged.join('\n')).not.toContain(WORDS);
});
