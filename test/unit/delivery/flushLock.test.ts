import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFlushLock } from '../../../src/delivery/browser/flushLock';
import { manualClock } from '../../support/builders';

/** Web Locks of one browser: one holder per name, the others in a row; and how often somebody looked. */
class Locks {
  queries = 0;
  private readonly last = new Map<string, Promise<unknown>>();

  request(name: string, work: () => Promise<unknown>): Promise<unknown> {
    const mine = (this.last.get(name) ?? Promise.resolve()).then(work);
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

beforeEach(() => {
  page = new EventTarget();
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
  vi.stubGlobal('document', new EventTarget());
});
afterEach(() => vi.unstubAllGlobals());

describe('the lock of an outbox', () => {
  it('lets one tab work at a time', async () => {
    const locks = new Locks();
    const [one, two] = [
      createFlushLock('sanne', manualClock(), inBrowser(locks)),
      createFlushLock('sanne', manualClock(), inBrowser(locks)),
    ];
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
    const lock = createFlushLock('sanne', manualClock(), inBrowser(locks));
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
    await createFlushLock('sanne', manualClock(), inBrowser(locks))(async () => void (isFree = true));
    expect(isFree).toBe(true);
  });

  it('looks every two seconds who holds it while it waits, and not afterwards', async () => {
    const locks = new Locks();
    const clock = manualClock();
    let finish = (): void => undefined;
    const begun = vi.fn<() => void>();
    const first = createFlushLock(
      'sanne',
      manualClock(),
      inBrowser(locks),
    )(() => {
      begun();
      return new Promise((resolve) => (finish = resolve));
    });
    await vi.waitFor(() => expect(begun).toHaveBeenCalled());
    const second = createFlushLock('sanne', clock, inBrowser(locks))(async () => undefined);
    clock.pass(6000);
    expect(locks.queries).toBe(3);
    finish();
    await Promise.all([first, second]);
    clock.pass(60_000);
    expect(locks.queries).toBe(3);
  });

  it('is one per person', async () => {
    const locks = new Locks();
    void createFlushLock('sanne', manualClock(), inBrowser(locks))(() => new Promise(() => undefined));
    let isFree = false;
    await createFlushLock('mehmet', manualClock(), inBrowser(locks))(async () => void (isFree = true));
    expect(isFree).toBe(true);
  });

  it('is not needed where the browser has none: the receiver decides', async () => {
    vi.stubGlobal('navigator', {});
    let worked = 0;
    await createFlushLock('sanne', manualClock())(async () => void worked++);
    expect(worked).toBe(1);
  });
});
