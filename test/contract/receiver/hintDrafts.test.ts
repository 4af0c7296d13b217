import { beforeAll, describe, expect, it } from 'vitest';
import type { LightMyRequestResponse } from 'fastify';
import type { HintDraftState, KeptHintDraft, Problem } from '../../../src/protocol/index';
import { aHint, aHintDocument } from '../../support/hintDocuments';
import { publishHints, withRole } from './hintsUnderTest';
import { receiverOfFile } from './receiverOfFile';
import { type Caller } from './receiverUnderTest';
import { refusalOf } from './wire';

const { receiver } = await receiverOfFile();
let noor: Caller;
let mehmet: Caller;
let viewer: Caller;

beforeAll(async () => {
  const roles = (role: string) => ({ claims: { roles: ['user', role] } });
  noor = await receiver.asker('p-noor', { claims: { ...roles('designer').claims, name: 'Noor Smit' } });
  mehmet = await receiver.asker('p-mehmet', { claims: { ...roles('designer').claims, name: 'Mehmet Kaya' } });
  viewer = await receiver.asker('p-kijker', roles('hintViewer'));
});

const named = (id: string, title = 'Opslaan') => ({
  hint: { id, kind: 'tooltip', name: 'Uitleg', content: { nl: { title } } },
  targets: aHintDocument().targets,
});
const NEW = { 'if-none-match': '*' };
const seen = (etag: string) => ({ 'if-match': `"${etag}"` });

interface Saving {
  readonly by?: Caller;
  readonly env?: string;
  readonly body?: unknown;
}
const save = (
  id: string,
  headers: Record<string, string>,
  { by = noor, env = 'productie', body = named(id) }: Saving = {},
): Promise<LightMyRequestResponse> =>
  receiver.send({
    method: 'PUT',
    url: `/v1/hints/drafts/${id}?env=${env}`,
    payload: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { authorization: `Bearer ${by.token}`, 'content-type': 'application/json', ...headers },
  });
const remove = (id: string, headers: Record<string, string>, by: Caller = noor) =>
  receiver.send({
    method: 'DELETE',
    url: `/v1/hints/drafts/${id}`,
    headers: { authorization: `Bearer ${by.token}`, ...headers },
  });
const draft = (id: string, by: Caller = viewer) => receiver.get(`/v1/hints/drafts/${id}`, by);
const tagOf = (answer: LightMyRequestResponse): string => answer.json<HintDraftState>().etag;
const errorsOf = (answer: LightMyRequestResponse) =>
  answer.json<Problem>().errors?.map(({ code, pointer }) => `${code} ${pointer}`);

describe('a hint that is being made', () => {
  it('is kept, changed and thrown away by designers, and seen by viewers', async () => {
    const made = await save('uitleg', NEW);
    expect([made.statusCode, made.headers['etag']]).toEqual([201, `"${tagOf(made)}"`]);
    expect(made.json()).toMatchObject({ changedBy: 'Noor Smit', basedOn: 0, changedAt: '2024-03-12T09:00:00.000Z' });
    const body = { ...named('uitleg', 'Bewaren'), segments: { team: { any: [] } }, basedOn: 4 };
    const changed = await save('uitleg', seen(tagOf(made)), { by: mehmet, body });
    expect([changed.statusCode, changed.json<HintDraftState>().basedOn]).toEqual([200, 4]);
    const read = await draft('uitleg');
    expect(read.json<KeptHintDraft>()).toEqual({ ...body, ...changed.json() });
    expect(read.headers['etag']).toBe(`"${tagOf(changed)}"`);
    const again = await save('uitleg', seen(tagOf(changed)));
    expect(again.json<HintDraftState>().basedOn).toBe(4);
    expect((await receiver.get('/v1/hints/drafts', viewer)).json()).toEqual({
      items: [{ id: 'uitleg', kind: 'tooltip', name: 'Uitleg', ...again.json<HintDraftState>() }],
    });
    expect((await remove('uitleg', seen(tagOf(again)))).statusCode).toBe(204);
    expect((await remove('uitleg', seen(tagOf(again)))).statusCode).toBe(204);
    expect(refusalOf(await draft('uitleg'))).toBe('404 not-found');
  });

  it('is not written over: who was late hears who was first, when, and what is there', async () => {
    const first = tagOf(await save('samen', NEW));
    const hers = await save('samen', seen(first), { body: named('samen', 'Van Noor') });
    for (const late of [
      await save('samen', seen(first), { by: mehmet, body: named('samen', 'Van Mehmet') }),
      await save('samen', NEW, { by: mehmet, body: named('samen', 'Nieuw') }),
      await remove('samen', seen(first), mehmet),
    ]) {
      expect([refusalOf(late), late.headers['etag']]).toEqual(['412 draft-changed', `"${tagOf(hers)}"`]);
      const { etag, changedAt, changedBy } = hers.json<HintDraftState>();
      expect(late.json<Problem>()).toMatchObject({ etag, changedAt, changedBy, retryable: false });
    }
    expect((await draft('samen')).json<KeptHintDraft>().hint.content).toEqual({ nl: { title: 'Van Noor' } });
    await remove('samen', seen(tagOf(hers)));
    const lost = await save('samen', seen(tagOf(hers)), { by: mehmet });
    expect([refusalOf(lost), lost.headers['etag'], lost.json<Problem>().etag]).toEqual([
      '412 draft-changed',
      undefined,
      undefined,
    ]);
  });

  it('is written by one of those who change the same state at the same moment', async () => {
    const first = tagOf(await save('tegelijk', NEW));
    const answers = await Promise.all(
      ['een', 'twee', 'drie'].map((title) => save('tegelijk', seen(first), { body: named('tegelijk', title) })),
    );
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 412, 412]);
    const made = await Promise.all(['een', 'twee'].map((title) => save('nieuw', NEW, { body: named('nieuw', title) })));
    expect(made.map(({ statusCode }) => statusCode).sort()).toEqual([201, 412]);
  });

  it('takes a request again whose answer was lost, and no older one', async () => {
    const made = await save('herhaald', NEW);
    const twice = await save('herhaald', NEW);
    expect([twice.statusCode, twice.json()]).toEqual([200, made.json()]);
    const bodies = ['A', 'B', 'A'].map((title) => named('herhaald', title));
    const tags = [tagOf(made)];
    for (const body of bodies) {
      const headers = seen(tags.at(-1) ?? '');
      const answer = await save('herhaald', headers, { body });
      expect((await save('herhaald', headers, { body })).json()).toEqual(answer.json());
      tags.push(tagOf(answer));
    }
    expect(new Set(tags).size).toBe(4); // also where the words are those of before
    expect(refusalOf(await save('herhaald', seen(tags[1] ?? ''), { body: bodies[1] }))).toBe('412 draft-changed');
  });

  it('needs to be told what was seen', async () => {
    const etag = 'a'.repeat(64);
    for (const headers of [
      {},
      { 'if-match': etag },
      { 'if-match': '*' },
      { ...seen(etag), ...NEW },
      { 'if-none-match': `"${etag}"` },
    ])
      expect([refusalOf(await save('blind', headers)), headers]).toEqual(['400 malformed', headers]);
    for (const headers of [{}, NEW, { 'if-match': '"3"' }])
      expect([refusalOf(await remove('blind', headers)), headers]).toEqual(['400 malformed', headers]);
  });

  it('may be unfinished, and holds nothing hostile, foreign or large', async () => {
    const bare = { hint: { id: 'kaal', kind: 'tour', name: '' }, targets: {} };
    expect((await save('kaal', NEW, { body: bare })).statusCode).toBe(201);
    const refused: readonly (readonly [unknown, string])[] = [
      [bare, 'V01 /hint/id'],
      [{ ...named('vals'), html: '<b>' }, 'V01 /html'],
      [{ ...bare, hint: { ...aHint({ id: 'vals' }), html: '<img src=x onerror=alert(1)>' } }, 'V01 /hint/html'],
      [
        { ...bare, hint: { ...aHint({ id: 'vals' }), actions: [{ do: 'openLink', href: 'javascript:alert(1)' }] } },
        'V01 /hint/actions/0/href',
      ],
      ['"<html>"', 'V01 '],
    ];
    for (const [body, error] of refused) {
      const answer = await save('vals', NEW, { body });
      expect([refusalOf(answer), errorsOf(answer)]).toEqual(['422 invalid-hints', [error]]);
    }
    const polluted = JSON.stringify(named('vals')).replace('"targets":{', '"targets":{"__proto__":{},');
    expect(refusalOf(await save('vals', NEW, { body: polluted }))).toBe('400 unknown-member');
    const deep = `${'{"not":'.repeat(300)}1${'}'.repeat(300)}`;
    const nested = JSON.stringify(named('vals')).replace('"kind"', `"who":${deep},"kind"`);
    expect(refusalOf(await save('vals', NEW, { body: nested }))).toBe('422 invalid-hints');
    const huge = await save('vals', NEW, { body: JSON.stringify(named('vals')).padEnd(65_537) });
    expect([refusalOf(huge), huge.json<Problem>().limit]).toEqual(['413 too-large', 65_536]);
    expect((await save('vals', NEW, { body: JSON.stringify(named('vals')).padEnd(65_536) })).statusCode).toBe(201);
    expect(refusalOf(await save('Vals!', NEW))).toBe('400 malformed');
  });

  it('belongs to one organisation and environment, and stays when its hint is published', async () => {
    const made = await save('eigen', NEW);
    const elders = await withRole(receiver, 'designer', 'elders');
    expect(refusalOf(await draft('eigen', elders))).toBe('404 not-found');
    expect((await receiver.get('/v1/hints/drafts', elders)).json()).toEqual({ items: [] });
    expect((await save('eigen', NEW, { by: elders })).statusCode).toBe(201);
    expect((await save('eigen', NEW, { env: 'acceptatie' })).statusCode).toBe(201);
    const document = aHintDocument({ hints: [aHint({ id: 'eigen' })] });
    const published = await publishHints(receiver, await withRole(receiver, 'hintPublisher'), { document });
    expect(published.statusCode).toBe(201);
    expect(tagOf(await draft('eigen'))).toBe(tagOf(made));
  });

  it('is for designers to change, and for viewers to see', async () => {
    const roles = ['', 'hintViewer', 'designer', 'hintPublisher', 'hintSteward'];
    for (const [at, role] of roles.entries()) {
      const by = await withRole(receiver, role);
      const answers = [
        await receiver.get('/v1/hints/drafts', by),
        await draft('nergens', by),
        await save('nergens', seen('a'.repeat(64)), { by }),
        await remove('nergens', seen('a'.repeat(64)), by),
      ];
      expect([role, answers.map(({ statusCode }) => statusCode)]).toEqual([
        role,
        [at < 1 ? 403 : 200, at < 1 ? 403 : 404, at < 2 ? 403 : 412, at < 2 ? 403 : 204],
      ]);
    }
  });

  it('is one of five hundred at most, and saved twelve hundred times an hour by one person', async () => {
    await receiver.behind(
      `insert into hint_draft select 'voorbeeldzorg', 'vol', 'h-' || n, 'tooltip', '', '{}', repeat('a', 64), 0, now(), 'x', 'x' from generate_series(1, 500) n`,
    );
    const full = await save('meer', NEW, { env: 'vol' });
    expect([refusalOf(full), full.json<Problem>().limit]).toEqual(['429 quota-organisation', 500]);
    const ever = await save('vaak', NEW);
    await receiver.behind(
      `insert into hint_draft_save (organisation_id, owner, at)
        select 'voorbeeldzorg', '${noor.owner}', timestamptz '2024-03-12T09:00:00Z' from generate_series(1, 1200)`,
    );
    const late = await save('vaak', seen(tagOf(ever)), { body: named('vaak', 'Nog een keer') });
    expect([refusalOf(late), late.headers['ratelimit-policy']]).toEqual([
      '429 rate-limited',
      '"hint-drafts";q=1200;w=3600',
    ]);
    expect((await save('vaak', NEW)).statusCode).toBe(200); // what was done is still told
    const his = await save('vaak', seen(tagOf(ever)), { by: mehmet, body: named('vaak', 'Van Mehmet') });
    expect(his.statusCode).toBe(200);
  });
});
