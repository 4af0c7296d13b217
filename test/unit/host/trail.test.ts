import { describe, expect, test } from 'vitest';
import { EMPTY_TRAIL, happened, noticedIn, withEvent, type PressEvent, type TrailEvent } from '../../../src/host/trail';

const START = Date.UTC(2026, 2, 12, 9);
const APART_MS = 5000;

const press = (change: Partial<PressEvent> = {}): PressEvent => ({
  kind: 'press',
  at: START,
  act: 'press',
  place: 'Agenda',
  role: 'button',
  name: 'Opslaan',
  control: 1,
  ...change,
});
const error = (at: number, message = 'x is undefined'): TrailEvent => ({
  kind: 'error',
  at,
  error: { kind: 'TypeError', message, stack: ['save (/main.js:1:2)'] },
});
const request = (at: number, change: object = {}): TrailEvent => ({
  kind: 'request',
  at,
  request: { method: '', route: '/api/:id', status: 500, durationMs: 12, ...change },
});
const navigation = (at: number, place = 'Agenda › Week'): TrailEvent => ({
  kind: 'navigation',
  at,
  place,
  route: '/agenda/week',
});

const after = (events: readonly TrailEvent[], most = 20) =>
  noticedIn(events.reduce((trail, event) => withEvent(trail, event, most), EMPTY_TRAIL));
/** Presses on different controls, far enough apart to have nothing to do with each other. */
const presses = (count: number): readonly PressEvent[] =>
  Array.from({ length: count }, (_, index) =>
    press({ at: START + index * APART_MS, control: index, name: `Knop ${index}` }),
  );

describe('the trail of a page', () => {
  test('keeps the last steps, oldest first', () => {
    const { steps } = after(presses(25));
    expect(steps).toHaveLength(20);
    expect([steps[0]?.name, steps[19]?.name]).toEqual(['Knop 5', 'Knop 24']);
  });

  test('loses no step and no failed request to a storm of errors', () => {
    const storm = Array.from({ length: 500 }, (_, index) => error(START + 60_000 + index, `error ${index}`));
    const noticed = after([...presses(5), request(START + 50_000), ...storm]);
    expect([noticed.steps.length, noticed.errors.length, noticed.failedRequests.length]).toEqual([5, 20, 1]);
  });

  test('says where, on what, when, and nothing that was filled in', () => {
    expect(after([press()]).steps).toEqual([
      { at: '2026-03-12T09:00:00.000Z', place: 'Agenda', role: 'button', name: 'Opslaan', result: '' },
    ]);
  });

  test('gives every entry a time of its own, because that is its name', () => {
    const { steps, errors } = after([press(), press({ control: 2 }), press({ control: 3 }), error(START)]);
    const times = [...steps, ...errors].map(({ at }) => at);
    expect(new Set(times).size).toBe(4);
    expect([...times].sort()).toEqual(times);
  });
});

describe('one act of a person is one step', () => {
  test.each<[string, readonly TrailEvent[], readonly object[]]>([
    ['the same button three times', [0, 1, 2].map((n) => press({ at: START + n * APART_MS })), [{ times: 3 }]],
    ['a change and the Enter that made it', [press({ act: 'enter' }), press({ act: 'change' })], [{ name: 'Opslaan' }]],
    ['a press and the form it sends', [press(), press({ act: 'submit', control: 2 })], [{ name: 'Opslaan' }]],
    ['a press and the screen it leads to', [press(), navigation(START + 20)], [{ result: 'Agenda › Week' }]],
    ['a screen without a press', [navigation(START)], [{ role: 'navigation', name: '/agenda/week' }]],
    [
      'a screen long after a press',
      [press(), navigation(START + APART_MS)],
      [{ name: 'Opslaan', result: '' }, { role: 'navigation' }],
    ],
    [
      'two screens after one press',
      [press(), navigation(START + 1), navigation(START + 2)],
      [{}, { role: 'navigation' }],
    ],
    ['two nameless buttons', [press({ name: '' }), press({ name: '', control: 2 })], [{}, {}]],
    ['the same button on two screens', [press(), press({ place: 'Dossier' })], [{}, { place: 'Dossier' }]],
    [
      'a form that is sent by a script later',
      [press(), press({ at: START + APART_MS, act: 'submit', control: 2 })],
      [{}, {}],
    ],
  ])('%s', (_, events, expected) => {
    const { steps } = after(events);
    expect(steps).toMatchObject(expected);
    expect(steps).toHaveLength(expected.length);
  });

  test('a single step does not count itself', () => {
    expect(after([press({ act: 'enter' }), press({ act: 'change' })]).steps[0]).not.toHaveProperty('times');
  });
});

describe('what came of a step', () => {
  test('is the error or the failed request that followed it, and the error weighs more', () => {
    const result = (...events: readonly TrailEvent[]) => after([press(), ...events]).steps[0]?.result;
    expect(result(error(START + 30))).toBe('error');
    expect(result(request(START + 30))).toBe('request');
    expect(result(error(START + 30), request(START + 40))).toBe('error');
    expect(result(request(START + 30), error(START + 40))).toBe('error');
    expect(result(navigation(START + 10), error(START + 30))).toBe('error');
  });

  test('is not what happened much later', () => {
    expect(after([press(), error(START + APART_MS)]).steps[0]?.result).toBe('');
  });
});

describe('failures that come again', () => {
  test('are one failure with a count, at the time of the last', () => {
    const { errors, failedRequests } = after([
      error(START),
      error(START + 5, 'y is undefined'),
      error(START + 10),
      request(START + 20),
      request(START + 30),
      request(START + 40, { status: 404 }),
    ]);
    expect(errors).toMatchObject([{ message: 'y is undefined' }, { message: 'x is undefined', times: 2 }]);
    expect(failedRequests).toMatchObject([{ status: 500, times: 2 }, { status: 404 }]);
  });

  test('of a picture that did not load are told by element and browser, and listed once with the status', () => {
    const twice = [request(START, { status: 0 }), request(START + 5, { status: 404 })];
    for (const events of [twice, [...twice].reverse()]) {
      const { failedRequests } = after(events);
      expect(failedRequests).toMatchObject([{ status: 404 }]);
      expect(failedRequests[0]).not.toHaveProperty('times');
    }
  });
});

test('a recording learns the name of what happened, and no more', () => {
  expect([press(), navigation(START), error(START), request(START)].map(happened)).toEqual([
    { at: START, kind: 'press', name: 'button Opslaan' },
    { at: START, kind: 'navigation', name: 'Agenda › Week' },
    { at: START, kind: 'error', name: 'TypeError' },
    { at: START, kind: 'request', name: '/api/:id' },
  ]);
});
