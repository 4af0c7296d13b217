import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { pour, PATIENCE_MS, type Outlet } from '../../../demo/receiver/events/pour';
import { createPlaces } from '../../../demo/receiver/events/places';
import { BEAT_MS, tellChanges, type Feed } from '../../../demo/receiver/events/tellChanges';
import { createChangeSignal } from '../../../demo/receiver/store/changeSignal';
import type { Change } from '../../../src/protocol/index';
import { anId } from '../../support/builders';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const aChange = (seq: number): Change => ({ seq, type: 'message', sid: anId(1), qid: anId(2) });

/** A feed of one person, and how often it was read. */
function aFeed() {
  const signal = createChangeSignal();
  const all: Change[] = [];
  const reads: number[] = [];
  const feed: Feed = {
    async page(after) {
      reads.push(after);
      const items = all.filter(({ seq }) => seq > after).slice(0, 2);
      const next = items.at(-1)?.seq ?? after;
      return { items, next, more: all.some(({ seq }) => seq > next) };
    },
    next: (enough) => signal.next('sanne', enough),
  };
  return { feed, reads, all, notice: () => signal.notify('sanne') };
}

/** Everything that a stream writes, as it comes. */
function written(feed: Feed, after = 0) {
  const ended = new AbortController();
  const texts: string[] = [];
  const done = (async () => {
    for await (const text of tellChanges(feed, { after, ended: ended.signal })) texts.push(text);
  })();
  return { texts, done, end: () => ended.abort() };
}
const passes = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);
const idsIn = (texts: readonly string[]): readonly number[] =>
  [...texts.join('').matchAll(/^id: (\d+)$/gm)].map(([, id]) => Number(id));

test('says at once when to come back and what there is, and then a sign of life at each beat', async () => {
  const { feed, all } = aFeed();
  all.push(aChange(7));
  const { texts, done, end } = written(feed);
  await passes(0);
  expect(texts).toEqual([`retry: 5000\n\nevent: change\nid: 7\ndata: ${JSON.stringify(aChange(7))}\n\n`]);
  await passes(2 * BEAT_MS);
  expect(texts.slice(1)).toEqual([': ping\n\n', ': ping\n\n']);
  end();
  await done;
  expect(vi.getTimerCount()).toBe(0);
});

test('tells at the next beat but one what nobody gave a notice of, and reads no more than that', async () => {
  const { feed, all, reads } = aFeed();
  const { texts, done, end } = written(feed, 3);
  await passes(0);
  all.push(aChange(4));
  await passes(BEAT_MS);
  expect([idsIn(texts), reads.length]).toEqual([[], 1]);
  await passes(BEAT_MS);
  expect([idsIn(texts), reads]).toEqual([[4], [3, 3]]);
  end();
  await done;
});

test('tells a page after the other without waiting, and each change once, however often there is a notice', async () => {
  const { feed, all, notice } = aFeed();
  const { texts, done, end } = written(feed);
  await passes(0);
  all.push(...[1, 2, 3, 4, 5].map(aChange));
  notice();
  notice();
  await passes(0);
  expect(idsIn(texts)).toEqual([1, 2, 3, 4, 5]);
  all.push(aChange(9));
  notice();
  await passes(0);
  expect(idsIn(texts)).toEqual([1, 2, 3, 4, 5, 9]);
  end();
  await done;
});

test('loses no notice that comes while it reads', async () => {
  const { feed, all, notice } = aFeed();
  const slow: Feed = {
    ...feed,
    async page(after) {
      const page = await feed.page(after);
      if (after === 0 && all.length === 1) {
        all.push(aChange(2)); // committed just after the rows were read
        notice();
      }
      return page;
    },
  };
  all.push(aChange(1));
  const { texts, done, end } = written(slow);
  await passes(0);
  expect(idsIn(texts)).toEqual([1, 2]);
  end();
  await done;
});

/** A reader whose connection takes only so many texts. */
function aReader(takes: number) {
  const texts: string[] = [];
  let drain = (): void => undefined;
  let how: 'open' | 'ended' | 'destroyed' = 'open';
  const outlet: Outlet = {
    write: (text) => texts.push(text) < takes,
    end: () => (how = 'ended'),
    destroy: () => (how = 'destroyed'),
    once: (_event, listener) => (drain = listener),
    off: () => undefined,
  };
  return {
    outlet,
    texts,
    get how() {
      return how;
    },
    drain: () => drain(),
  };
}

test('reads nothing more for a reader who takes nothing, and lets go of one who does not come back', async () => {
  const { feed, all, reads, notice } = aFeed();
  const reader = aReader(1);
  const ended = new AbortController();
  const poured = pour(tellChanges(feed, { after: 0, ended: ended.signal }), reader.outlet, ended.signal);
  await passes(0);
  all.push(...[1, 2, 3].map(aChange));
  notice();
  await passes(PATIENCE_MS - 1);
  expect([reads.length, reader.texts.length, reader.how]).toEqual([1, 1, 'open']);
  await passes(1);
  await poured;
  expect([reads.length, reader.how, vi.getTimerCount()]).toEqual([1, 'destroyed', 0]);
});

test('goes on for a reader who was only slow', async () => {
  const { feed, all, notice } = aFeed();
  const reader = aReader(1);
  const ended = new AbortController();
  const poured = pour(tellChanges(feed, { after: 0, ended: ended.signal }), reader.outlet, ended.signal);
  await passes(0);
  all.push(aChange(1));
  notice();
  reader.drain();
  await passes(0);
  expect(idsIn(reader.texts)).toEqual([1]);
  ended.abort();
  await poured;
  expect(reader.how).toBe('destroyed'); // it still had not taken the last
});

test('ends with a whole last text when it is over', async () => {
  const { feed } = aFeed();
  const reader = aReader(Infinity);
  const ended = new AbortController();
  const poured = pour(tellChanges(feed, { after: 0, ended: ended.signal }), reader.outlet, ended.signal);
  await passes(0);
  ended.abort();
  await poured;
  expect(reader.how).toBe('ended');
});

test('a place is given back once, whoever says so twice', () => {
  const places = createPlaces(2);
  const [first] = [places.take('sanne'), places.take('sanne')];
  expect(places.take('sanne')).toBeUndefined();
  first?.();
  first?.();
  expect(places.take('sanne')).toBeDefined();
  expect(places.take('sanne')).toBeUndefined();
  expect(places.take('mehmet')).toBeDefined();
});
