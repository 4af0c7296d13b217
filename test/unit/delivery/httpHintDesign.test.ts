import { describe, expect, it } from 'vitest';
import { createHttpHintDesign, type HintDesign, type HintDesignCall } from '../../../src/delivery/hintDesign';
import { PROBLEM_PREFIX, PROBLEMS, type HintDraft, type ProblemName } from '../../../src/protocol';
import { aHintDocument } from '../../support/hintDocuments';

const call: HintDesignCall = { token: 'hers', language: 'nl', environment: 'productie' };
const SHA = 'a'.repeat(64);
const AT = '2026-11-27T09:00:00Z';
const draft: HintDraft = { hint: { id: 'uitleg', kind: 'tooltip', name: 'Uitleg' }, targets: {} };
const state = { etag: SHA, changedAt: AT, changedBy: 'Noor Smit', basedOn: 0 };
const revision = { revision: 1, sha256: SHA, at: AT, by: 'Noor Smit', note: 'Eerste' };
const document = aHintDocument();
const act = { place: 1, at: AT, by: 'Noor Smit', act: 'publish', hints: ['uitleg'], note: 'Eerste' };

const METHODS: Readonly<Record<keyof HintDesign, (design: HintDesign) => Promise<unknown>>> = {
  live: (design) => design.live(call),
  revisions: (design) => design.revisions(call),
  document: (design) => design.document(1, call),
  drafts: (design) => design.drafts(call),
  draft: (design) => design.draft('uitleg', call),
  saveDraft: (design) => design.saveDraft({ draft, etag: 'new' }, call),
  removeDraft: (design) => design.removeDraft({ id: 'uitleg', etag: SHA }, call),
  validate: (design) => design.validate(document, call),
  publish: (design) => design.publish({ document, after: 0, note: 'Eerste' }, call),
  rollBack: (design) => design.rollBack({ to: 1, note: 'Terug', after: 2 }, call),
  pause: (design) => design.pause({ hints: ['*'], isPaused: true, note: 'Stop' }, call),
  audit: (design) => design.audit(undefined, call),
  report: (design) => design.report('2026-11', call),
};
const each = Object.entries(METHODS);

type Fetch = typeof globalThis.fetch;
const answering =
  (status: number, body: string, headers: Record<string, string> = { 'content-type': 'application/json' }): Fetch =>
  async () =>
    new Response(body, { status, headers });
const with200 = (value: unknown): HintDesign => createHttpHintDesign('/support', answering(200, JSON.stringify(value)));

/** Answers with a problem, as the receiver does. */
const refusing = (name: ProblemName, more: object = {}, headers: Record<string, string> = {}): HintDesign => {
  const [status, retryable] = PROBLEMS[name];
  const body = JSON.stringify({ type: PROBLEM_PREFIX + name, status, retryable, ...more });
  return createHttpHintDesign(
    '/support',
    answering(status, body, { 'content-type': 'application/problem+json', ...headers }),
  );
};
const save = (design: HintDesign) => design.saveDraft({ draft, etag: SHA }, call);

describe.each(each)('%s', (_name, ask) => {
  it.each<readonly [string, Fetch, object]>([
    ['garbage', answering(200, '{"items":['), { is: 'cut-off', code: expect.stringMatching(/unreadable|not-the/) }],
    ['another shape', answering(200, '{"items":{}}'), { is: 'cut-off' }],
    ['a list', answering(200, '[]'), { is: 'cut-off' }],
    [
      'a page to sign in on',
      answering(200, '<html>', { 'content-type': 'text/html' }),
      { is: 'cut-off', code: 'not-the-receiver' },
    ],
    [
      'a gateway that fails',
      answering(500, '<html>', { 'content-type': 'text/html' }),
      { is: 'cut-off', code: 'not-the-receiver', status: 500 },
    ],
    ['nobody', () => Promise.reject(new TypeError('Failed to fetch')), { is: 'cut-off', code: 'no-answer' }],
    [
      'half a body',
      async () =>
        new Response(new ReadableStream({ start: (stream) => stream.error(new TypeError('cut')) }), {
          headers: { 'content-type': 'application/json' },
        }),
      { is: 'cut-off', code: 'no-answer' },
    ],
    ['a gateway with a limit', answering(413, ''), { is: 'refused', code: 'proxy-too-large' }],
  ])('takes no value from %s', async (_what, fetch, problem) => {
    expect(await ask(createHttpHintDesign('/support', fetch))).toMatchObject({ ok: false, problem });
  });

  it.each<readonly [ProblemName, string]>([
    ['internal', 'cut-off'],
    ['maintenance', 'cut-off'],
    ['storage-full', 'no-room'],
    ['role-missing', 'no-role'],
    ['token-expired', 'refused'],
    ['malformed', 'refused'],
  ])('says of %s: %s', async (name, is) => {
    expect(await ask(refusing(name))).toMatchObject({ ok: false, problem: { is } });
  });
});

describe('what belongs to a problem', () => {
  const present = { etag: SHA, changedAt: AT, changedBy: 'Mehmet Kaya' };
  it.each<readonly [string, HintDesign, object]>([
    ['who was first', refusing('draft-changed', present), { is: 'draft-changed', present }],
    ['which revision is live', refusing('revision-changed', {}, { etag: '"7"' }), { is: 'published', live: 7 }],
    ['how long to wait', refusing('rate-limited', {}, { 'retry-after': '90' }), { is: 'too-often', seconds: 90 }],
    ['a while, where it was not said', refusing('rate-limited'), { is: 'too-often', seconds: 60 }],
    ['how much fits', refusing('quota-organisation', { limit: 500 }), { is: 'no-room', limit: 500 }],
    [
      'every fault',
      refusing('invalid-hints', { errors: [{ code: 'V01', pointer: '/hint', sentence: 'Fout.' }] }),
      { is: 'faulty', findings: [{ code: 'V01', pointer: '/hint', sentence: 'Fout.' }] },
    ],
  ])('%s', async (_what, design, problem) => {
    expect(await save(design)).toMatchObject({ ok: false, problem });
  });

  it('is left out where somebody threw the draft away, or where the revision was not told', async () => {
    const answers = [
      await save(refusing('draft-changed')),
      await save(refusing('revision-changed', {}, { etag: 'W/"x"' })),
    ];
    expect(answers.map((answer) => !answer.ok && ['present' in answer.problem, 'live' in answer.problem])).toEqual([
      [false, false],
      [false, false],
    ]);
  });

  it.each<readonly [string, HintDesign]>([
    ['a tag that is none', refusing('draft-changed', { ...present, etag: 'x' })],
    ['nobody who did it', refusing('draft-changed', { etag: SHA, changedAt: AT })],
    ['a moment that is none', refusing('draft-changed', { ...present, changedAt: 'gisteren' })],
    ['no faults', refusing('invalid-hints')],
    ['not one fault', refusing('invalid-hints', { errors: [] })],
    [
      'a fault without a code of ours',
      refusing('invalid-hints', { errors: [{ code: 'x', pointer: '', sentence: '' }] }),
    ],
  ])('is not believed: %s', async (_what, design) => {
    expect(await save(design)).toMatchObject({
      ok: false,
      problem: { is: 'refused', code: 'unreadable-answer', retryable: false },
    });
  });
});

describe('what is not what was asked for, or holds what we do not know', () => {
  const unreadable = { ok: false, problem: { code: 'unreadable-answer', is: 'cut-off' } };
  it.each<readonly [string, object]>([
    ['another revision', { ...document, revision: 2 }],
    ['another environment', { ...document, environment: 'acceptatie' }],
    ['a member of a later version', { ...document, later: 1 }],
    [
      'a place without a way to find it',
      { ...document, targets: { opslaan: { label: 'x', tag: 'button', find: [] } } },
    ],
  ])('a document: %s', async (_what, body) => {
    expect(await with200(body).document(1, call)).toMatchObject(unreadable);
    expect(await with200(document).document(1, call)).toEqual({ ok: true, value: document });
  });

  it.each<readonly [string, object]>([
    ['of another hint', { ...draft, ...state, hint: { ...draft.hint, id: 'andere' } }],
    ['with markup', { ...draft, ...state, hint: { ...draft.hint, html: '<b>' } }],
    [
      'with a script',
      { ...draft, ...state, hint: { ...draft.hint, actions: [{ do: 'openLink', href: 'javascript:x' }] } },
    ],
    ['with a member of a later version', { ...draft, ...state, later: 1 }],
    ['without a tag', { ...draft, ...state, etag: undefined }],
  ])('a draft %s', async (_what, body) => {
    expect(await with200(body).draft('uitleg', call)).toMatchObject(unreadable);
    expect(await with200({ ...draft, ...state }).draft('uitleg', call)).toEqual({
      ok: true,
      value: { ...draft, ...state },
    });
  });

  it.each<readonly [string, object, (design: HintDesign) => Promise<unknown>]>([
    ['a revision without a digest', { ...revision, sha256: '' }, METHODS.publish],
    ['a revision that is no number', { items: [{ ...revision, revision: '1' }] }, METHODS.revisions],
    ['a draft of no kind', { items: [{ ...state, id: 'uitleg', kind: 'popup', name: '' }] }, METHODS.drafts],
    ['a finding without a place', { findings: [{ code: 'V01', sentence: '' }] }, METHODS.validate],
    ['an act that is none', { items: [{ ...act, act: 'erase' }], more: false, sound: true }, METHODS.audit],
    ['a log that does not say whether it is sound', { items: [act], more: false }, METHODS.audit],
    ['figures of another month', { month: '2026-10', hints: [], places: [] }, METHODS.report],
    [
      'figures that miss one',
      { month: '2026-11', hints: [{ hint: 'uitleg', people: { seen: { people: 5 } } }], places: [] },
      METHODS.report,
    ],
    ['paused hints that are none', { paused: [1] }, METHODS.pause],
  ])('%s', async (_what, body, ask) => {
    expect(await ask(with200(body))).toMatchObject(unreadable);
  });

  it('takes an act with what a later version adds', async () => {
    const page = { items: [{ ...act, later: 1 }], more: false, sound: true, later: 1 };
    expect(await with200(page).audit(undefined, call)).toEqual({
      ok: true,
      value: { items: [act], more: false, sound: true },
    });
  });
});

describe('what is asked', () => {
  const asked = async (ask: (design: HintDesign) => Promise<unknown>): Promise<readonly [string, RequestInit]> => {
    const requests: [string, RequestInit][] = [];
    const listening: Fetch = async (url, init = {}) => {
      requests.push([String(url), init]);
      return new Response(null, { status: 404 });
    };
    await ask(createHttpHintDesign('https://support.example/', listening));
    const [request] = requests;
    if (request === undefined || requests.length > 1) throw new Error(`${requests.length} requests`);
    return request;
  };

  it('names the environment and the state that was seen, with the token in a header', async () => {
    expect(await asked((design) => design.saveDraft({ draft, etag: SHA }, call))).toMatchObject([
      'https://support.example/v1/hints/drafts/uitleg?env=productie',
      {
        method: 'PUT',
        body: JSON.stringify(draft),
        headers: { authorization: 'Bearer hers', 'if-match': `"${SHA}"`, 'content-type': 'application/json' },
        credentials: 'omit',
        cache: 'no-store',
      },
    ]);
    const [, fresh] = await asked(METHODS.saveDraft);
    expect(fresh.headers).toMatchObject({ 'if-none-match': '*' });
    expect(fresh.headers).not.toHaveProperty('if-match');
    expect(await asked(METHODS.rollBack)).toMatchObject([
      'https://support.example/v1/hints/rollback',
      { body: JSON.stringify({ environment: 'productie', to: 1, note: 'Terug' }), headers: { 'if-match': '"2"' } },
    ]);
  });

  it('confirms warnings only when their maker has seen them', async () => {
    const publication = { document, after: 3, note: 'x' };
    for (const isConfirmed of [undefined, false, true]) {
      const [, { body }] = await asked((design) =>
        design.publish({ ...publication, ...(isConfirmed !== undefined && { isConfirmed }) }, call),
      );
      expect(JSON.parse(String(body))).toEqual({ document, note: 'x', ...(isConfirmed && { confirmed: true }) });
    }
  });

  it('stays at its address, whatever a name is', async () => {
    const [url] = await asked((design) => design.draft('../../me?x', { ...call, environment: 'a&b' }));
    expect(url).toBe('https://support.example/v1/hints/drafts/..%2F..%2Fme%3Fx?env=a%26b');
    expect((await asked((design) => design.audit(7, call)))[0]).toBe(
      'https://support.example/v1/hints/audit?env=productie&before=7',
    );
  });
});
