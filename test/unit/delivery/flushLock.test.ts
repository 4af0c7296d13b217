import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFlushLock } from '../../../src/delivery/browser/flushLock';
import { createLease } from '../../../src/delivery/browser/lease';
import { createMemoryDatabase, type KeyValueStore } from '../../../src/storage';
import { manualClock } from '../../support/builders';

/** Web Locks of one browser: one holder per name, the others in a row; and how often somebody looked. */
class Locks {
  queries = 0;
  private readonly last = new Map<string, Promise<unknown>>();

  request(name: string, { signal, steal = false }: LockOptions, work: () => Promise<unknown>): Promise<unknown> {
    const before = steal ? Promise.resolve() : (this.last.get(name) ?? Promise.resolve());
    const stopped = new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
    const mine = Promise.race([before, stopped]).then(work);
    this.last.set(
      name,
      mine.catch(() => undefined),
    );
    return mine;
  }

  async query(): Promise<object> {
    this.queries++;
    return {};
  }
}

const inBrowser = (locks: Locks): LockManager => locks as unknown as LockManager; // as much of it as is used
let page: EventTarget;
let meta: KeyValueStore;

/** The lock of one tab. All tabs of a person have the same storage. */
const lockOf = (locks: Locks | undefined, clock = manualClock(), owner = 'sanne') =>
  createFlushLock({ owner, clock, lease: createLease(meta, clock), locks: locks && inBrowser(locks) });

beforeEach(() => {
  meta = createMemoryDatabase().store('meta');
  page = new EventTarget();
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
  vi.stubGlobal('document', new EventTarget());
});
afterEach(() => vi.unstubAllGlobals());

describe('the lock of an outbox', () => {
  it('lets one tab work at a time', async () => {
    const locks = new Locks();
    const [one, two] = [lockOf(locks), lockOf(locks)];
    const order: string[] = [];
    let finish = (): void => undefined;
    const first = one(async () => {
      order.push('one begins');
      await new Promise<void>((resolve) => (finish = resolve));
      order.push('one ends');
    });
    const second = two(async () => void order.push('two'));
    await vi.waitFor(() => expect(order).toEqual(['one begins']));
    finish();
    await Promise.all([first, second]);
    expect(order).toEqual(['one begins', 'one ends', 'two']);
  });

  it('is let go at once when the page is left, whatever the work still does', async () => {
    const locks = new Locks();
    const lock = lockOf(locks);
    let signal: AbortSignal | undefined;
    const held = lock((left) => {
      signal = left;
      return new Promise(() => undefined);
    });
    await vi.waitFor(() => expect(signal).toBeDefined());
    page.dispatchEvent(new Event('pagehide'));
    await held;
    expect(signal?.aborted).toBe(true);
    let isFree = false;
    await lockOf(locks)(async () => void (isFree = true));
    expect(isFree).toBe(true);
  });

  it('looks every two seconds who holds it while it waits, and not afterwards', async () => {
    const locks = new Locks();
    const clock = manualClock();
    let finish = (): void => undefined;
    const begun = vi.fn<() => void>();
    const first = lockOf(locks)(() => {
      begun();
      return new Promise((resolve) => (finish = resolve));
    });
    await vi.waitFor(() => expect(begun).toHaveBeenCalled());
    const second = lockOf(locks, clock)(async () => undefined);
    clock.pass(6000);
    expect(locks.queries).toBe(3);
    finish();
    await Promise.all([first, second]);
    clock.pass(60_000);
    expect(locks.queries).toBe(3);
  });

  it('is one per person', async () => {
    const locks = new Locks();
    void lockOf(locks)(() => new Promise(() => undefined));
    let isFree = false;
    await lockOf(locks, manualClock(), 'mehmet')(async () => void (isFree = true));
    expect(isFree).toBe(true);
  });

  it('is taken from a tab that has said nothing for too long, and that tab is told', async () => {
    const locks = new Locks();
    const clock = manualClock();
    let signal: AbortSignal | undefined;
    void lockOf(
      locks,
      clock,
    )((left) => {
      signal = left;
      return new Promise(() => undefined); // as in the back/forward cache
    });
    await vi.waitFor(() => expect(signal).toBeDefined());
    let hasTaken = false;
    const second = lockOf(locks, clock)(async () => void (hasTaken = true));
    clock.pass(28_000);
    await settled();
    expect(hasTaken).toBe(false);
    clock.pass(4000);
    await second;
    expect(hasTaken).toBe(true);
  });

  it('is not taken from a tab that goes on asking the receiver', async () => {
    const locks = new Locks();
    const clock = manualClock();
    const lease = createLease(meta, clock);
    let finish = (): void => undefined;
    const begun = vi.fn<() => void>();
    const lock = createFlushLock({ owner: 'sanne', clock, lease, locks: inBrowser(locks) });
    const first = lock(() => {
      begun();
      return new Promise((resolve) => (finish = resolve));
    });
    await vi.waitFor(() => expect(begun).toHaveBeenCalled());
    let hasTaken = false;
    const second = lockOf(locks, clock)(async () => void (hasTaken = true));
    for (let request = 0; request < 10; request++) {
      expect(await lease.extend(15_000)).toBe(true);
      clock.pass(15_000);
      await settled();
    }
    expect(hasTaken).toBe(false);
    finish();
    await Promise.all([first, second]);
    expect(hasTaken).toBe(true);
  });
});

describe('where the browser has no locks', () => {
  beforeEach(() => vi.stubGlobal('navigator', {}));

  it('the storage says who sends, and the next tab sees it within two seconds', async () => {
    const clock = manualClock();
    let finish = (): void => undefined;
    const order: string[] = [];
    const first = lockOf(
      undefined,
      clock,
    )(async () => {
      order.push('one begins');
      await new Promise<void>((resolve) => (finish = resolve));
      order.push('one ends');
    });
    await vi.waitFor(() => expect(order).toEqual(['one begins']));
    const second = lockOf(undefined, clock)(async () => void order.push('two'));
    clock.pass(2000);
    await settled();
    expect(order).toEqual(['one begins']);
    finish();
    await first;
    clock.pass(2000);
    await second;
    expect(order).toEqual(['one begins', 'one ends', 'two']);
  });

  it('a tab that is gone is waited for no longer than its request could have taken', async () => {
    const clock = manualClock();
    await createLease(meta, clock).take();
    let worked = 0;
    const second = lockOf(undefined, clock)(async () => void worked++);
    for (let looks = 0; looks < 15; looks++) {
      expect(worked).toBe(0);
      clock.pass(2000);
      await settled();
    }
    await second;
    expect(worked).toBe(1);
  });

  it('a tab that was taken over does not send any more', async () => {
    const clock = manualClock();
    const [gone, next] = [createLease(meta, clock), createLease(meta, clock)];
    await gone.take();
    await next.take();
    expect([await gone.extend(15_000), await next.extend(15_000)]).toEqual([false, true]);
    await gone.end();
    expect(await next.state()).toBe('held');
  });

  it('a clock that was set back keeps nobody from sending', async () => {
    const clock = manualClock();
    await createLease(meta, clock).take();
    const yesterday = manualClock(clock.now() - 86_400_000);
    expect(await createLease(meta, yesterday).state()).toBe('free');
  });
});

/** What was asked of the storage has been answered. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
