import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../demo/inbox/agentBackend';
import { followChanges } from '../../../demo/inbox/followChanges';
import { isStale } from '../../../demo/inbox/staleness';
import type { AgentQuestion, Change, ChangePage } from '../../../src/protocol/index';
import { idOf, questionOf, rowOf } from './inboxFixtures';

const change = (part: Partial<Change> = {}): Change => ({ seq: 8, type: 'question', sid: idOf(90), ...part });
const page = (next: number, items: readonly Change[] = []): Outcome<ChangePage> => ({
  ok: true,
  value: { items, next, more: false },
});
const lost: Outcome<ChangePage> = { ok: false, problem: { status: 0, retryable: true } };
const noFeed: Outcome<ChangePage> = { ok: false, problem: { status: 404, retryable: false } };

/** Follows along a script of answers and ends after the last; tells what was asked, heard and waited. */
async function follow(script: readonly Outcome<ChangePage>[]) {
  const life = new AbortController();
  const told = { cursors: [] as number[], heard: [] as number[], waits: [] as number[], connected: [] as boolean[] };
  const answers = script.values();
  await followChanges({
    cursor: 5,
    signal: life.signal,
    backend: {
      changes: async (cursor) => {
        const { value } = answers.next();
        if (value) told.cursors.push(cursor);
        else life.abort();
        return value ?? lost;
      },
    },
    pause: async (milliseconds) => void told.waits.push(milliseconds),
    onChanges: (changes) => void told.heard.push(changes.length),
    onConnection: (now) => void told.connected.push(now),
  });
  return told;
}

describe('following what changes', () => {
  it('goes on from where it was and says only what changed', async () => {
    const told = await follow([page(5), page(8, [change()]), page(9, [change(), change()])]);
    expect(told.cursors).toEqual([5, 5, 8]);
    expect(told.heard).toEqual([1, 2]);
  });
  it('waits longer each time there is no answer, and starts afresh after one', async () => {
    const told = await follow([lost, lost, lost, page(5), lost]);
    expect(told.waits).toEqual([1000, 2000, 4000, 1000]);
    expect(told.connected).toEqual([false, false, false, true, false]);
  });
  it('never waits longer than half a minute', async () => {
    const told = await follow(Array.from({ length: 9 }, () => lost));
    expect(Math.max(...told.waits)).toBe(30_000);
  });
  it('has the list read again every fifteen seconds at a receiver without a feed', async () => {
    const told = await follow([noFeed, noFeed]);
    expect(told.waits).toEqual([15_000, 15_000]);
    expect(told.heard).toEqual([0, 0]);
  });
});

describe('reading the open question again', () => {
  const row = rowOf(1);
  const open = questionOf(row, { siblings: [row, rowOf(2)] });
  const onItsWay = {
    id: idOf(5),
    kind: 'screenshot',
    name: 'x',
    type: 'image/png',
    size: 10,
    digests: [],
    redaction: { mode: 'masked', boxes: 0, revealed: [] },
    state: 'uploading',
    offset: 4,
  } as const satisfies AgentQuestion['attachments'][number];

  it('does so when the list shows a later change', () => {
    expect(isStale(open, [], [{ ...row, changedAt: '2026-03-10T09:00:00Z' }])).toBe(true);
  });
  it('does not do so because time passed: every reading is written down', () => {
    expect(isStale(open, [], [row])).toBe(false);
    expect(isStale(open, [], [])).toBe(false);
  });
  it('does so when it changed and stands in another list', () => {
    expect(isStale(open, [change({ qid: row.id })], [])).toBe(true);
    expect(isStale(open, [change({ qid: row.id })], [row])).toBe(false);
  });
  it('does so when another question of the bundle changed, and for no other', () => {
    expect(isStale(open, [change({ qid: idOf(2) })], [row])).toBe(true);
    expect(isStale(open, [change({ qid: idOf(3) })], [row])).toBe(false);
  });
  it('does so for bytes only while it waits for bytes', () => {
    const bytes = change({ type: 'attachment' });
    expect(isStale(open, [bytes], [row])).toBe(false);
    expect(isStale({ ...open, attachments: [onItsWay] }, [bytes], [row])).toBe(true);
    expect(isStale({ ...open, attachments: [onItsWay] }, [], [row])).toBe(true);
  });
});
