import { computed, signal } from '@preact/signals-core';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createRepliesWatch } from '../../../src/app/owner/repliesWatch';
import { createNewsFeed } from '../../../src/delivery/events';
import { createLifetime } from '../../../src/foundation/lifetime';
import { succeed } from '../../../src/foundation/result';
import type { SubmissionView } from '../../../src/protocol';
import { aQuestionView, aSubmissionView, manualClock } from '../../support/builders';
import { FakeLocks } from '../../support/fakeLocks';

/** The longest that a look may be away while the panel is open. */
const A_LOOK_MS = 72_000;

const asked = (cursor: number, change: { unread?: number; status?: 'received' | 'closed' } = {}): SubmissionView =>
  aSubmissionView({ cursor, questions: [aQuestionView(1, { status: 'received', unread: 0, ...change })] });

interface Stream {
  readonly owner: string;
  readonly after: number;
  readonly signal: AbortSignal | undefined;
  heard(cursor: number): void;
}

/** A page on which Sanne is signed in, beside a receiver with her list and, unless it has none, a stream. */
function aPage({ hasStream = true, list = [asked(5)] as readonly SubmissionView[] } = {}) {
  const clock = manualClock();
  const lifetime = createLifetime();
  lifetimes.push(lifetime);
  const receiver = {
    list,
    looks: [] as number[],
    streams: [] as Stream[],
    chunks: 0,
    chunkFails: false,
    chunk: Promise.resolve(),
  };
  const space = signal({ owner: 'sanne' });
  const isOpen = signal(false);
  const waiting = signal(0);
  const openQuestions = signal<number | undefined>(undefined);
  const unread: number[] = [];
  const streamOf = (owner: string) => ({
    events: (after: number, { signal: ended }: { signal?: AbortSignal }, heard: (cursor: number) => void) =>
      new Promise((resolve) => {
        receiver.streams.push({ owner, after, signal: ended, heard });
        ended?.addEventListener('abort', () => resolve(succeed(undefined)));
      }),
  });
  const watch = createRepliesWatch({
    view: Object.assign(new EventTarget(), { document: { visibilityState: 'visible' } }),
    model: { isOpen, waiting, settings: signal({ locale: 'nl' }) },
    owners: { space, isSignedIn: computed(() => space.value.owner !== '') },
    connection: {
      session: async () => ({ token: async () => succeed('t'), subject: { owner: space.peek().owner } }),
      reading: async () => ({
        async submissions(after: number) {
          receiver.looks.push(after);
          return succeed(receiver.list);
        },
      }),
      events: async (owner: string) => (hasStream ? streamOf(owner) : undefined),
    },
    lazy: {
      async events() {
        receiver.chunks += 1;
        await receiver.chunk;
        if (receiver.chunkFails) throw new Error('No network.');
        return { createNewsFeed };
      },
    },
    clock,
    random: () => 0.5,
    lifetime,
    onFound(counts?: { unread: number; open: number }) {
      openQuestions.value = counts?.open;
      if (counts) unread.push(counts.unread);
    },
  } as never); // what the watch uses of them
  return { clock, receiver, space, isOpen, waiting, openQuestions, unread, watch, lifetime };
}

const lifetimes: { end(): void }[] = [];
beforeEach(() => {
  const page = new EventTarget();
  vi.stubGlobal('navigator', { locks: new FakeLocks() });
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
  vi.stubGlobal('document', new EventTarget());
});
afterEach(() => {
  for (const lifetime of lifetimes.splice(0)) lifetime.end();
  vi.unstubAllGlobals();
});
const until = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 30_000 }); // the machine may be busy
/** Lets everything go on that only waits for its turn. */
const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve)); // oxlint-disable-line no-await-in-loop -- one after the other
};

it('asks and fetches nothing before it is told to look', async () => {
  const { clock, receiver, watch } = aPage();
  clock.pass(600_000);
  await settled();
  expect([receiver.looks, receiver.chunks, receiver.streams]).toEqual([[], 0, []]);
  watch.look(); // the control
  await until(() => expect(receiver.streams).toHaveLength(1));
});

it('opens no stream for somebody who can expect nothing: the panel is closed and so is every question', async () => {
  const { receiver, watch, clock } = aPage({ list: [asked(5, { status: 'closed' })] });
  watch.look();
  await until(() => expect(receiver.looks).toHaveLength(1));
  await settled();
  clock.pass(600_000);
  await settled();
  expect([receiver.looks.length, receiver.chunks, receiver.streams.length]).toEqual([1, 0, 0]);
  receiver.list = [asked(6)]; // the control
  watch.look();
  await until(() => expect(receiver.streams).toMatchObject([{ owner: 'sanne', after: 6 }]));
});

it('lets go of the stream when the last question is closed, and when the panel closes with nothing open', async () => {
  const { receiver, watch, isOpen } = aPage();
  watch.look();
  await until(() => expect(receiver.streams).toHaveLength(1));
  receiver.list = [asked(6, { status: 'closed' })];
  watch.look();
  await until(() => expect(receiver.streams[0]?.signal?.aborted).toBe(true));
  isOpen.value = true;
  watch.look();
  await until(() => expect(receiver.streams).toHaveLength(2));
  isOpen.value = false;
  expect(receiver.streams[1]?.signal?.aborted).toBe(true);
});

it('listens once something was sent, also when the panel closes at that moment, and looks for nobody who left', async () => {
  const { receiver, watch, isOpen, waiting, space } = aPage({ list: [] });
  isOpen.value = true;
  watch.look();
  await until(() => expect(receiver.streams).toHaveLength(1));
  waiting.value = 1;
  receiver.list = [asked(6)];
  waiting.value = 0;
  isOpen.value = false;
  await until(() => expect(receiver.streams).toMatchObject([{ after: 0 }, { after: 6 }]));
  waiting.value = 1;
  space.value = { owner: '' };
  waiting.value = 0;
  await settled();
  expect(receiver.looks).toHaveLength(2);
});

it('knows how many questions are open once it has looked, and of somebody else nothing until then', async () => {
  const { receiver, watch, space, openQuestions } = aPage({
    list: [asked(5), asked(4), asked(3, { status: 'closed' })],
  });
  expect(openQuestions.value).toBeUndefined();
  watch.look();
  await until(() => expect(openQuestions.value).toBe(2));
  receiver.list = [];
  watch.look();
  await until(() => expect(openQuestions.value).toBe(0));
  space.value = { owner: 'mehmet' };
  expect(openQuestions.value).toBeUndefined();
});

it('looks as soon as an answer is told, and it is the list that counts', async () => {
  const { clock, receiver, watch, unread } = aPage();
  watch.look();
  await until(() => expect(receiver.streams).toHaveLength(1));
  expect(unread).toEqual([0]);
  receiver.list = [asked(6, { unread: 1 })];
  receiver.streams[0]?.heard(6);
  clock.pass(0);
  await until(() => expect(unread).toEqual([0, 1]));
});

it('looks once for many changes: at the first, and two seconds later', async () => {
  const { clock, receiver, watch } = aPage();
  let told = 0;
  watch.onNews(() => (told += 1));
  watch.look();
  await until(() => expect(receiver.streams).toHaveLength(1));
  for (let cursor = 6; cursor < 16; cursor += 1) {
    receiver.streams[0]?.heard(cursor);
    clock.pass(100);
  }
  clock.pass(2_000);
  await until(() => expect(receiver.looks).toHaveLength(3));
  await settled();
  expect([receiver.looks.length, told]).toEqual([3, 2]);
});

it('finds what a stream skipped or never told: each look asks for the whole list', async () => {
  const { clock, receiver, watch, unread, isOpen } = aPage();
  isOpen.value = true;
  watch.look();
  await until(() => expect(receiver.streams).toHaveLength(1));
  receiver.streams[0]?.heard(900); // further than the list has come: something with a lower number commits later
  clock.pass(0);
  await until(() => expect(unread).toEqual([0, 0]));
  receiver.list = [asked(7, { unread: 1 })];
  await settled();
  clock.pass(A_LOOK_MS);
  await until(() => expect(unread).toEqual([0, 0, 1]));
  expect(new Set(receiver.looks)).toEqual(new Set([0]));
});

it('goes on looking where there is no stream, and fetches nothing for it', async () => {
  const { clock, receiver, watch, isOpen, unread } = aPage({ hasStream: false });
  isOpen.value = true;
  watch.look();
  await until(() => expect(unread).toHaveLength(1));
  await settled();
  receiver.list = [asked(6, { unread: 1 })];
  clock.pass(A_LOOK_MS);
  await until(() => expect(unread).toEqual([0, 1]));
  expect([receiver.chunks, watch.isLive()]).toEqual([0, false]);
});

it('goes on looking when the chunk did not arrive, and tries that again at the next look', async () => {
  const { clock, receiver, watch, isOpen } = aPage();
  receiver.chunkFails = true;
  isOpen.value = true;
  watch.look();
  await until(() => expect(receiver.chunks).toBe(1));
  await settled();
  receiver.chunkFails = false;
  clock.pass(A_LOOK_MS);
  await until(() => expect(receiver.streams).toHaveLength(1));
  expect(receiver.looks).toHaveLength(2);
});

it('says whether it is live: after a sign of life, for as long as signs come', async () => {
  const { clock, receiver, watch } = aPage();
  watch.look();
  await until(() => expect(receiver.streams).toHaveLength(1));
  expect(watch.isLive()).toBe(false);
  receiver.streams[0]?.heard(5);
  expect(watch.isLive()).toBe(true);
  clock.pass(40_000);
  expect(watch.isLive()).toBe(false);
});

it('ends the stream with the person, and listens for the next one with nothing of the one before', async () => {
  const { receiver, watch, space, clock, unread } = aPage();
  watch.look();
  await until(() => expect(receiver.streams).toHaveLength(1));
  space.value = { owner: '' };
  expect(receiver.streams[0]?.signal?.aborted).toBe(true);
  receiver.streams[0]?.heard(900);
  clock.pass(600_000);
  await settled();
  expect([receiver.streams.length, receiver.looks.length, unread]).toEqual([1, 1, [0]]);
  space.value = { owner: 'mehmet' };
  receiver.list = [asked(3)];
  watch.look();
  await until(() => expect(receiver.streams[1]).toMatchObject({ owner: 'mehmet', after: 3 }));
});

it('opens no stream for somebody who left while it was on its way', async () => {
  const { receiver, watch, space } = aPage();
  let arrive = (): void => undefined;
  receiver.chunk = new Promise((resolve) => (arrive = resolve));
  watch.look();
  await until(() => expect(receiver.chunks).toBe(1));
  space.value = { owner: '' };
  arrive();
  await settled();
  expect(receiver.streams).toEqual([]);
  space.value = { owner: 'sanne' }; // the control
  watch.look();
  await until(() => expect(receiver.streams).toHaveLength(1));
});
