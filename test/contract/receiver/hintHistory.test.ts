import { expect, test } from 'vitest';
import { DEFAULT_TERMS } from '../../../demo/receiver/domain/retention';
import type { HintHistory } from '../../../src/protocol/index';
import { receiverOfFile } from './receiverOfFile';
import { type Caller } from './receiverUnderTest';
import { nextId, refusalOf } from './wire';

const { receiver, sanne } = await receiverOfFile();

const history = (by: Caller, body: HintHistory) => receiver.put('/v1/hints/history', by, body);
const AT = ['2024-03-01T10:00:00Z', '2024-03-02T10:00:00Z', '2024-03-03T10:00:00Z'] as const;

test('remembers what somebody did, joined over devices, whatever comes first and how often', async () => {
  const one: HintHistory = { records: [{ hint: 'uitleg', shown: 2, lastShownAt: AT[0], dismissedAt: AT[0] }] };
  const other: HintHistory = {
    records: [
      { hint: 'uitleg', shown: 1, lastShownAt: AT[2], neverAt: AT[1] },
      { hint: 'tweede', shown: 1 },
    ],
    off: { value: true, at: AT[1] },
  };
  const whole = {
    records: [
      { hint: 'tweede', shown: 1 },
      { hint: 'uitleg', shown: 2, lastShownAt: AT[2], dismissedAt: AT[0], neverAt: AT[1] },
    ],
    off: { value: true, at: AT[1] },
  };
  for (const [who, order] of [
    ['p-een', [one, other, one]],
    ['p-twee', [other, one, other]],
  ] as const) {
    const by = await receiver.asker(who);
    for (const body of order) expect((await history(by, body)).statusCode).toBe(200);
    expect((await receiver.get('/v1/hints/history', by)).json()).toEqual(whole);
  }
  expect((await receiver.get('/v1/hints/history', sanne)).json()).toEqual({ records: [] });
});

test('joins what two devices send at the same moment', async () => {
  const by = await receiver.asker('p-samen');
  const answers = await Promise.all(
    AT.map((at, shown) => history(by, { records: [{ hint: 'uitleg', shown, lastShownAt: at }] })),
  );
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
  expect((await receiver.get('/v1/hints/history', by)).json()).toEqual({
    records: [{ hint: 'uitleg', shown: 2, lastShownAt: AT[2] }],
  });
});

test('keeps no more than anybody can have seen', async () => {
  const by = await receiver.asker('p-veel');
  const records = (start: number) =>
    Array.from({ length: 3000 }, (_none, at) => ({ hint: `h-${start + at}`, shown: 1 }));
  expect((await history(by, { records: records(0) })).statusCode).toBe(200);
  expect(refusalOf(await history(by, { records: records(3000) }))).toBe('413 too-large');
});

const event = { hint: 'uitleg', rev: 1, what: 'seen', at: AT[0], route: 'client.zorgplan', appVersion: '5.12.0' };
const tell = (by: Caller, batch: string, events: readonly object[]) =>
  receiver.put(`/v1/hints/events/${batch}`, by, { owner: by.owner, events });

test('counts a batch of events once, and takes no text in them', async () => {
  const batch = nextId();
  expect((await tell(sanne, batch, [event])).statusCode).toBe(201);
  expect((await tell(sanne, batch, [event])).statusCode).toBe(200);
  expect(refusalOf(await tell(sanne, batch, [{ ...event, what: 'done' }]))).toBe('409 submission-conflict');
  const mehmet = await receiver.asker('p-mehmet');
  expect(refusalOf(await tell(mehmet, batch, [event]))).toBe('409 submission-conflict');
  expect(refusalOf(await tell({ ...mehmet, owner: sanne.owner }, nextId(), [event]))).toBe('403 owner-mismatch');
  for (const more of [{ text: 'Van der Berg' }, { selector: '#a' }, { url: '/x' }])
    expect(refusalOf(await tell(sanne, nextId(), [{ ...event, ...more }]))).toBe('400 unknown-member');
  for (const more of [
    { route: '/dossier/4417' },
    { route: 'mevrouw de Vries' },
    { step: 'Een zin.' },
    { appVersion: 'a b' },
    { what: 'typed' },
  ])
    expect(refusalOf(await tell(sanne, nextId(), [{ ...event, ...more }]))).toBe('400 malformed');
  expect(await receiver.behind('select count(*)::int as batches from hint_batch')).toEqual([{ batches: 1 }]);
});

test('takes what is about no hint in particular without one, and nothing else', async () => {
  const at = AT[0];
  const ofAll = [
    { what: 'engineError', where: 'views', at },
    { what: 'engineDegraded', level: 2, at },
  ];
  expect((await tell(sanne, nextId(), ofAll)).statusCode).toBe(201);
  for (const wrong of [
    { what: 'seen', at },
    { what: 'engineError', at },
    { what: 'engineError', where: 'TypeError: x is undefined', at },
    { what: 'engineDegraded', level: 3, at },
    { ...event, what: 'engineError' },
    { ...event, where: 'views' },
  ])
    expect((await tell(sanne, nextId(), [wrong])).statusCode).toBe(400);
});

test('takes two hundred events at a time, and a hundred and twenty batches an hour', async () => {
  expect(
    (
      await tell(
        sanne,
        nextId(),
        Array.from({ length: 200 }, () => event),
      )
    ).statusCode,
  ).toBe(201);
  expect(
    refusalOf(
      await tell(
        sanne,
        nextId(),
        Array.from({ length: 201 }, () => event),
      ),
    ),
  ).toBe('413 too-large');
  const by = await receiver.asker('p-druk');
  const first = nextId();
  for (let turn = 0; turn < 120; turn += 1) await tell(by, turn === 0 ? first : nextId(), [event]);
  const late = await tell(by, nextId(), [event]);
  expect([refusalOf(late), late.headers['ratelimit-policy']]).toEqual([
    '429 rate-limited',
    '"hint-events";q=120;w=3600',
  ]);
  expect((await tell(by, first, [event])).statusCode).toBe(200);
});

test('forgets events after a month, and what somebody did after four hundred days', async () => {
  const left = async () =>
    (
      await receiver.behind(
        'select (select count(*)::int from hint_batch) as events, (select count(*)::int from hint_state) as states',
      )
    )[0];
  const before = await left();
  await receiver.ports.store.purge(DEFAULT_TERMS);
  expect(await left()).toEqual(before);
  receiver.time.now += 32 * 86_400_000;
  await receiver.ports.store.purge(DEFAULT_TERMS);
  expect(await left()).toEqual({ events: 0, states: before?.['states'] });
  receiver.time.now += 369 * 86_400_000;
  await receiver.ports.store.purge(DEFAULT_TERMS);
  expect(await left()).toEqual({ events: 0, states: 0 });
});
