/** Web Locks of one browser, as much of them as is used: one holder, the others in a row. */
export class FakeLocks {
  queries = 0;
  private last: Promise<unknown> = Promise.resolve();

  request(_name: string, { signal }: LockOptions, work: () => Promise<unknown>): Promise<unknown> {
    const stopped = new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
    let isOver = false;
    const mine = Promise.race([this.last.then(() => isOver || work()), stopped]);
    this.last = Promise.allSettled([mine, this.last]).then(() => (isOver = true));
    return mine;
  }

  async query(): Promise<object> {
    this.queries++;
    return {};
  }
}
