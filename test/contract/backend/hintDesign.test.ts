import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createHttpHintDesign, type HintDesignCall } from '../../../src/delivery/hintDesign';
import { draftOf, joinDrafts, kept, nextSave, startSaving, withNext, type HintRepository } from '../../../src/designer';
import type { HintDocument, HintDraft } from '../../../src/protocol';
import { aHint, aHintDocument, aStep } from '../../support/hintDocuments';
import { startReceiver, type ReceiverUnderTest } from '../receiver/receiverUnderTest';
import { nextId } from '../receiver/wire';

let receiver: ReceiverUnderTest;
let url: string;
/** A new one for each test: what one published is not in the other's way. */
let environment: string;
let turn = 0;

beforeAll(async () => {
  receiver = await startReceiver();
  url = await receiver.app.listen({ host: '127.0.0.1', port: 0 });
});
beforeEach(() => {
  turn += 1;
  environment = `proef-${turn}`;
});
afterAll(() => receiver.close());

/** The designer's port, filled as app will: each request with the token of one person. */
const repositoryFor = (call: HintDesignCall, fetch?: typeof globalThis.fetch): HintRepository => {
  const design = createHttpHintDesign(url, fetch);
  return {
    live: () => design.live(call),
    revisions: () => design.revisions(call),
    document: (revision) => design.document(revision, call),
    drafts: () => design.drafts(call),
    draft: (id) => design.draft(id, call),
    saveDraft: (draft, etag) => design.saveDraft({ draft, etag }, call),
    removeDraft: (id, etag) => design.removeDraft({ id, etag }, call),
    validate: (document) => design.validate(document, call),
    publish: (publication) => design.publish(publication, call),
    rollBack: (way) => design.rollBack(way, call),
    pause: (pausing) => design.pause(pausing, call),
    audit: (before) => design.audit(before, call),
    report: (month) => design.report(month, call),
  };
};

const PEOPLE = { noor: 'Noor Smit', mehmet: 'Mehmet Kaya' } as const;
const asPerson = async (
  who: keyof typeof PEOPLE,
  role = 'hintSteward',
  fetch?: typeof globalThis.fetch,
): Promise<HintRepository> => {
  const { token } = await receiver.asker(`p-${who}`, { claims: { roles: ['user', role], name: PEOPLE[who] } });
  return repositoryFor({ token, language: 'nl', environment }, fetch);
};

const aDraft = (title: string, id = 'uitleg'): HintDraft => ({
  hint: { id, kind: 'tooltip', name: 'Uitleg', content: { nl: { title } } },
  targets: aHintDocument().targets,
});
const aDocument = (change: Partial<HintDocument> = {}): HintDocument => aHintDocument({ environment, ...change });
const NOTE = 'Voor de proef';

/** What must have gone well. */
async function gained<Value>(
  reply: Promise<{ readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: unknown }>,
): Promise<Value> {
  const said = await reply;
  if (!said.ok) throw new Error(`Refused: ${JSON.stringify(said.problem)}`);
  return said.value;
}

describe('a designer', () => {
  it('keeps a draft, goes on with it the next day, and throws it away', async () => {
    const noor = await asPerson('noor', 'designer');
    const first = await gained(noor.saveDraft(aDraft('Ops'), 'new'));
    expect(first).toMatchObject({ changedBy: 'Noor Smit', basedOn: 0 });
    const second = await gained(noor.saveDraft({ ...aDraft('Opslaan'), basedOn: 3 }, first.etag));
    expect(await gained(noor.drafts())).toEqual([{ id: 'uitleg', kind: 'tooltip', name: 'Uitleg', ...second }]);
    expect(await gained(noor.draft('uitleg'))).toEqual({ ...aDraft('Opslaan'), ...second, basedOn: 3 });
    await gained(noor.removeDraft('uitleg', second.etag));
    await gained(noor.removeDraft('uitleg', second.etag));
    expect(await noor.draft('uitleg')).toMatchObject({ problem: { is: 'not-found', code: 'not-found' } });
    expect(await gained(noor.drafts())).toEqual([]);
  });

  it('hears that a colleague was first, who and when, and goes on from there', async () => {
    const [noor, mehmet] = [await asPerson('noor', 'designer'), await asPerson('mehmet', 'designer')];
    const { etag } = await gained(noor.saveDraft(aDraft('Van Noor'), 'new'));
    const his = await gained(mehmet.saveDraft(aDraft('Van Mehmet'), etag));
    const late = await noor.saveDraft(aDraft('Weer van Noor'), etag);
    const present = { etag: his.etag, changedAt: his.changedAt, changedBy: 'Mehmet Kaya' };
    expect(late).toMatchObject({ ok: false, problem: { is: 'draft-changed', present } });
    expect(await noor.removeDraft('uitleg', etag)).toMatchObject({ problem: { is: 'draft-changed', present } });
    const hers = await gained(noor.saveDraft(aDraft('Samen'), his.etag));
    await gained(noor.removeDraft('uitleg', hers.etag));
    const lost = await mehmet.saveDraft(aDraft('Te laat'), hers.etag);
    expect(lost.ok ? lost : [lost.problem.is, 'present' in lost.problem]).toEqual(['draft-changed', false]);
  });

  it('loses nothing when the answer to a save does not arrive while the typing goes on', async () => {
    let isCut = true;
    const cutting: typeof globalThis.fetch = async (...request) => {
      const answer = await fetch(...request);
      if (!isCut) return answer;
      await answer.arrayBuffer();
      throw new TypeError('Failed to fetch');
    };
    const noor = await asPerson('noor', 'designer', cutting);
    let saving = withNext(startSaving('new'), aDraft('Op'));
    const sent: string[] = [];
    for (let save = nextSave(saving); save !== undefined; save = nextSave(saving)) {
      const reply = await noor.saveDraft(save.draft, save.etag);
      sent.push(`${save.draft.hint.content?.['nl']?.title} ${reply.ok ? 'kept' : reply.problem.is}`);
      saving = reply.ok ? kept(save.saving, reply.value) : withNext(save.saving, aDraft('Opslaan'));
      isCut = false;
    }
    expect(sent).toEqual(['Op cut-off', 'Op kept', 'Opslaan kept']);
    expect((await gained(noor.draft('uitleg'))).hint.content).toEqual({ nl: { title: 'Opslaan' } });
  });

  it('hears what is wrong with a draft or a document, and where', async () => {
    const noor = await asPerson('noor', 'designer');
    const wrong = { ...aDraft('Op'), hint: { ...aDraft('Op').hint, priority: 900 } };
    const findings = [
      { code: 'V01', pointer: '/hint/priority', sentence: 'This should be a whole number from 0 to 100.' },
    ];
    expect(await noor.saveDraft(wrong, 'new')).toMatchObject({ problem: { is: 'faulty', findings } });
    expect(await gained(noor.validate(aDocument()))).toEqual([]);
    const [found] = await gained(noor.validate(aDocument({ targets: {} })));
    expect(found).toMatchObject({
      code: expect.stringMatching(/^V\d\d$/),
      pointer: expect.stringContaining('/hints/0'),
    });
  });

  it('may save and not publish, and a viewer may only look', async () => {
    const [noor, viewer] = [await asPerson('noor', 'designer'), await asPerson('mehmet', 'hintViewer')];
    const no = { ok: false, problem: { is: 'no-role', code: 'role-missing' } };
    expect(await noor.publish({ document: aDocument(), after: 0, note: NOTE })).toMatchObject(no);
    expect(await noor.rollBack({ to: 1, note: NOTE, after: 1 })).toMatchObject(no);
    expect(await noor.pause({ hints: ['*'], isPaused: true, note: NOTE })).toMatchObject(no);
    expect(await viewer.saveDraft(aDraft('Op'), 'new')).toMatchObject(no);
    expect(await viewer.validate(aDocument())).toMatchObject(no);
    expect(await gained(viewer.drafts())).toEqual([]);
    const stranger = await asPerson('noor', 'user');
    expect(await stranger.live()).toMatchObject(no);
    expect(await stranger.report('2024-03')).toMatchObject(no);
  });

  it('is told how long to wait after a thousand saves, and that there is no room for more drafts', async () => {
    const noor = await asPerson('noor', 'designer');
    const { etag } = await gained(noor.saveDraft(aDraft('Op'), 'new'));
    await receiver.behind(
      `insert into hint_draft select 'voorbeeldzorg', '${environment}', 'h-' || n, 'tooltip', '', '{}', repeat('a', 64), 0, now(), 'x', 'x' from generate_series(1, 499) n`,
    );
    const full = await noor.saveDraft(aDraft('Meer', 'meer'), 'new');
    expect(full).toMatchObject({ problem: { is: 'no-room', limit: 500 } });
    await receiver.behind(
      `insert into hint_draft_save (organisation_id, owner, at)
        select organisation_id, owner, at from hint_draft_save cross join generate_series(1, 1200)`,
    );
    const often = await noor.saveDraft(aDraft('Nog een keer'), etag);
    expect(often).toMatchObject({ problem: { is: 'too-often', seconds: 3600 } });
    await receiver.behind('delete from hint_draft_save');
  });
});

describe('a publisher', () => {
  it('publishes a finished draft, and finds it live', async () => {
    const noor = await asPerson('noor');
    expect(await gained(noor.live())).toBeUndefined();
    expect(await gained(noor.revisions())).toEqual([]);
    const { hint, targets } = { hint: aHint(), targets: aHintDocument().targets };
    const start = { environment, defaultLocale: 'nl', routes: aHintDocument().routes };
    const { document } = joinDrafts(undefined, [{ hint, targets: draftOf(hint, targets).targets }], start);
    const revision = await gained(noor.publish({ document, after: 0, note: 'Eerste' }));
    expect(revision).toMatchObject({ revision: 1, by: 'Noor Smit', note: 'Eerste' });
    expect(await gained(noor.revisions())).toEqual([revision]);
    const live = await gained(noor.live());
    expect(live).toMatchObject({ revision: 1, document: { ...document, revision: 1 } });
    expect(await gained(noor.document(1))).toEqual(live?.document);
    expect(await noor.document(2)).toMatchObject({ problem: { is: 'not-found' } });
  });

  it('sees warnings once, and faults each time', async () => {
    const noor = await asPerson('noor');
    const doubtful = aDocument({ hints: [aHint({ content: { nl: { body: 'een '.repeat(16) } } })] });
    const [warning] = await gained(noor.validate(doubtful));
    const refused = await noor.publish({ document: doubtful, after: 0, note: NOTE });
    const isFaulty = !refused.ok && refused.problem.is === 'faulty';
    expect([warning?.code, isFaulty]).toEqual([expect.stringMatching(/^W/), true]);
    expect(await noor.publish({ document: doubtful, after: 0, note: NOTE, isConfirmed: true })).toMatchObject({
      ok: true,
    });
    const faulty = aDocument({ targets: {} });
    const again = await noor.publish({ document: faulty, after: 1, note: NOTE, isConfirmed: true });
    expect(again).toMatchObject({ problem: { is: 'faulty', code: 'invalid-hints' } });
  });

  it('hears that a colleague has published meanwhile, and which revision is live', async () => {
    const [noor, mehmet] = [await asPerson('noor'), await asPerson('mehmet')];
    await gained(noor.publish({ document: aDocument(), after: 0, note: NOTE }));
    await gained(mehmet.publish({ document: aDocument({ hints: [aHint({ rev: 2 })] }), after: 1, note: NOTE }));
    const late = await noor.publish({ document: aDocument(), after: 1, note: NOTE });
    expect(late).toMatchObject({ problem: { is: 'published', live: 2, code: 'revision-changed' } });
    expect(await noor.rollBack({ to: 1, note: NOTE, after: 1 })).toMatchObject({
      problem: { is: 'published', live: 2 },
    });
  });

  it('brings one hint back as it was, and leaves the others', async () => {
    const noor = await asPerson('noor');
    const other = aHint({ id: 'andere' });
    await gained(noor.publish({ document: aDocument({ hints: [aHint(), other] }), after: 0, note: NOTE }));
    const changed = [aHint({ rev: 2, priority: 7 }), { ...other, rev: 2, priority: 8 }];
    await gained(noor.publish({ document: aDocument({ hints: changed }), after: 1, note: NOTE }));
    const back = await gained(noor.rollBack({ to: 1, hint: 'uitleg', note: 'Toch niet', after: 2 }));
    expect(back).toMatchObject({ revision: 3, note: 'Toch niet' });
    const live = await gained(noor.live());
    expect(live?.document.hints.map(({ id, priority }) => [id, priority])).toEqual([
      ['uitleg', undefined],
      ['andere', 8],
    ]);
    const nowhere = await noor.rollBack({ to: 1, hint: 'nergens', note: NOTE, after: 3 });
    expect(nowhere).toMatchObject({ problem: { is: 'not-found' } });
  });

  it('stops hints and lets them go on, and the log says who did what', async () => {
    const noor = await asPerson('noor');
    await gained(noor.publish({ document: aDocument(), after: 0, note: NOTE }));
    const hints = ['uitleg'];
    expect(await gained(noor.pause({ hints, isPaused: true, note: 'Verkeerde plek' }))).toEqual(hints);
    expect(await gained(noor.pause({ hints, isPaused: false, note: 'Weer goed' }))).toEqual([]);
    const { items, more, sound } = await gained(noor.audit());
    expect([more, sound]).toEqual([false, true]);
    expect(items.map(({ place, act, by, note }) => [place, act, by, note])).toEqual([
      [3, 'resume', 'Noor Smit', 'Weer goed'],
      [2, 'pause', 'Noor Smit', 'Verkeerde plek'],
      [1, 'publish', 'Noor Smit', NOTE],
    ]);
    expect((await gained(noor.audit(3))).items.map(({ place }) => place)).toEqual([2, 1]);
  });

  it('sees how many people a hint came to, and never fewer than five', async () => {
    const noor = await asPerson('noor');
    expect(await gained(noor.report('2024-03'))).toEqual({ month: '2024-03', hints: [], places: [] });
    const step = aStep({ id: 'eerste', kind: 'tooltip', target: 'opslaan' });
    const tour = aHint({ id: `tour-${turn}`, kind: 'tour', when: { on: 'manual' }, where: { routes: ['zorgplan'] } });
    const { content: _none, ...whole } = { ...tour, steps: [step, aStep({ id: 'slot' })] };
    await gained(noor.publish({ document: aDocument({ hints: [whole] }), after: 0, note: NOTE, isConfirmed: true }));
    const told = { hint: tour.id, rev: 1, at: '2024-03-12T09:00:00Z', appVersion: '5.12.0' };
    for (let person = 0; person < 6; person += 1) {
      const { token, owner } = await receiver.asker(`p-collega-${person}`);
      const events = [{ ...told, what: 'eligible' }, ...(person < 3 ? [{ ...told, what: 'done' }] : [])];
      events.push({ ...told, what: 'seen', step: 'eerste' } as (typeof events)[number]);
      const answer = await receiver.put(`/v1/hints/events/${nextId()}`, { token }, { owner, events });
      expect(answer.statusCode).toBe(201);
    }
    const { hints, places } = await gained(noor.report('2024-03'));
    expect(hints).toMatchObject([{ hint: tour.id, people: { eligible: { people: 6 }, done: { few: true } } }]);
    expect(places).toMatchObject([{ step: 'eerste', target: 'opslaan', people: { found: { people: 6 } } }]);
  });
});
