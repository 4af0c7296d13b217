import { afterEach, describe, expect, test } from 'vitest';
import { startLoader, type Core } from '../../../src/loader/index';
import type { Call } from '../../../src/loader/callQueue';

/** A loader whose core is asked for, and comes when the page lets it. */
const aLoader = () => {
  const done: Call[] = [];
  let asked = 0;
  const core: Core = { startSupport: () => ({ isRunning: true, call: (call) => void done.push(call) }) };
  const loader = startLoader(window, {}, async () => {
    asked += 1;
    return core;
  });
  ends.push(() => loader.call(['destroy']));
  return { loader, done, asked: () => asked };
};
const ends: (() => void)[] = [];
afterEach(() => ends.splice(0).forEach((end) => end()));
const turn = async (): Promise<void> => void (await Promise.resolve().then(() => undefined));

describe('what a host says before the page is idle', () => {
  test.each([['on'], ['once'], ['hints.track'], ['hints.setRoute']])(
    '%s fetches nothing, and is kept',
    async (name) => {
      const { loader, done, asked } = aLoader();
      loader.call([name, 'zorgplan']);
      await turn();
      expect(asked()).toBe(0);
      loader.call(['open', 'ask']);
      await turn();
      await turn();
      expect(asked()).toBe(1);
      expect(done).toEqual([
        [name, 'zorgplan'],
        ['open', 'ask'],
      ]);
    },
  );

  test.each([['identify'], ['hint'], ['hints']])('%s does fetch', async (name) => {
    const { loader, asked } = aLoader();
    loader.call([name]);
    await turn();
    expect(asked()).toBe(1);
  });
});
