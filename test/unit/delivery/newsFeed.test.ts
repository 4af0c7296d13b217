import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { BackendEvents, Call } from '../../../src/delivery';
import { deliveryProblem, type DeliveryProblem } from '../../../src/delivery/deliveryProblem';
import { createNewsFeed, type NewsFeed } from '../../../src/delivery/events';
import { fail, succeed, type Result } from '../../../src/foundation/result';
import { manualClock, type ManualClock } from '../../support/builders';
import { FakeLocks } from '../../support/fakeLocks';

interface Stream {
  readonly after: number;
  readonly call: Call;
  heard(cursor: number): void;
  end(result?: Result<void, DeliveryProblem>): void;
}

/** A browser with tabs of one person, and a receiver whose streams the test writes. */
function aBrowser(locks: FakeLocks | undefined = new FakeLocks()) {
  const clock = manualClock();
  const streams: Stream[] = [];
  const backend: BackendEvents = {
    events: (after, call, heard) =>
      new Promise((resolve) => {
        const end = (result: Result<void, DeliveryProblem> = succeed(undefined)): void => resolve(result);
        call.signal?.addEventListener('abort', () => end(fail(deliveryProblem('stopped', { message: '' }))));
        streams.push({ after, call, heard, end });
      }),
  };
  const session = { token: 'first', owner: 'sanne', renewed: 0 };
  const tab = (stream: BackendEvents = backend): { feed: NewsFeed; news: () => number } => {
    let news = 0;
    const feed = createNewsFeed({
      owner: 'sanne',
      session: {
        token: async () => succeed(session.token),
        async renew() {
          session.renewed += 1;
          session.token = 'second';
          return succeed(session.token);
        },
        get subject() {
          return { owner: session.owner };
        },
      },
      clock,
      random: () => 0.5,
      locks: locks as unknown as LockManager | undefined, // as much of it as is used
      language: () => 'nl',
      backend: stream,
      onNews: () => (news += 1),
    });
    feeds.push(feed);
    return { feed, news: () => news };
  };
  return { clock, streams, session, tab, locks };
}

const feeds: NewsFeed[] = [];
let page: EventTarget;
beforeEach(() => {
  page = new EventTarget();
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
  vi.stubGlobal('document', new EventTarget());
});
afterEach(() => {
  for (const feed of feeds.splice(0)) feed.rest();
  vi.unstubAllGlobals();
});
/** Waits for what happens by itself; the machine may be busy. */
const until = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 30_000 });
/** Lets time pass, second by second, until there are this many streams; at most ten minutes. */
const nextStream = async (clock: ManualClock, streams: readonly Stream[], count: number): Promise<void> => {
  for (let second = 0; second < 600 && streams.length < count; second += 1) {
    await new Promise((resolve) => setImmediate(resolve)); // oxlint-disable-line no-await-in-loop -- lets what waits go on
    if (streams.length < count) clock.pass(1_000);
  }
  expect(streams).toHaveLength(count);
};

it('opens one stream for two tabs, and both hear of what it tells', async () => {
  const { streams, tab } = aBrowser();
  const [one, two] = [tab(), tab()];
  one.feed.follow(5);
  two.feed.follow(5);
  await until(() => expect(streams).toHaveLength(1));
  expect(streams[0]).toMatchObject({ after: 5, call: { token: 'first', language: 'nl' } });
  streams[0]?.heard(5); // a sign of life
  await until(() => expect([one.feed.isLive, two.feed.isLive]).toEqual([true, true]));
  expect([one.news(), two.news()]).toEqual([0, 0]);
  streams[0]?.heard(6);
  await until(() => expect([one.news(), two.news()]).toEqual([1, 1]));
  streams[0]?.heard(6);
  streams[0]?.heard(7);
  await until(() => expect([one.news(), two.news()]).toEqual([2, 2]));
  expect(streams).toHaveLength(1);
});

it.each(['rest', 'pagehide', 'freeze'])(
  'hands the stream over at once at %s, with nothing missed in between',
  async (how) => {
    const { streams, tab } = aBrowser();
    const [one, two] = [tab(), tab()];
    one.feed.follow(5);
    await until(() => expect(streams).toHaveLength(1));
    const leaving = page;
    const leavingDocument = document;
    page = new EventTarget(); // the second tab is another page
    vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
    vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
    vi.stubGlobal('document', new EventTarget());
    two.feed.follow(5);
    if (how === 'rest') one.feed.rest();
    else (how === 'freeze' ? leavingDocument : leaving).dispatchEvent(new Event(how));
    expect(streams[0]?.call.signal?.aborted).toBe(true);
    await until(() => expect(streams).toHaveLength(2));
    expect(streams[1]?.after).toBe(5);
    streams[0]?.heard(9); // too late: nobody listens any more
    streams[1]?.heard(6);
    await until(() => expect(two.news()).toBe(1));
    expect(one.news()).toBe(0);
  },
);

it('listens again when the page comes back from the back/forward cache', async () => {
  const { streams, tab } = aBrowser();
  tab().feed.follow(5);
  await until(() => expect(streams).toHaveLength(1));
  page.dispatchEvent(new Event('pagehide'));
  page.dispatchEvent(new Event('pageshow'));
  await until(() => expect(streams).toHaveLength(2));
});

it('a waiting tab asks who holds the lock, which frees a forgotten one', async () => {
  const { clock, streams, tab, locks } = aBrowser();
  tab().feed.follow(5);
  await until(() => expect(streams).toHaveLength(1));
  tab().feed.follow(5);
  clock.pass(2_000);
  clock.pass(2_000);
  expect(locks?.queries).toBe(2);
});

it('goes on at its cursor after a cut, and is not live meanwhile', async () => {
  const { clock, streams, tab } = aBrowser();
  const { feed, news } = tab();
  feed.follow(5);
  await until(() => expect(streams).toHaveLength(1));
  streams[0]?.heard(8);
  expect(feed.isLive).toBe(true);
  streams[0]?.end(fail(deliveryProblem('no-answer', { message: 'cut' })));
  await until(() => expect(feed.isLive).toBe(false));
  await nextStream(clock, streams, 2);
  expect(streams[1]?.after).toBe(8);
  streams[1]?.heard(9);
  expect(news()).toBe(2);
});

it('takes another token when the one it had is no longer taken', async () => {
  const { clock, streams, session, tab } = aBrowser();
  tab().feed.follow(5);
  await until(() => expect(streams).toHaveLength(1));
  streams[0]?.end(fail(deliveryProblem('refused', { status: 401, message: 'over' })));
  await nextStream(clock, streams, 2);
  expect([session.renewed, streams[1]?.call.token]).toEqual([1, 'second']);
});

it('comes back less and less often to a stream that is cut off each time, and waits as long as it is asked', async () => {
  const { clock, streams, tab } = aBrowser();
  const { feed } = tab();
  feed.follow(5);
  await until(() => expect(streams).toHaveLength(1));
  const waits: number[] = [];
  for (const retryAfterMs of [undefined, undefined, undefined, 60_000]) {
    const problem = deliveryProblem('not-the-receiver', { message: 'a proxy' });
    streams.at(-1)?.end(fail({ ...problem, ...(retryAfterMs && { retryAfterMs }) }));
    const from = clock.now();
    await nextStream(clock, streams, streams.length + 1); // oxlint-disable-line no-await-in-loop -- one after the other
    waits.push(clock.now() - from);
  }
  expect(waits[0]).toBeLessThan(waits[1] ?? 0);
  expect(waits[1]).toBeLessThan(waits[2] ?? 0);
  expect(waits[3]).toBeGreaterThanOrEqual(60_000);
});

it('comes back at once when there is a network again, but not before the time that a receiver asked for', async () => {
  const { clock, streams, tab } = aBrowser();
  tab().feed.follow(5);
  await until(() => expect(streams).toHaveLength(1));
  const cut = deliveryProblem('no-answer', { message: 'cut' });
  streams[0]?.end(fail(cut));
  await until(() => {
    page.dispatchEvent(new Event('online'));
    expect(streams).toHaveLength(2);
  });
  streams[1]?.end(fail({ ...cut, retryAfterMs: 60_000 }));
  const from = clock.now();
  for (let second = 0; second < 50; second += 1) {
    await new Promise((resolve) => setImmediate(resolve)); // oxlint-disable-line no-await-in-loop -- lets what waits go on
    page.dispatchEvent(new Event('online'));
    clock.pass(1_000);
  }
  expect(streams).toHaveLength(2);
  await nextStream(clock, streams, 3);
  expect(clock.now() - from).toBeGreaterThanOrEqual(60_000);
});

it('never listens with the token of somebody else', async () => {
  const { clock, streams, session, tab } = aBrowser();
  session.owner = 'mehmet';
  tab().feed.follow(5);
  for (let turn = 0; turn < 20; turn += 1) {
    clock.pass(10_000);
    await Promise.resolve(); // oxlint-disable-line no-await-in-loop -- lets what waits go on
  }
  expect(streams).toHaveLength(0);
  session.owner = 'sanne'; // the control
  await nextStream(clock, streams, 1);
});

it('does without in browsers that have no locks', async () => {
  const { streams, tab } = aBrowser(undefined);
  const { feed, news } = tab();
  feed.follow(5);
  await Promise.resolve();
  expect([feed.isLive, news(), streams.length]).toEqual([false, 0, 0]);
});

it('takes only a number from the other tabs', async () => {
  const { streams, tab } = aBrowser();
  const { feed, news } = tab();
  feed.follow(5);
  await until(() => expect(streams).toHaveLength(1));
  const channel = new BroadcastChannel('cliendo-support:events:sanne');
  for (const message of ['9', null, { cursor: 9 }, 9.5, Number.NaN, 6]) channel.postMessage(message);
  await until(() => expect(news()).toBe(1));
  channel.close();
});

it('takes no place to go on from out of the mouth of another tab: any script of the page can say a number', async () => {
  const { clock, streams, tab } = aBrowser();
  const { feed, news } = tab();
  feed.follow(5);
  await until(() => expect(streams).toHaveLength(1));
  const channel = new BroadcastChannel('cliendo-support:events:sanne');
  channel.postMessage(Number.MAX_SAFE_INTEGER);
  channel.postMessage(Number.MAX_SAFE_INTEGER);
  await until(() => expect(news()).toBe(1));
  streams[0]?.heard(6);
  expect(news()).toBe(2);
  streams[0]?.end();
  await nextStream(clock, streams, 2);
  expect(streams[1]?.after).toBe(6);
  channel.close();
});
