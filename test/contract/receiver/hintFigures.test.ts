import { beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_TERMS } from '../../../demo/receiver/domain/retention';
import type { HintActPage, HintReport } from '../../../src/protocol/index';
import { aHint, aHintDocument, aStep } from '../../support/hintDocuments';
import { postHints, publishHints, withRole } from './hintsUnderTest';
import { receiverOfFile } from './receiverOfFile';
import { type Caller } from './receiverUnderTest';
import { nextId, refusalOf } from './wire';

const { receiver } = await receiverOfFile();
let publisher: Caller;
let viewer: Caller;
let live = 0;

const tour = aHint({
  id: 'tour',
  kind: 'tour',
  when: { on: 'manual' },
  where: { routes: ['zorgplan'] },
  steps: [aStep({ id: 'eerste', kind: 'tooltip', target: 'opslaan' }), aStep({ id: 'slot' })],
});
const publish = async (document: object): Promise<void> => {
  const answer = await publishHints(receiver, publisher, { document, after: live });
  expect([answer.statusCode, answer.body]).toEqual([201, answer.body]);
  live += 1;
};
const pause = (hints: readonly string[], paused: boolean) =>
  postHints(receiver, publisher, {
    path: 'pause',
    body: { environment: 'productie', hints, paused, note: 'Verkeerde plek' },
  });

beforeAll(async () => {
  publisher = await withRole(receiver, 'hintPublisher');
  viewer = await withRole(receiver, 'hintViewer');
  await publish(aHintDocument({ hints: [aHint(), tour] }));
});

describe('the log of hints', () => {
  const audit = async (query = '', by = viewer) =>
    (await receiver.get(`/v1/hints/audit${query}`, by)).json<HintActPage>();

  it('tells who did what, newest first: what a publication really changed, what was stopped and what came back', async () => {
    await publish(aHintDocument({ hints: [aHint({ rev: 2 }), tour] }));
    await pause(['tour'], true);
    await pause(['*'], false);
    await publish(aHintDocument({ hints: [aHint({ rev: 2 })] }));
    const back = await postHints(receiver, publisher, {
      path: 'rollback',
      body: { environment: 'productie', to: 1, hint: 'tour', note: 'Terug' },
      after: live,
    });
    expect(back.statusCode).toBe(201);
    live += 1;
    const { items, more, sound } = await audit();
    expect([more, sound]).toEqual([false, true]);
    expect(items.map(({ place, act, revision, hints }) => [place, act, revision, hints])).toEqual([
      [6, 'rollback', 4, ['tour']],
      [5, 'publish', 3, ['tour']],
      [4, 'resume', undefined, ['*']],
      [3, 'pause', undefined, ['tour']],
      [2, 'publish', 2, ['uitleg']],
      [1, 'publish', 1, ['uitleg', 'tour']],
    ]);
    expect(items[3]).toMatchObject({ by: 'Sanne de Wit', note: 'Verkeerde plek', at: '2024-03-12T09:00:00.000Z' });
  });

  it('is of one organisation and environment', async () => {
    expect((await audit('?env=acceptatie')).items).toEqual([]);
    expect((await audit('', await withRole(receiver, 'hintViewer', 'elders'))).items).toEqual([]);
    expect(refusalOf(await receiver.get('/v1/hints/audit', await withRole(receiver, 'user')))).toBe('403 role-missing');
  });

  it('stays one chain when several things are done at the same moment', async () => {
    const before = (await audit()).items[0]?.place ?? 0;
    await Promise.all(['a', 'b', 'c', 'd'].map((hint) => pause([hint], true)));
    const { items, sound } = await audit();
    expect([items[0]?.place, sound]).toEqual([before + 4, true]);
  });

  it('gives two hundred at a time', async () => {
    for (let turn = 0; turn < 200; turn += 1) await pause(['a'], turn % 2 === 0);
    const first = await audit();
    expect([first.items.length, first.more, first.sound]).toEqual([200, true, true]);
    const rest = await audit(`?before=${first.items.at(-1)?.place}`);
    expect([rest.more, rest.sound, rest.items.at(-1)?.place]).toEqual([false, true, 1]);
    expect(first.items.length + rest.items.length).toBe(first.items[0]?.place);
  });

  it('is never changed by the receiver, and tells when somebody else did', async () => {
    for (const change of ["update hint_act set note = 'x'", 'delete from hint_act', 'truncate hint_act'])
      await expect(receiver.behind(change)).rejects.toThrow();
    const around = async (statement: string): Promise<boolean> => {
      await receiver.behind('alter table hint_act disable trigger user');
      await receiver.behind(statement);
      await receiver.behind('alter table hint_act enable trigger user');
      return (await audit('?before=10')).sound;
    };
    expect(await around("update hint_act set note = note || '!' where place = 3")).toBe(false);
    expect(await around("update hint_act set note = 'Verkeerde plek' where place = 3")).toBe(true);
    expect(await around('delete from hint_act where place = 1')).toBe(false);
  });
});

describe('the report of hints', () => {
  const report = async (query = '?month=2024-03', by = viewer) =>
    (await receiver.get(`/v1/hints/report${query}`, by)).json<HintReport>();
  const few = { few: true };
  const at = '2024-03-12T09:00:00Z';
  const event = (what: string, more: object = {}) => ({
    hint: 'uitleg',
    rev: 1,
    what,
    at,
    appVersion: '5.12.0',
    ...more,
  });
  /** So many people each tell the same. */
  const tell = async (people: number, events: readonly object[], first = 0): Promise<void> => {
    for (let turn = first; turn < first + people; turn += 1) {
      const by = await receiver.asker(`p-collega-${turn}`);
      const answer = await receiver.put(`/v1/hints/events/${nextId()}`, by, { owner: by.owner, events });
      expect(answer.statusCode).toBe(201);
    }
  };

  it('has nothing where nothing came in', async () => {
    expect(await report()).toEqual({ month: '2024-03', hints: [], places: [] });
  });

  it('counts people, never how often, per hint and release, and never fewer than five', async () => {
    const step = { hint: 'tour', step: 'eerste' };
    await tell(7, [event('eligible'), event('rendered'), event('rendered'), event('seen')]);
    await tell(7, [event('eligible')]);
    await tell(6, [event('targetMissing', step), event('eligible', { hint: 'tour' })]);
    await tell(8, [event('seen', step), event('seen', { hint: 'tour', step: 'slot' })], 6);
    await tell(4, [event('dismissed'), event('never', { hint: 'nooit-gepubliceerd' })]);
    await tell(3, [event('eligible', { appVersion: '9.0.0-van-jan' })]);
    await tell(2, [event('eligible', { appVersion: '9.0.0-van-piet' })], 3);
    const { hints, places } = await report();
    const none = { opened: few, done: few, dismissed: few, never: few, snoozed: few, targetAmbiguous: few };
    expect(hints).toEqual([
      {
        hint: 'tour',
        release: '5.12.0',
        people: { ...none, eligible: { people: 6 }, rendered: few, seen: { people: 8 }, targetMissing: { people: 6 } },
      },
      { hint: 'uitleg', people: { ...none, eligible: { people: 5 }, rendered: few, seen: few, targetMissing: few } },
      {
        hint: 'uitleg',
        release: '5.12.0',
        people: {
          ...none,
          eligible: { people: 7 },
          rendered: { people: 7 },
          seen: { people: 7 },
          targetMissing: few,
        },
      },
    ]);
    expect(places).toEqual([
      {
        hint: 'tour',
        step: 'eerste',
        target: 'opslaan',
        release: '5.12.0',
        people: { found: { people: 8 }, missing: few, ambiguous: few },
      },
    ]);
    expect(JSON.stringify([hints, places])).not.toMatch(/jan|piet|"people":[0-4]\b/);
  });

  it('is of one organisation, environment and month', async () => {
    expect((await report('?month=2024-02')).hints).toEqual([]);
    expect((await report('?month=2024-04')).hints).toEqual([]);
    expect((await report('?month=2024-03&env=acceptatie')).hints).toEqual([]);
    expect((await report('?month=2024-03', await withRole(receiver, 'hintViewer', 'elders'))).hints).toEqual([]);
    for (const query of ['', '?month=2024-13', '?month=0000-01', '?month=2024-03-01'])
      expect(refusalOf(await receiver.get(`/v1/hints/report${query}`, viewer))).toBe('400 malformed');
    const sanne = await withRole(receiver, 'user');
    expect(refusalOf(await receiver.get('/v1/hints/report?month=2024-03', sanne))).toBe('403 role-missing');
  });

  it('counts what is still kept: after a month nothing', async () => {
    receiver.time.now += 32 * 86_400_000;
    await receiver.ports.store.purge(DEFAULT_TERMS);
    expect((await report('?month=2024-03', await withRole(receiver, 'hintViewer'))).hints).toEqual([]);
  });
});
