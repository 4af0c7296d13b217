import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { MAX_HINT_EVENTS, type HintEvent } from '../../../../src/protocol';
import { NOTHING_TOLD, queueRead, tellable, withBatch, withTold } from '../../../../src/app/hints/keeping/eventsQueue';
import { fail } from '../../../../src/foundation/result';
import { anId } from '../../../support/builders';
import { aHome, refusingDatabase, type HintHome } from '../../../support/hintHome';

const NOW = Date.UTC(2026, 2, 12, 9);
const DAY_MS = 86_400_000;
const event = (at = NOW, change: Partial<HintEvent> = {}): HintEvent => ({
  hint: 'uitleg',
  rev: 1,
  what: 'seen',
  at: new Date(at).toISOString(),
  ...change,
});

let home: HintHome;
beforeEach(async () => void (home = await aHome()));
afterEach(() => home.end());

const asked = (): number => home.asked.filter((name) => name === 'putHintEvents').length;
/** Lets time pass until it is so. */
const until = (isSo: () => void, stepMs = 2_000): Promise<void> =>
  vi.waitFor(() => {
    home.clock.pass(stepMs);
    isSo();
  });

it('tells the same thing once, in two tabs and after a reload', async () => {
  const [one, other] = [home.tab(), home.tab()];
  for (const { keeping } of [one, other]) keeping.tell(event(), 'uitleg/1/sessie/0/seen');
  one.keeping.tell(event(NOW, { what: 'done' }), 'uitleg/1/sessie/0/done');
  await until(() => expect(home.backend.hintEvents).toHaveLength(2));
  home.tab().keeping.tell(event(), 'uitleg/1/sessie/0/seen');
  other.keeping.tell(event(NOW, { what: 'dismissed' }), 'uitleg/1/sessie/1/dismissed');
  await until(() => expect(home.backend.hintEvents.map(({ what }) => what)).toContain('dismissed'), 40_000);
  expect(home.backend.hintEvents.map(({ what }) => what).sort()).toEqual(['dismissed', 'done', 'seen']);
});

it('sends no more than fits in one request, one request at a time, with time between', async () => {
  const { keeping } = home.tab();
  for (let at = 0; at < 450; at++) keeping.tell(event(), `k-${at}`);
  await until(() => expect(home.backend.hintEvents).toHaveLength(MAX_HINT_EVENTS));
  expect(asked()).toBe(1);
  await until(() => expect(home.backend.hintEvents).toHaveLength(450), 10_000);
  expect(asked()).toBe(3);
});

it('counts once what was sent again because the answer got lost, also by the next page', async () => {
  const { putHintEvents } = home.backend;
  const ids: string[] = [];
  home.changed.putHintEvents = async (batch, call) => {
    ids.push(`${batch.id} ${batch.digest}`);
    await putHintEvents?.(batch, call);
    return fail({ code: 'no-answer', message: '', status: 0, retryable: true });
  };
  const tab = home.tab();
  tab.keeping.tell(event(), 'k');
  await until(() => expect(asked()).toBe(1));
  tab.lifetime.end();
  const next = home.tab();
  await next.keeping.load();
  await until(() => expect(asked()).toBe(2));
  next.keeping.tell(event(NOW, { what: 'done' }), 'k-2'); // what comes meanwhile does not join what is under way
  delete home.changed.putHintEvents;
  await until(() => expect(home.backend.hintEvents).toHaveLength(2), 60_000);
  expect(new Set(ids).size).toBe(1);
});

it('goes on after a batch that the backend will never take', async () => {
  home.changed.putHintEvents = async () => fail({ code: 'malformed', message: '', status: 400, retryable: false });
  const { keeping } = home.tab();
  keeping.tell(event(), 'k');
  await until(() => expect(asked()).toBe(1));
  delete home.changed.putHintEvents;
  keeping.tell(event(NOW, { what: 'done' }), 'k-2');
  await until(() => expect(home.backend.hintEvents.map(({ what }) => what)).toEqual(['done']), 40_000);
});

it('waits as long as the backend asks for', async () => {
  home.changed.putHintEvents = async () =>
    fail({ code: 'rate-limited', message: '', status: 429, retryable: true, retryAfterMs: 3_600_000 });
  const { keeping } = home.tab();
  keeping.tell(event(), 'k');
  await until(() => expect(asked()).toBe(1));
  delete home.changed.putHintEvents;
  await new Promise((resolve) => setTimeout(resolve)); // its answer is read
  home.clock.pass(3_500_000);
  await new Promise((resolve) => setTimeout(resolve));
  expect(asked()).toBe(1);
  await until(() => expect(home.backend.hintEvents).toHaveLength(1), 60_000);
});

it('tells from memory where the device has no room', async () => {
  const { keeping } = home.tab(refusingDatabase());
  keeping.tell(event(), 'k');
  keeping.tell(event(), 'k');
  await until(() => expect(home.backend.hintEvents).toHaveLength(1));
});

it('is put away when the person signs out, and told when they are here again', async () => {
  const tab = home.tab();
  tab.keeping.tell(event(), 'k');
  await tab.keeping.leave();
  tab.lifetime.end();
  expect(home.backend.hintEvents).toEqual([]);
  await home.tab().keeping.load();
  await until(() => expect(home.backend.hintEvents).toHaveLength(1));
});

it('lets go of what is older than the backend keeps it, and of the oldest of too many', () => {
  const told = (count: number, at: number) =>
    Array.from({ length: count }, (_none, index) => ({ key: `${at}-${index}`, event: event(at) }));
  const old = withBatch(withTold(NOTHING_TOLD, told(300, NOW), NOW), () => anId(1));
  expect([old.batch?.events.length, old.waiting.length]).toEqual([200, 100]);
  const later = withTold(old, told(2, NOW + 32 * DAY_MS), NOW + 32 * DAY_MS);
  expect([later.batch, later.waiting.length]).toEqual([undefined, 2]);
  expect(withTold(NOTHING_TOLD, told(1_500, NOW), NOW).waiting).toHaveLength(1_000);
  expect(withTold(NOTHING_TOLD, told(5_000, NOW), NOW).told).toHaveLength(2_000);
});

it('begins anew on what another version kept', () => {
  expect([undefined, 'oud', { waiting: 3 }].map(queueRead)).toEqual([NOTHING_TOLD, NOTHING_TOLD, NOTHING_TOLD]);
});

it('never lets a text through where a name belongs', () => {
  const asText = { route: 'Sanne de Wit', appVersion: '5.1 (test van Sanne)', count: 4_000_000.4 };
  expect(tellable(event(NOW, asText))).toEqual({ ...event(), count: 3_600_000 });
  const asNames = { route: 'client.zorgplan', appVersion: '5.12.0+3', count: 2 };
  expect(tellable(event(NOW, asNames))).toEqual(event(NOW, asNames));
});
