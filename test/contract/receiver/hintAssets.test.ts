import { createHash } from 'node:crypto';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEFAULT_TERMS } from '../../../demo/receiver/domain/retention';
import { purgeOld } from '../../../demo/receiver/retention';
import type { HintDraftState, HintRevision, Problem } from '../../../src/protocol/index';
import { aHint, aHintDocument, aStep } from '../../support/hintDocuments';
import { CANARY } from '../../support/hostile/hostileFile';
import { hostileFiles } from '../../support/hostileFiles';
import { png } from '../../support/pictures';
import { postHints, publishHints, withRole } from './hintsUnderTest';
import { digestHeader, startReceiver, type Caller, type ReceiverUnderTest } from './receiverUnderTest';
import { refusalOf } from './wire';

const DAY = 86_400_000;

let receiver: ReceiverUnderTest;
let sanne: Caller;
let designer: Caller;
let publisher: Caller;
let live = 0;

beforeAll(async () => {
  receiver = await startReceiver();
  await signIn();
});
afterAll(() => receiver.close());

/** Tokens end: after days have passed everybody needs another. */
async function signIn(): Promise<void> {
  sanne = await receiver.asker();
  designer = await withRole(receiver, 'designer');
  publisher = await withRole(receiver, 'hintPublisher');
}
/** A picture like no other. */
const picture = (width: number): Buffer => png({ width, height: 12 });
const nameOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const send = (
  bytes: Uint8Array,
  { by = designer, type = 'image/png', asset = nameOf(bytes) }: { by?: Caller; type?: string; asset?: string } = {},
): Promise<LightMyRequestResponse> =>
  receiver.send({
    method: 'PUT',
    url: `/v1/hints/assets/${asset}`,
    payload: Buffer.from(bytes),
    headers: { authorization: `Bearer ${by.token}`, 'content-type': type, 'content-digest': digestHeader(bytes) },
  });
const look = (asset: string, by: Caller = sanne) => receiver.get(`/v1/hints/assets/${asset}`, by);
const blobs = () => receiver.blobs.list('voorbeeldzorg');
const withPicture = (asset: string, rev: number) =>
  aHintDocument({ hints: [aHint({ rev, content: { nl: { title: 'Kijk', media: { asset, alt: 'Een knop' } } } })] });
const publish = async (document: unknown): Promise<void> => {
  const answer = await publishHints(receiver, publisher, { document, after: live });
  expect(answer.statusCode).toBe(201);
  live = answer.json<HintRevision>().revision;
};
const errorsOf = (answer: { json<Value>(): Value }) =>
  answer.json<Problem>().errors?.map(({ code, pointer }) => `${code} ${pointer}`);

test('keeps a picture of a designer, once, and shows it to everybody of the organisation and to nobody else', async () => {
  const one = picture(400);
  expect((await send(one)).statusCode).toBe(201);
  expect((await send(one)).statusCode).toBe(200);
  expect((await send(one, { by: publisher })).statusCode).toBe(200);
  expect(await blobs()).toHaveLength(1);
  const seen = await look(nameOf(one));
  expect([seen.statusCode, seen.rawPayload]).toEqual([200, one]);
  const elders = await receiver.asker('p-sanne', { claims: { org: 'elders' } });
  expect(refusalOf(await look(nameOf(one), elders))).toBe('404 not-found');
  expect(refusalOf(await look('0'.repeat(64)))).toBe('404 not-found');
  const theirs = await withRole(receiver, 'designer', 'elders');
  expect((await send(one, { by: theirs })).statusCode).toBe(201);
  expect((await look(nameOf(one), elders)).statusCode).toBe(200);
});

test('gives a picture so that it is never taken for a page, and need not be asked for again', async () => {
  const asset = nameOf(picture(400));
  const { headers } = await look(asset);
  expect(headers).toMatchObject({
    'content-type': 'image/png',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'",
    'content-disposition': expect.stringMatching(/^attachment; filename="[0-9a-f]{12}\.png"/) as string,
    'cache-control': 'private, max-age=31536000, immutable',
    vary: 'authorization, origin',
    etag: `"${asset}"`,
  });
  const again = await receiver.send({
    method: 'GET',
    url: `/v1/hints/assets/${asset}`,
    headers: { authorization: `Bearer ${sanne.token}`, 'if-none-match': `"${asset}"` },
  });
  expect([again.statusCode, again.body]).toEqual([304, '']);
  expect((await look('0'.repeat(64))).headers['cache-control']).toBe('no-store');
});

test('refuses who is no designer', async () => {
  const viewer = await withRole(receiver, 'hintViewer');
  for (const by of [sanne, viewer]) expect(refusalOf(await send(picture(300), { by }))).toBe('403 role-missing');
});

test('refuses what is not what it says it is, too large, or under the name of something else', async () => {
  const kept = await blobs();
  const wide = png({ width: 2401, height: 10 });
  for (const [refusal, answer] of [
    ['415 unsupported-type', await send(Buffer.from('<svg/>'), { type: 'image/svg+xml' })],
    ['415 unsupported-type', await send(Buffer.from('{}'), { type: 'application/json' })],
    ['415 content-mismatch', await send(picture(300), { type: 'image/webp' })],
    ['413 pixel-limit', await send(wide)],
    ['413 too-large', await send(png({ width: 20, height: 20, words: 'x'.repeat(250_000) }))],
    ['400 digest-mismatch', await send(picture(300), { asset: '0'.repeat(64) })],
    ['400 malformed', await send(picture(300), { asset: 'knop.png' })],
  ] as const)
    expect(refusalOf(answer)).toBe(refusal);
  expect((await send(png({ width: 2400, height: 10 }))).statusCode).toBe(201);
  expect((await send(png({ width: 20, height: 20, words: 'x'.repeat(249_000) }))).statusCode).toBe(201);
  expect((await blobs()).length).toBe(kept.length + 2);
});

test('takes metadata off, and keeps nothing of files that are hostile', async () => {
  const talking = png({ width: 20, height: 20, words: 'Kanarie-Janssen' });
  await send(talking);
  const { rawPayload } = await look(nameOf(talking));
  expect(rawPayload.byteLength).toBeGreaterThan(0);
  expect(rawPayload.includes('Kanarie')).toBe(false);
  const pictures = hostileFiles().filter(({ type, bytes }) => type.startsWith('image/') && bytes.length <= 500_000);
  expect(pictures.length).toBeGreaterThan(50);
  for (const { type, bytes, name } of pictures) {
    const answer = await send(bytes, { type });
    if (answer.statusCode > 299) expect(refusalOf(answer), name).toMatch(/^(415 content-mismatch|413 pixel-limit)$/);
    else expect((await look(nameOf(bytes))).rawPayload.includes(CANARY), name).toBe(false);
  }
});

test('publishes a hint only with pictures that were sent, also in a step and also when the designer was not asked', async () => {
  const one = picture(900);
  const asset = nameOf(one);
  const steps = [aStep({ content: { nl: { title: 'Stap', media: { asset, alt: 'Een knop' } } } })];
  const tour = aHintDocument({
    hints: [aHint({ kind: 'tour', where: { routes: ['zorgplan'] }, when: { on: 'route' }, steps })],
  });
  const lost = await publishHints(receiver, publisher, { document: withPicture(asset, 1), after: live });
  expect([refusalOf(lost), errorsOf(lost)]).toEqual(['422 invalid-hints', ['V02 /hints/0/content/nl/media/asset']]);
  const judged = await postHints(receiver, designer, { path: 'validate', body: { document: tour } });
  expect(judged.json<{ findings: readonly { code: string; pointer: string }[] }>().findings).toContainEqual(
    expect.objectContaining({ code: 'V02', pointer: '/hints/0/steps/0/content/nl/media/asset' }),
  );
  const theirs = await withRole(receiver, 'hintPublisher', 'elders');
  await send(one, { by: theirs });
  expect(refusalOf(await publishHints(receiver, publisher, { document: withPicture(asset, 1), after: live }))).toBe(
    '422 invalid-hints',
  );
  await send(one);
  await publish(withPicture(asset, 1));
});

test('keeps what a revision names for ever, and lets go what nobody ever published', async () => {
  const named = nameOf(picture(900));
  const left = picture(1100);
  const wanted = picture(1200);
  for (const one of [left, wanted]) expect((await send(one)).statusCode).toBe(201);
  receiver.time.now += 80 * DAY;
  await signIn();
  expect((await send(wanted)).statusCode).toBe(200);
  receiver.time.now += 11 * DAY;
  await signIn();
  await purgeOld(receiver.ports, DEFAULT_TERMS);
  expect((await look(nameOf(left))).statusCode).toBe(404);
  expect((await look(nameOf(wanted))).statusCode).toBe(200);
  expect((await look(named)).statusCode).toBe(200);
  const rows = await receiver.behind('select blob_key from hint_asset');
  const kept = [...(await blobs()), ...(await receiver.blobs.list('elders'))];
  expect(kept.sort()).toEqual(rows.map(({ blob_key: key }) => String(key)).sort());
  expect((await send(left)).statusCode).toBe(201);
  for (const change of ['delete from hint_asset', "update hint_asset set type = 'image/webp'"])
    await expect(receiver.behind(change)).rejects.toThrow();
});

test('keeps what stands in a draft, for as long as that is there', async () => {
  const drawn = picture(1500);
  const asset = nameOf(drawn);
  expect((await send(drawn)).statusCode).toBe(201);
  const hint = { id: 'plaat', kind: 'tooltip', name: '', content: { nl: { media: { asset, alt: 'Een knop' } } } };
  const draft = (request: InjectOptions, condition: Record<string, string>) =>
    receiver.send({
      url: '/v1/hints/drafts/plaat',
      ...request,
      headers: { authorization: `Bearer ${designer.token}`, ...condition },
    });
  const { etag } = (
    await draft(
      { method: 'PUT', payload: JSON.stringify({ hint, targets: {} }) },
      { 'content-type': 'application/json', 'if-none-match': '*' },
    )
  ).json<HintDraftState>();
  const later = async (): Promise<number> => {
    receiver.time.now += 100 * DAY;
    await signIn();
    await purgeOld(receiver.ports, DEFAULT_TERMS);
    return (await look(asset)).statusCode;
  };
  expect(await later()).toBe(200);
  expect((await draft({ method: 'DELETE' }, { 'if-match': `"${etag}"` })).statusCode).toBe(204);
  expect(await later()).toBe(404);
});

test('keeps one of many that are sent at once, and no bytes beside it', async () => {
  const one = picture(2300);
  const before = await blobs();
  const answers = await Promise.all([1, 2, 3, 4].map(() => send(one)));
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 200, 200, 201]);
  expect((await blobs()).length).toBe(before.length + 1);
});

test('takes three hundred in an hour; a repeat is not refused', async () => {
  receiver.time.now += DAY;
  await signIn();
  await receiver.behind(`insert into hint_asset (organisation_id, asset, type, size, blob_key, author, at)
    select 'voorbeeldzorg', lpad(to_hex(n), 64, '0'), 'image/png', 1, 'none-' || n, 'x', '${new Date(receiver.time.now).toISOString()}'
    from generate_series(1, 300) n`);
  const answer = await send(picture(1300));
  expect([refusalOf(answer), answer.headers['retry-after']]).toEqual(['429 rate-limited', '3600']);
  expect((await send(picture(900))).statusCode).toBe(200);
  receiver.time.now += 3_600_000;
  await signIn();
  expect((await send(picture(1300))).statusCode).toBe(201);
  await receiver.behind("update hint_asset set size = 1000000000 where blob_key = 'none-1'");
  expect(refusalOf(await send(picture(1400)))).toBe('429 quota-organisation');
});
