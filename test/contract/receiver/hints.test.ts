import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { HintContent, HintIndex, HintRevision, Me, Problem } from '../../../src/protocol/index';
import { canonicalJson } from '../../../src/protocol/index';
import { aHint, aHintDocument } from '../../support/hintDocuments';
import { postHints, publishHints, withRole } from './hintsUnderTest';
import { startReceiver, type Caller, type ReceiverUnderTest } from './receiverUnderTest';
import { refusalOf } from './wire';

let receiver: ReceiverUnderTest;
let sanne: Caller;
let publisher: Caller;
let steward: Caller;
let live = 0;

beforeAll(async () => {
  receiver = await startReceiver();
  sanne = await receiver.asker();
  publisher = await withRole(receiver, 'hintPublisher');
  steward = await withRole(receiver, 'hintSteward');
});
afterAll(() => receiver.close());

const index = (by: Caller, tag?: string) =>
  receiver.send({
    method: 'GET',
    url: '/v1/hints/index',
    headers: { authorization: `Bearer ${by.token}`, ...(tag !== undefined && { 'if-none-match': tag }) },
  });
const idsOf = async (by: Caller): Promise<readonly string[]> =>
  (await index(by)).json<HintIndex>().hints.map(({ id }) => id);
const publish = async (document: unknown): Promise<HintRevision> => {
  const answer = await publishHints(receiver, publisher, { document, after: live });
  expect(answer.statusCode).toBe(201);
  live = answer.json<HintRevision>().revision;
  return answer.json();
};
const errorsOf = (answer: { json<Value>(): Value }) =>
  answer.json<Problem>().errors?.map(({ code, pointer }) => `${code} ${pointer}`);
const two = (rev = 1) =>
  aHintDocument({ hints: [aHint({ rev }), aHint({ id: 'tweede', name: 'Alleen voor ontwerpers' })] });

test('says that nothing is there, without an error, until something is published', async () => {
  expect((await index(sanne)).statusCode).toBe(204);
  expect((await receiver.get('/v1/me', sanne)).json<Me>().capabilities).toContain('hints');
});

test('publishes a revision: its index and its words are there for everybody of the organisation, and for nobody else', async () => {
  const revision = await publish(two());
  expect(revision).toMatchObject({ revision: 1, by: 'Sanne de Wit', note: 'Voor de proef' });
  const answer = await index(sanne);
  expect(answer.headers['etag']).toBe('"1"');
  expect(answer.json<HintIndex>().hints.map(({ id }) => id)).toEqual(['uitleg', 'tweede']);
  expect(answer.body).not.toMatch(/vinkje|Alleen voor ontwerpers|publishedBy/);
  const words = await receiver.get('/v1/hints/content/uitleg@1', sanne);
  expect(words.json<HintContent>()).toEqual({ hint: 'uitleg', rev: 1, content: aHint().content });
  const elders = await receiver.asker('p-sanne', { claims: { org: 'elders' } });
  expect((await index(elders)).statusCode).toBe(204);
  expect((await receiver.get('/v1/hints/content/uitleg@1', elders)).statusCode).toBe(404);
  expect((await receiver.get('/v1/hints/content/uitleg@2', sanne)).statusCode).toBe(404);
  expect((await receiver.get('/v1/hints/index?env=acceptatie', sanne)).statusCode).toBe(204);
});

test('answers 304 as long as nothing has changed', async () => {
  const tag = String((await index(sanne)).headers['etag']);
  const same = await index(sanne, tag);
  expect([same.statusCode, same.body, same.headers['etag']]).toEqual([304, '', tag]);
  await publish(two());
  expect((await index(sanne, tag)).statusCode).toBe(200);
});

test('keeps what was published as the bytes of its digest, for ever', async () => {
  const { items } = (await receiver.get('/v1/hints/revisions', publisher)).json<{ items: readonly HintRevision[] }>();
  expect(items.map(({ revision }) => revision)).toEqual([2, 1]);
  for (const { revision, sha256 } of items) {
    const { body } = await receiver.get(`/v1/hints/revisions/${revision}`, publisher);
    expect(createHash('sha256').update(body).digest('hex')).toBe(sha256);
    expect(canonicalJson(JSON.parse(body))).toBe(body);
  }
  for (const change of [
    'update hint_revision set note = $$x$$',
    'delete from hint_revision',
    'delete from hint_act',
    "update hint_content set content = ''",
  ])
    await expect(receiver.behind(change)).rejects.toThrow();
});

test('refuses who did not see the newest, and says which that is', async () => {
  const late = await publishHints(receiver, publisher, { document: two(), after: live - 1 });
  expect([refusalOf(late), late.headers['etag']]).toEqual(['412 revision-changed', `"${live}"`]);
  const blind = await postHints(receiver, publisher, {
    path: 'publish',
    body: { document: two(), note: 'x', confirmed: true },
  });
  expect(refusalOf(blind)).toBe('400 malformed');
  const answers = await Promise.all(
    [1, 2, 3].map(() => publishHints(receiver, publisher, { document: two(), after: live })),
  );
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 412, 412]);
  live += 1;
});

test('refuses other words under a rev that was used', async () => {
  const other = aHintDocument({ hints: [aHint({ content: { nl: { title: 'Iets anders' } } })] });
  const answer = await publishHints(receiver, publisher, { document: other, after: live });
  expect([refusalOf(answer), errorsOf(answer)]).toEqual(['422 invalid-hints', ['V19 /hints/0/rev']]);
  await publish(aHintDocument({ hints: [aHint({ rev: 2, content: { nl: { title: 'Iets anders' } } })] }));
  expect((await receiver.get('/v1/hints/content/uitleg@1', sanne)).body).toContain('vinkje');
  expect((await receiver.get('/v1/hints/content/uitleg@2', sanne)).body).toContain('Iets anders');
});

test('refuses what is broken, hostile or too new, with a sentence for each fault; what was live goes on', async () => {
  const before = await idsOf(sanne);
  const html = { ...two(), hints: [{ ...aHint(), html: '<img src=x onerror=alert(1)>' }] };
  const script = aHintDocument({ hints: [aHint({ rev: 9, content: { nl: { body: '[Klik](javascript:alert)' } } })] });
  const lost = aHintDocument({ hints: [aHint({ rev: 9, where: { routes: ['weg'], target: 'weg' } })] });
  const deep = (depth: number): unknown => JSON.parse(`${'{"not":'.repeat(depth)}1${'}'.repeat(depth)}`);
  const refused: readonly (readonly [unknown, readonly string[]])[] = [
    [html, ['V01 /hints/0/html']],
    [script, ['V06 /hints/0/content/nl/body']],
    [lost, ['V02 /hints/0/where/routes/0', 'V02 /hints/0/where/target']],
    [{ ...two(), version: 2 }, ['V01 /version']],
    [{ ...two(), policy: { timezone: 'Mars/Olympus' } }, ['V01 /policy/timezone']],
    [{ ...two(), environment: 'Productie!' }, ['V01 /environment']],
    ['<html>', ['V01 ']],
  ];
  for (const [document, errors] of refused) {
    const answer = await publishHints(receiver, publisher, { document, after: live });
    expect([refusalOf(answer), errorsOf(answer)]).toEqual(['422 invalid-hints', errors]);
    for (const { sentence } of answer.json<Problem>().errors ?? []) expect(sentence).toMatch(/^[A-Z].*\.$/);
  }
  for (const [depth, status] of [
    [300, 422],
    [3000, 400],
  ] as const) {
    const document = { ...two(), policy: { quietWhen: deep(depth) } };
    expect((await publishHints(receiver, publisher, { document, after: live })).statusCode).toBe(status);
  }
  const names = JSON.stringify({ document: two(), note: 'x' }).replace('"routes":{', '"routes":{"__proto__":"/a",');
  const polluted = await receiver.send({
    method: 'POST',
    url: '/v1/hints/publish',
    payload: names,
    headers: {
      authorization: `Bearer ${publisher.token}`,
      'content-type': 'application/json',
      'if-match': `"${live}"`,
    },
  });
  expect(refusalOf(polluted)).toBe('400 unknown-member');
  const huge = await publishHints(receiver, publisher, { document: 'x'.repeat(4_300_000), after: live });
  expect(refusalOf(huge)).toBe('413 too-large');
  expect(huge.json()).toMatchObject({ limit: 4_200_000 });
  expect(await idsOf(sanne)).toEqual(before);
});

test('asks once about what is only doubtful', async () => {
  const long = aHintDocument({ hints: [aHint({ rev: 3, content: { nl: { body: 'een '.repeat(16) } } })] });
  const body = { document: long, note: 'Lange zin' };
  const asked = await postHints(receiver, publisher, { path: 'publish', body, after: live });
  expect([refusalOf(asked), errorsOf(asked)]).toEqual(['422 invalid-hints', ['W08 /hints/0/content/nl']]);
  await publish(long);
  const only = await postHints(receiver, await withRole(receiver, 'designer'), {
    path: 'validate',
    body: { document: long },
  });
  expect(only.json()).toMatchObject({ findings: [{ code: 'W08' }] });
});

test('takes a document of the version before', async () => {
  const { defaultLocale, policy: _none, hints: _new, ...rest } = aHintDocument();
  const old = {
    ...rest,
    version: 0,
    locale: defaultLocale,
    hints: [
      {
        id: 'oud',
        kind: 'tooltip',
        name: 'Oud',
        status: 'published',
        route: 'zorgplan',
        target: 'opslaan',
        when: { on: 'focus' },
        title: 'Oud',
      },
    ],
  };
  await publish(old);
  expect(await idsOf(sanne)).toEqual(['oud']);
});

test('stops a hint at once, or all, and lets them go on; the tag tells every device', async () => {
  await publish(two());
  const pause = (hints: readonly string[], paused: boolean) =>
    postHints(receiver, publisher, {
      path: 'pause',
      body: { environment: 'productie', hints, paused, note: 'Verkeerde plek' },
    });
  const tag = String((await index(sanne)).headers['etag']);
  expect((await pause(['tweede'], true)).json()).toEqual({ paused: ['tweede'] });
  const after = await index(sanne, tag);
  expect([after.statusCode, after.json<HintIndex>().hints.map(({ id }) => id)]).toEqual([200, ['uitleg']]);
  expect((await index(sanne, String(after.headers['etag']))).statusCode).toBe(304);
  await pause(['*'], true);
  expect(await idsOf(sanne)).toEqual([]);
  await pause(['*', 'tweede'], false);
  expect((await index(sanne, tag)).statusCode).toBe(304);
  const acts = await receiver.behind('select act, author_name, note from hint_act order by seq desc limit 3');
  expect(acts.map(({ act }) => act)).toEqual(['resume', 'pause', 'pause']);
});

test('goes back by going on: one hint for a publisher, everything for a steward', async () => {
  const path = 'rollback';
  await publish(aHintDocument({ hints: [aHint(), aHint({ id: 'oud', content: { nl: { title: 'Oud' } } })] }));
  const back = (by: Caller, body: object) =>
    postHints(receiver, by, { path, body: { environment: 'productie', note: 'Terug', ...body }, after: live });
  const one = await back(publisher, { to: 4, hint: 'uitleg' });
  expect([one.statusCode, one.json<HintRevision>().revision]).toEqual([201, live + 1]);
  live += 1;
  expect((await index(sanne)).json<HintIndex>().hints.map(({ id, rev }) => `${id}@${rev}`)).toEqual([
    'uitleg@2',
    'oud@1',
  ]);
  expect(refusalOf(await back(publisher, { to: 1 }))).toBe('403 role-missing');
  const all = await back(steward, { to: 2 });
  expect(all.statusCode).toBe(201);
  live += 1;
  expect(refusalOf(await back(steward, { to: 99 }))).toBe('404 not-found');
  expect(refusalOf(await back(publisher, { to: 1, hint: 'nooit' }))).toBe('404 not-found');
  const { items } = (await receiver.get('/v1/hints/revisions', steward)).json<{ items: readonly HintRevision[] }>();
  expect(items.map(({ revision }) => revision)).toEqual(Array.from({ length: live }, (_none, at) => live - at));
});

test('lets each role do what is its own, and what those before it may', async () => {
  const roles = ['', 'hintViewer', 'designer', 'hintPublisher', 'hintSteward'];
  const acts: readonly (readonly [string, number, (by: Caller) => Promise<{ readonly statusCode: number }>])[] = [
    ['looking', 1, (by) => receiver.get('/v1/hints/revisions', by)],
    ['taking out', 1, (by) => receiver.get('/v1/hints/revisions/1', by)],
    ['judging', 2, (by) => postHints(receiver, by, { path: 'validate', body: { document: 1 } })],
    ['publishing', 3, (by) => publishHints(receiver, by, { document: 1, after: live })],
    [
      'stopping',
      3,
      (by) =>
        postHints(receiver, by, {
          path: 'pause',
          body: { environment: 'proef', hints: ['*'], paused: true, note: 'x' },
        }),
    ],
    [
      'going back',
      4,
      (by) => postHints(receiver, by, { path: 'rollback', body: { environment: 'proef', to: 1, note: 'x' }, after: 0 }),
    ],
  ];
  for (const [at, role] of roles.entries())
    for (const [what, from, act] of acts) {
      const { statusCode } = await act(await withRole(receiver, role));
      expect([what, role, statusCode === 403], `${what} as ${role}`).toEqual([what, role, at < from]);
    }
});
